package dev.saveschema.processor.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The reason of an I/O error in words, without the name of an exception. */
public final class IoReason {

    private IoReason() {}

    /** {@code /home/you/hero is no directory}. */
    public static String of(IOException refusal) {
        if (refusal instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (refusal instanceof NotDirectoryException file) {
            return file.getFile() + " is no directory";
        }
        if (refusal instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (refusal instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return refusal.getMessage() == null ? refusal.toString() : refusal.getMessage();
    }
}
