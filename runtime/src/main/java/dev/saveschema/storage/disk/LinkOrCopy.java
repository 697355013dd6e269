package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Gives a file a second name: by a link, which costs nothing, or by a durable copy where there are no links. */
public record LinkOrCopy(FileOps ops, TempFiles temps) {

    /**
     * @param name a name that is not in use
     * @return whether it is a link
     */
    public boolean make(Path name, Path existing) throws IOException {
        try {
            ops.link(name, existing);
            return true;
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException noLink) {
            try {
                copy(name, existing);
            } catch (IOException e) {
                e.addSuppressed(noLink);
                throw e;
            }
            return false;
        }
    }

    /** Makes a durable copy in any case. */
    public void copy(Path name, Path existing) throws IOException {
        move(temps.copyOf(existing), name);
    }

    private void move(Path temp, Path name) throws IOException {
        try {
            if (ops.attributes(name).isPresent()) { // by now: a copy takes its time, and a move replaces what is there
                throw new FileAlreadyExistsException(name.toString());
            }
            ops.move(temp, name);
        } catch (IOException | RuntimeException | Error e) {
            temps.discard(temp, e);
            throw e;
        }
    }
}
