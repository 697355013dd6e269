package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes whole files under names that mean nothing yet, so that giving them a name that means something is one step.
 *
 * @param token 16 hex digits that nobody used before
 */
public record TempFiles(FileOps ops, FileNames names, Token token) {

    public interface Token {

        String next();
    }

    private interface Content {

        void writeTo(Output output) throws IOException;
    }

    /**
     * Writes a temp that is durable, apart from its name. If that fails, the temp is deleted again.
     *
     * @param model the file whose owner, mode and attributes it gets, if there is one
     * @throws TempLeftException if what there is of the temp could not be deleted
     */
    public Path write(byte[] bytes, Optional<Path> model) throws IOException {
        return write(output -> output.write(bytes), model);
    }

    /**
     * Writes a file that is durable, apart from its name, which must not be in use.
     *
     * @throws FileAlreadyExistsException if it is in use
     * @throws TempLeftException if what there is of the file could not be deleted
     */
    public void writeAs(Path name, byte[] bytes, Path model) throws IOException {
        write(name, output -> output.write(bytes), Optional.of(model));
    }

    /** Writes what a temp holds once more, in its place, and makes it durable. If that fails, the temp is what it was. */
    public void writeAnew(Path temp, byte[] content) throws IOException {
        fill(ops.reopen(temp, content), output -> output.write(content), new Progress());
    }

    /** Writes a temp that is a durable copy. */
    Path copyOf(Path file) throws IOException {
        return write(output -> output.writeAllOf(file), Optional.of(file));
    }

    private Path write(Content content, Optional<Path> model) throws IOException {
        Path temp = names.temp(token.next());
        write(temp, content, model);
        return temp;
    }

    private void write(Path file, Content content, Optional<Path> model) throws IOException {
        Progress progress = new Progress();
        try {
            fill(ops.create(file, model), content, progress);
        } catch (FileAlreadyExistsException notOurs) {
            throw notOurs;
        } catch (IOException e) {
            if (!discard(file, e)) {
                throw new TempLeftException(file, progress.isWritten, e);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            discard(file, e);
            throw e;
        }
    }

    /** How far the writing of a temp came. */
    private static final class Progress {

        private boolean isWritten;
    }

    private static void fill(Output output, Content content, Progress progress) throws IOException {
        try {
            content.writeTo(output);
            progress.isWritten = true;
            output.force();
        } catch (IOException | RuntimeException | Error e) {
            close(output, e);
            throw e;
        }
        output.close(); // which may be the first to say that the disk is full
    }

    private static void close(Output output, Throwable cause) {
        try {
            output.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Removes a temp because of a failure, which it does not mask. Answers whether it is gone. */
    public boolean discard(Path temp, Throwable cause) {
        try {
            ops.delete(temp);
            return true;
        } catch (IOException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
