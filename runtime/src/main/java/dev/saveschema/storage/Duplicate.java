package dev.saveschema.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/** Gives a file a second name: by a link, which costs nothing, or by a durable copy where there are no links. */
record Duplicate(FileOps ops, TempFile temps, long maxBytes) {

    /** @param name a name that is not in use */
    void make(Path name, Path existing) throws IOException {
        try {
            ops.link(name, existing);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException noLink) {
            copy(name, existing, noLink);
        }
    }

    private void copy(Path name, Path existing, IOException noLink) throws IOException {
        try {
            Path temp = temps.write(ops.read(existing, maxBytes), Optional.of(existing), Optional.empty());
            move(temp, name);
        } catch (IOException e) {
            e.addSuppressed(noLink);
            throw e;
        }
    }

    private void move(Path temp, Path name) throws IOException {
        try {
            ops.move(temp, name);
        } catch (IOException e) {
            temps.discard(temp, e);
            throw e;
        }
    }
}
