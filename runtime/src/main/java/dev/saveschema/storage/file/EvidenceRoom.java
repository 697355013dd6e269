package dev.saveschema.storage.file;

import dev.saveschema.storage.Keep.Evidence;
import dev.saveschema.storage.disk.Duplicate;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.Neighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Keeps files under names that no save overwrites. Content that is there already is not kept twice, so that a program that is
 * started over and over beside one damaged file does not fill the disk.
 */
record EvidenceRoom(FileOps ops, Neighbours names, Duplicate duplicate, long maxBytes) {

    /** What a file holds, and what that is called in a name. */
    private record Content(Path path, String tag, Optional<byte[]> bytes) {}

    /** Keeps what a file holds, and leaves the file where it is. Answers where it is kept. */
    Path keep(Path path, Evidence kind, Instant now) throws IOException {
        Content content = content(path);
        Optional<Path> kept = alreadyKept(content);
        if (kept.isPresent()) {
            return kept.get();
        }
        Path name = free(content, kind, now);
        duplicate.make(name, path);
        return name;
    }

    /** Keeps a file, and takes its own name away. */
    Path keepOnly(Path path, Evidence kind, Instant now) throws IOException {
        Content content = content(path);
        Optional<Path> kept = alreadyKept(content);
        if (kept.isPresent()) {
            ops.delete(path);
            return kept.get();
        }
        Path name = free(content, kind, now);
        ops.move(path, name); // one step, so that no power cut leaves it without any name
        return name;
    }

    /** Keeps what a file holds as the file of a version. */
    Path keepAsVersion(Path path, int version) throws IOException {
        Content content = content(path);
        Path name = names.version(version, "");
        for (int count = 1; ops.attributes(name).isPresent(); count++) {
            if (holds(name, content)) {
                return name;
            }
            name = names.version(version, "-" + content.tag() + (count == 1 ? "" : "-" + count));
        }
        duplicate.make(name, path);
        return name;
    }

    private Content content(Path path) {
        try {
            byte[] bytes = ops.read(path, maxBytes);
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            return new Content(path, HexFormat.of().toHexDigits((int) sum.getValue()), Optional.of(bytes));
        } catch (FileTooLargeException e) {
            return new Content(path, "toolarge", Optional.empty());
        } catch (IOException e) {
            return new Content(path, "unreadable", Optional.empty()); // neither a link nor a move has to read it
        }
    }

    private Optional<Path> alreadyKept(Content content) throws IOException {
        for (String name : ops.list(names.directory())) {
            // In this order: the other names of the directory need not even make a path.
            if (names.isEvidence(name, content.tag()) || names.isVersion(name)) {
                Path path = names.live().resolveSibling(name);
                if (holds(path, content)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds(Path kept, Content content) throws IOException {
        if (ops.same(kept, content.path())) {
            return true;
        }
        return content.bytes().isPresent()
                && content(kept)
                        .bytes()
                        .filter(bytes -> Arrays.equals(bytes, content.bytes().get()))
                        .isPresent();
    }

    private Path free(Content content, Evidence kind, Instant now) throws IOException {
        int count = 1;
        while (ops.attributes(names.evidence(kind, now, content.tag(), count)).isPresent()) {
            count++;
        }
        return names.evidence(kind, now, content.tag(), count);
    }
}
