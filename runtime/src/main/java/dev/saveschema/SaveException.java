package dev.saveschema;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A save that did not become durable. {@link #aftermath} says what stands on the disk now; in no case is it a mixture of old
 * and new.
 */
public class SaveException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Copy copy;
    private final Aftermath aftermath;
    private final transient @Nullable Copy kept;

    /**
     * @param copy the save
     * @param message one sentence; the file and the aftermath are added to it
     * @param kept where the new bytes are, if the aftermath is {@link Aftermath#BYTES_KEPT}
     */
    public SaveException(
            Copy copy, String message, Aftermath aftermath, @Nullable Copy kept, @Nullable Throwable cause) {
        super(copy + ": " + message + aftermath.sentence(kept), cause);
        this.copy = copy;
        this.aftermath = aftermath;
        this.kept = kept;
    }

    /** The same failure once more; see {@link Retold}. */
    SaveException(SaveException first) {
        super(first.getMessage(), first);
        this.copy = first.copy;
        this.aftermath = first.aftermath;
        this.kept = first.kept;
    }

    SaveException retold() {
        return new SaveException(this);
    }

    /** The save, as it was given to {@link SaveStore#open}. */
    public Copy copy() {
        return copy;
    }

    /** What stands on the disk now. */
    public Aftermath aftermath() {
        return aftermath;
    }

    /** The copy that holds the new bytes, whole and sealed; present exactly if {@link Aftermath#BYTES_KEPT}. */
    public Optional<Copy> kept() {
        return Optional.ofNullable(kept);
    }

    /** What a failed save leaves behind. */
    public enum Aftermath {
        /**
         * The live file is what it was before. If what was loaded was a save that was never finished, it may be that one by now. Where
         * the disk refused to make durable that the new content is gone, which the message says, a power cut may bring that back.
         */
        OLD_FILE_STANDS,
        /**
         * The live file is what it was before, and the new bytes are whole in a file beside it: see {@link #kept}. The next load
         * finds them, unless somebody writes the live file first. Where the disk refused to make them durable, which the cause says,
         * a power cut may take them.
         */
        BYTES_KEPT,
        /** The live file is the new one, but after a power cut it may be the old one again. */
        MAY_ROLL_BACK,
        /**
         * Either the old content stands or the new one: a connection broke while a database was asked to commit, and nobody can be
         * asked, or it may still happen. The next save finds out. Never of a file.
         */
        UNKNOWN;

        private String sentence(@Nullable Copy kept) {
            return switch (this) {
                case OLD_FILE_STANDS -> "; the file is unchanged";
                case BYTES_KEPT -> "; the file is unchanged, and the new content is kept in " + kept;
                case MAY_ROLL_BACK -> "; the new content is in place, but a power cut may bring the old one back";
                case UNKNOWN -> "; whether the new content is in place is not known";
            };
        }
    }
}
