package dev.saveschema.storage.file;

import dev.saveschema.SaveException;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out what stands on the disk after a temp did not become the live file, and deletes temps that nothing needs. */
final class FailedAttempts {

    /** How many temps that cannot be deleted may be left, besides the newest one, before saves are refused. */
    private static final int MOST_STUCK = 1;

    private final FileOps ops;
    private final FileState known;
    private final TempFiles temps;
    private final Publication publication;
    private final SaveFailures failures;

    /** Whether temps are sealed, so that the next load can tell which is whole, and which save it follows. */
    private final boolean isSealed;

    /** The superseded temps of this program that could not be deleted. */
    private List<Leftover> stuck = List.of();

    FailedAttempts(
            SaveDirectory directory, FileState known, TempFiles temps, Publication publication, SaveFailures failures) {
        this.ops = directory.ops();
        this.isSealed = directory.sealed();
        this.known = known;
        this.temps = temps;
        this.publication = publication;
        this.failures = failures;
    }

    // In a directory that can only be appended to, each save would leave one temp more.
    void requireThatTempsGo() throws SaveException {
        stuck = publication.clearSuperseded(stuck);
        requireAtMost(MOST_STUCK, stuck);
    }

    /**
     * As {@link #requireThatTempsGo}, for temps of earlier programs. To be called where the newest of them could not be renamed: the new
     * content would lie beside it.
     */
    void requireThatFewTempsAreLeft() throws SaveException {
        requireAtMost(MOST_STUCK + 1, publication.forLater(known.now().leftovers()));
    }

    private void requireAtMost(int most, List<Leftover> left) throws SaveException {
        if (left.size() > most) {
            throw failures.oldFileStands(
                    "what earlier saves left cannot be deleted, and so nothing new is written",
                    new FileSystemException(left.get(0).path().toString(), null, "cannot be deleted"));
        }
    }

    /** The exception for a rename that failed, or whose answer was lost. */
    SaveException notInPlace(Attempt attempt, IOException cause) {
        if (isThere(attempt.temp())) {
            String message = "the new content could not be put in place";
            return isSealed ? left(attempt, true, message, cause) : abandoned(attempt, message, cause);
        }
        Optional<FileSnapshot> found = known.snapshot();
        if (found.isEmpty()) {
            return failures.mayRollBack("the new content seems to be in place, but cannot be read", cause);
        }
        if (found.get().candidate().seal().equals(Optional.of(attempt.seal()))) {
            return failures.mayRollBack("the new content is in place, though the disk says that it is not", cause);
        }
        return failures.oldFileStands("the new content is gone: somebody deleted it", cause);
    }

    private boolean isThere(Path temp) {
        try {
            return ops.attributes(temp).isPresent();
        } catch (IOException e) {
            return true; // as far as anybody can tell
        }
    }

    /** Deletes a temp that nothing needs; if that fails, a later save does it. */
    void discard(Path temp, Throwable cause) {
        if (temps.discard(temp, cause)) {
            makeDeletionDurable(cause);
        } else {
            known.leave(temp, known.now().leftovers());
        }
    }

    /** The exception for a failure after which nothing needs the temp. */
    SaveException abandoned(Attempt attempt, String message, IOException cause) {
        return temps.discard(attempt.temp(), cause) ? deleted(message, cause) : left(attempt, true, message, cause);
    }

    /** The exception for a failure after which the temp was deleted. */
    SaveException deleted(String message, IOException cause) {
        return makeDeletionDurable(cause)
                ? failures.oldFileStands(message, cause)
                : failures.oldFileStands(message + ", and a power cut may bring it back", cause);
    }

    // A power cut may bring back what was deleted. If the temp is whole, it would be loaded in place of the old file.
    private boolean makeDeletionDurable(Throwable cause) {
        try {
            publication.makeDeletionsDurable();
            return true;
        } catch (IOException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    /**
     * The exception for a failure after which the temp stays. If it is whole, the next load takes it for the save, and the temps of
     * earlier saves are superseded by it.
     *
     * @param written whether all of it was written, as far as the disk said
     */
    SaveException left(Attempt attempt, boolean written, String message, IOException cause) {
        List<Leftover> older = known.now().leftovers();
        boolean isWhole = isSealed && isWhole(attempt, written);
        if (isWhole) {
            try {
                publication.makeDurable(attempt.temp());
                older = publication.clearSuperseded(older);
                stuck = older.stream()
                        .filter(leftover -> leftover.reason().isEmpty())
                        .toList();
            } catch (IOException e) {
                // All temps stay: as long as this one may vanish, it supersedes none.
                cause.addSuppressed(e);
            }
        }
        known.leave(attempt.temp(), older);
        known.useUp(attempt.seal().generation());
        return isWhole ? failures.bytesKept(message, attempt.temp(), cause) : failures.oldFileStands(message, cause);
    }

    private boolean isWhole(Attempt attempt, boolean written) {
        try {
            Optional<Attributes> found = ops.attributes(attempt.temp());
            return found.isPresent()
                    && found.get().size() == attempt.file().length
                    && attempt.attributes().stream().allMatch(found.get()::looksLike);
        } catch (IOException e) {
            return written; // as far as anybody can tell
        }
    }
}
