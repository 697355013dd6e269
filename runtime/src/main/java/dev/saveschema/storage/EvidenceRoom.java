package dev.saveschema.storage;

import dev.saveschema.storage.Keep.Evidence;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
        Path plain = names.version(version, "");
        Path distinct = names.version(version, "-" + content.tag());
        for (Path name : new Path[] {plain, distinct}) {
            if (ops.attributes(name).isEmpty()) {
                duplicate.make(name, path);
                return name;
            }
            if (holds(name, content)) {
                return name;
            }
        }
        throw new FileSystemException(distinct.toString(), null, "holds something else");
    }

    private Content content(Path path) throws IOException {
        try {
            byte[] bytes = ops.read(path, maxBytes);
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            return new Content(path, HexFormat.of().toHexDigits((int) sum.getValue()), Optional.of(bytes));
        } catch (FileTooLargeException e) {
            return new Content(path, "toolarge", Optional.empty());
        } catch (IOException e) {
            if (Look.isMediumError(e)) {
                return new Content(path, "unreadable", Optional.empty()); // a link does not have to read it
            }
            throw e;
        }
    }

    private Optional<Path> alreadyKept(Content content) throws IOException {
        for (String name : ops.list(names.directory())) {
            Path path = names.live().resolveSibling(name);
            if (names.isEvidence(name, content.tag()) && holds(path, content)) {
                return Optional.of(path);
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
