package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The system's word for an error. Java hands on the words and not the number, and the words may be in the language of the
 * user. So an error is told by the kind of its exception wherever that is possible.
 */
public final class SystemError {

    private static final List<String> UNSUPPORTED = List.of("invalid argument", "not supported");

    private SystemError() {}

    /** The reason of a failure in a few words, without the path. */
    public static String reason(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** Whether the system does not support the call: EINVAL, ENOTSUP or EOPNOTSUPP, if the system speaks English. */
    static boolean isUnsupported(IOException e) {
        return says(UNSUPPORTED, e);
    }

    private static boolean says(List<String> texts, IOException e) {
        String reason = reason(e).toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(reason::contains);
    }
}
