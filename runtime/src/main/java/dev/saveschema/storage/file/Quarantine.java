package dev.saveschema.storage.file;

import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.LinkOrCopy;
import dev.saveschema.storage.disk.SaveDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Keeps files under names that no save overwrites. Content that is there already is not kept twice, so that a program that is
 * started over and over beside one damaged file does not fill the disk.
 */
record Quarantine(SaveDirectory directory, LinkOrCopy linkOrCopy) {

    /** What a file holds, and what that is called in a name. */
    private record Content(Path path, String tag, Optional<byte[]> bytes) {}

    /** Keeps what a file holds, and leaves the file where it is. Answers where it is kept. */
    Path keep(Path path, QuarantineReason reason, Instant now) throws IOException {
        Content content = content(path);
        Optional<Path> kept = alreadyKept(content);
        if (kept.isPresent()) {
            return kept.get();
        }
        Path name = free(content, reason, now);
        linkOrCopy.make(name, path);
        return name;
    }

    /** Keeps a file, and takes its own name away. */
    Path keepOnly(Path path, QuarantineReason reason, Instant now) throws IOException {
        Content content = content(path);
        Optional<Path> kept = alreadyKept(content);
        if (kept.isPresent()) {
            directory.ops().delete(path);
            return kept.get();
        }
        Path name = free(content, reason, now);
        directory.ops().move(path, name); // one step, so that no power cut leaves it without any name
        return name;
    }

    /** Keeps what a file holds as the file of a version. */
    Path keepAsVersion(Path path, int version) throws IOException {
        Content content = content(path);
        Path name = directory.names().version(version, "");
        for (int count = 1; directory.ops().attributes(name).isPresent(); count++) {
            if (holds(name, content)) {
                return name;
            }
            name = directory.names().version(version, "-" + content.tag() + (count == 1 ? "" : "-" + count));
        }
        linkOrCopy.make(name, path);
        return name;
    }

    private Content content(Path path) {
        try {
            byte[] bytes = directory.read(path);
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
        FileNames names = directory.names();
        Predicate<String> mayHoldIt = name -> names.isQuarantine(name, content.tag()) || names.isVersion(name);
        for (String name : directory.ops().list(names.directory(), mayHoldIt)) {
            Path path = names.listed(name);
            if (holds(path, content)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private boolean holds(Path kept, Content content) throws IOException {
        if (directory.ops().same(kept, content.path())) {
            return true;
        }
        return content.bytes().isPresent()
                && content(kept)
                        .bytes()
                        .filter(bytes -> Arrays.equals(bytes, content.bytes().get()))
                        .isPresent();
    }

    private Path free(Content content, QuarantineReason reason, Instant now) throws IOException {
        int count = 1;
        while (directory
                .ops()
                .attributes(directory.names().quarantine(reason, now, content.tag(), count))
                .isPresent()) {
            count++;
        }
        return directory.names().quarantine(reason, now, content.tag(), count);
    }
}
