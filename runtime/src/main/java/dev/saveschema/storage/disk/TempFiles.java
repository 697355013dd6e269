package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

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
     * Writes a temp that is durable, apart from its name. If that fails, it is gone again.
     *
     * @param model the file whose mode and owner it gets, if there is one
     * @param known what the model looks like, if that was just asked
     */
    public Path write(byte[] bytes, Optional<Path> model, Optional<Attributes> known) throws IOException {
        return write(output -> output.write(bytes), model, known);
    }

    /** Writes a temp that is a durable copy. */
    Path copyOf(Path file) throws IOException {
        return write(output -> output.writeAllOf(file), Optional.of(file), Optional.empty());
    }

    private Path write(Content content, Optional<Path> model, Optional<Attributes> known) throws IOException {
        Path temp = names.temp(token.next());
        try {
            Output output = ops.create(temp, permissions(model, known));
            fill(output, temp, content, model);
            return temp;
        } catch (FileAlreadyExistsException notOurs) {
            throw notOurs;
        } catch (IOException | RuntimeException | Error e) {
            discard(temp, e);
            throw e;
        }
    }

    private Set<PosixFilePermission> permissions(Optional<Path> model, Optional<Attributes> known) throws IOException {
        Optional<Attributes> attributes = known.isPresent() || model.isEmpty() ? known : ops.attributes(model.get());
        return attributes.map(Attributes::permissions).orElse(Set.of());
    }

    private void fill(Output output, Path temp, Content content, Optional<Path> model) throws IOException {
        try {
            content.writeTo(output);
            if (model.isPresent()) {
                matchOwner(model.get(), temp);
            }
            output.force();
        } catch (IOException | RuntimeException | Error e) {
            close(output, e);
            throw e;
        }
        output.close(); // which may be the first to say that the disk is full
    }

    private void matchOwner(Path model, Path temp) {
        try {
            ops.matchOwner(model, temp);
        } catch (IOException e) {
            // It was created with no more permissions than the model has. The save matters more than whose it is.
        }
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
