package dev.saveschema.cli.save;

import dev.saveschema.Backups;
import dev.saveschema.Finding;
import dev.saveschema.KeepAside;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import dev.saveschema.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A save as its bytes are, without its program.
 *
 * @param path the path of the file
 * @param plain the result of a load without the schema
 */
public record SaveFile(Path path, byte[] bytes, LoadResult<?> plain, ObjectNode members) {

    /** The options for a save whose program's own are not known: no backup and no copy is deleted that it asked for. */
    public static final StoreOptions KEEPING_ALL =
            StoreOptions.defaults().backups(Backups.keep(Integer.MAX_VALUE)).keepAside(KeepAside.forever());

    /** The largest file that is read, in bytes: much more than any save that a program loads. */
    private static final long LARGEST = 256L << 20;

    /** @throws IOException if the disk refuses, or the file is too large to be a save */
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

    /** The version that the save states; empty if it states none. */
    public OptionalInt version() {
        return plain.storedVersion();
    }

    /** The seal; empty if there is none that can be read. */
    public Optional<SaveSeal> seal() {
        return SaveSeal.of(bytes);
    }

    public Finding.State state() {
        return plain.findings().get(0).state();
    }

    /** The reason for the save's state; empty if there is nothing to explain. */
    public String detail() {
        return plain.findings().get(0).detail();
    }
}
