package dev.saveschema.cli.save;

import dev.saveschema.Finding;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A save as its bytes are, whatever its program makes of them.
 *
 * @param path where it is
 * @param plain what can be read of it without its schema
 */
public record SaveFile(Path path, byte[] bytes, LoadResult<?> plain, ObjectNode members) {

    /** Much more than any save that is loaded. */
    private static final long LARGEST = 256L << 20;

    /** @throws IOException if the disk does not give it back, or it is too large to be a save */
    public static SaveFile read(Path path) throws IOException {
        long size = Files.size(path);
        if (size > LARGEST) {
            throw new IOException("%s has %,d bytes; at most %,d are looked at".formatted(path, size, LARGEST));
        }
        return of(path, Files.readAllBytes(path));
    }

    public static SaveFile of(Path path, byte[] bytes) {
        var plain = SaveFormat.of(PlainSchema.ANY).fromBytes(bytes);
        ObjectNode members = JsonMapper.shared().createObjectNode();
        plain.value().forEach(members::set);
        return new SaveFile(path, bytes, plain, members);
    }

    /** What it says; empty if it says none. */
    public OptionalInt version() {
        return plain.storedVersion();
    }

    /** Empty where none holds. */
    public Optional<SaveSeal> seal() {
        return SaveSeal.of(bytes);
    }

    public Finding.State state() {
        return plain.findings().get(0).state();
    }

    /** Why it is in that state; empty where there is nothing to explain. */
    public String detail() {
        return plain.findings().get(0).detail();
    }
}
