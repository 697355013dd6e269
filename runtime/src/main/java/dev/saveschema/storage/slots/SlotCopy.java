package dev.saveschema.storage.slots;

import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies a slot's save and all its backups. Takes no lock: each of these files is a whole save whenever it is opened, and the older ones
 * are copied first, so that none is newer than the one that is copied after it, whatever is saved meanwhile.
 */
record SlotCopy(FileOps ops) {

    private static final int MOST_ATTEMPTS = 10;

    /** Makes a folder with durable copies; its own name is not yet durable. */
    void make(Path slot, Path copy) throws IOException {
        FileNames names = new FileNames(SlotDirectory.save(slot));
        ops.createDirectoryLike(slot, copy);
        for (Path file : oldestFirst(names)) {
            copy(file, copy.resolve(file.getFileName()));
        }
        new DirectoryForce(ops).force(copy);
    }

    private List<Path> oldestFirst(FileNames names) throws IOException {
        List<Path> files = new ArrayList<>(names.datedIn(ops.list(names.directory(), names::isDated)));
        files.addAll(List.of(names.olderBackup(), names.newerBackup(), names.live()));
        return files;
    }

    private void copy(Path file, Path copy) throws IOException {
        for (int attempt = 1; isFile(file); attempt++) {
            try {
                write(file, copy);
                return;
            } catch (IOException e) {
                // A save may have replaced the file just now; the next attempt copies the new one.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                ops.delete(copy);
            }
        }
    }

    private boolean isFile(Path file) throws IOException {
        return ops.attributes(file).map(Attributes::kind).equals(Optional.of(Kind.FILE));
    }

    private void write(Path file, Path copy) throws IOException {
        Output output = ops.create(copy, Optional.of(file));
        try {
            output.writeAllOf(file);
            output.force();
        } catch (IOException | RuntimeException | Error e) {
            close(output, e);
            throw e;
        }
        output.close();
    }

    private static void close(Output output, Throwable cause) {
        try {
            output.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
