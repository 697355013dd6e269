package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One file as it was found: what it says of itself, and its bytes, if they were to be had. Whether the bytes make sense is for
 * others to say; until then an unsealed file passes for edited.
 *
 * @param attributes taken before the bytes were read: if somebody replaced it in between, the next look will see a change
 */
public record FileSnapshot(
        Candidate candidate, Optional<Attributes> attributes, Optional<byte[]> bytes, SealCheck check) {

    /** A file system's time may be coarse, and writing takes a moment. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    /** @throws IOException if the file may be whole, and cannot be read */
    public static FileSnapshot at(Path path, SaveDirectory directory) throws IOException {
        Optional<Attributes> found = directory.ops().attributes(path);
        if (found.isEmpty()) {
            return new FileSnapshot(Candidate.missing(path), found, Optional.empty(), new SealCheck.None());
        }
        if (found.get().kind() != Kind.FILE) {
            throw new FileSystemException(path.toString(), null, "not a regular file");
        }
        return read(path, found.get(), directory);
    }

    /** The same of a file that is not the save itself: what cannot be read stops nobody who has no need of it. */
    public static FileSnapshot beside(Path path, SaveDirectory directory) {
        try {
            return at(path, directory);
        } catch (IOException e) {
            return unreadable(path, e);
        }
    }

    static FileSnapshot unreadable(Path path, IOException e) {
        Candidate candidate = Candidate.unsealed(path, State.UNREADABLE, SystemError.reason(e), 0);
        return new FileSnapshot(candidate, Optional.empty(), Optional.empty(), new SealCheck.None());
    }

    private static FileSnapshot read(Path path, Attributes found, SaveDirectory directory) throws IOException {
        try {
            if (found.size() > directory.maxBytes()) {
                throw new FileTooLargeException(path, directory.maxBytes());
            }
            byte[] bytes = directory.read(path);
            SealCheck check = Seals.check(bytes);
            return new FileSnapshot(
                    candidate(path, found, check, bytes), Optional.of(found), Optional.of(bytes), check);
        } catch (FileTooLargeException e) {
            return without(path, found, State.INVALID, e.getReason());
        } catch (NoSuchFileException gone) {
            return new FileSnapshot(Candidate.missing(path), Optional.empty(), Optional.empty(), new SealCheck.None());
        } catch (IOException e) {
            if (SystemError.isDamage(e)) {
                return without(path, found, State.UNREADABLE, SystemError.reason(e));
            }
            throw e;
        }
    }

    private static FileSnapshot without(Path path, Attributes found, State state, String detail) {
        Candidate candidate = Candidate.unsealed(path, state, detail, 0);
        return new FileSnapshot(candidate, Optional.of(found), Optional.empty(), new SealCheck.None());
    }

    private static Candidate candidate(Path path, Attributes found, SealCheck check, byte[] bytes) {
        if (check instanceof SealCheck.Holds holds) {
            return Candidate.sealed(path, holds.seal());
        }
        if (check instanceof SealCheck.Newer newer) {
            String detail = "sealed in format " + newer.format() + ", which is newer than this program";
            return Candidate.unsealed(
                    path, State.NEWER, detail, newer.generation().orElse(0));
        }
        if (check instanceof SealCheck.Broken broken) {
            return broken(path, found, broken);
        }
        return Candidate.unsealed(path, State.EDITED, bytes.length == 0 ? "empty" : "no seal", 0);
    }

    private static Candidate broken(Path path, Attributes found, SealCheck.Broken broken) {
        long generation = broken.generation().orElse(0);
        return isUntouched(found, broken)
                ? Candidate.unsealed(path, State.INVALID, "does not match its seal, and nobody edited it", generation)
                : Candidate.unsealed(path, State.EDITED, "does not match its seal", generation);
    }

    // An editor changes the size, or the time, or both. Damage changes neither.
    private static boolean isUntouched(Attributes found, SealCheck.Broken broken) {
        return broken.size().orElse(-1) == found.size()
                && broken.time().isPresent()
                && !found.modified().toInstant().isAfter(broken.time().get().plus(WRITING));
    }

    /** Whether it is dated as it was sealed: copying an older generation over it would show. */
    boolean isDatedAsSealed() {
        return candidate.seal().isPresent()
                && attributes.isPresent()
                && !attributes
                        .get()
                        .modified()
                        .toInstant()
                        .isAfter(candidate.seal().get().time().plus(WRITING));
    }

    /** Whether it is whole, and what was sealed is this body, byte for byte. */
    public boolean hasBody(byte[] body) {
        return check instanceof SealCheck.Holds holds
                && bytes.isPresent()
                && Arrays.equals(bytes.get(), 0, holds.bodyLength(), body, 0, body.length);
    }

    /** The id in the seal, even in a broken one. */
    public String id() {
        if (check instanceof SealCheck.Holds holds) {
            return holds.seal().id();
        }
        return check instanceof SealCheck.Broken broken ? broken.id().orElse(Seal.NO_PARENT) : Seal.NO_PARENT;
    }
}
