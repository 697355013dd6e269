package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.SealText;
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
public record Look(Sighting sighting, Optional<Attributes> attributes, Optional<byte[]> bytes, SealCheck check) {

    /** A file system's time may be coarse, and writing takes a moment. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    /** @throws IOException if the file may be whole, and cannot be read */
    public static Look at(Path path, FileOps ops, long maxBytes) throws IOException {
        Optional<Attributes> found = ops.attributes(path);
        if (found.isEmpty()) {
            return new Look(Sighting.missing(path), found, Optional.empty(), new SealCheck.None());
        }
        if (found.get().kind() != Kind.FILE) {
            throw new FileSystemException(path.toString(), null, "not a regular file");
        }
        return read(path, found.get(), ops, maxBytes);
    }

    /** The same of a file that is not the save itself: what cannot be read stops nobody who has no need of it. */
    public static Look atNeighbour(Path path, FileOps ops, long maxBytes) {
        try {
            return at(path, ops, maxBytes);
        } catch (IOException e) {
            return unreadable(path, e);
        }
    }

    static Look unreadable(Path path, IOException e) {
        Sighting sighting = Sighting.unsealed(path, State.UNREADABLE, SystemError.words(e), 0);
        return new Look(sighting, Optional.empty(), Optional.empty(), new SealCheck.None());
    }

    private static Look read(Path path, Attributes found, FileOps ops, long maxBytes) throws IOException {
        try {
            if (found.size() > maxBytes) {
                throw new FileTooLargeException(path, maxBytes);
            }
            byte[] bytes = ops.read(path, maxBytes);
            SealCheck check = SealText.check(bytes);
            return new Look(sighting(path, found, check, bytes), Optional.of(found), Optional.of(bytes), check);
        } catch (FileTooLargeException e) {
            return without(path, found, State.INVALID, e.getReason());
        } catch (NoSuchFileException gone) {
            return new Look(Sighting.missing(path), Optional.empty(), Optional.empty(), new SealCheck.None());
        } catch (IOException e) {
            if (SystemError.isDamage(e)) {
                return without(path, found, State.UNREADABLE, SystemError.words(e));
            }
            throw e;
        }
    }

    private static Look without(Path path, Attributes found, State state, String detail) {
        Sighting sighting = Sighting.unsealed(path, state, detail, 0);
        return new Look(sighting, Optional.of(found), Optional.empty(), new SealCheck.None());
    }

    private static Sighting sighting(Path path, Attributes found, SealCheck check, byte[] bytes) {
        if (check instanceof SealCheck.Holds holds) {
            return Sighting.sealed(path, holds.seal());
        }
        if (check instanceof SealCheck.Newer newer) {
            String detail = "sealed in format " + newer.format() + ", which is newer than this program";
            return Sighting.unsealed(
                    path, State.NEWER, detail, newer.generation().orElse(0));
        }
        if (check instanceof SealCheck.Broken broken) {
            return broken(path, found, broken);
        }
        return Sighting.unsealed(path, State.EDITED, bytes.length == 0 ? "empty" : "no seal", 0);
    }

    private static Sighting broken(Path path, Attributes found, SealCheck.Broken broken) {
        long generation = broken.generation().orElse(0);
        return isUntouched(found, broken)
                ? Sighting.unsealed(path, State.INVALID, "does not match its seal, and nobody edited it", generation)
                : Sighting.unsealed(path, State.EDITED, "does not match its seal", generation);
    }

    // An editor changes the size, or the time, or both. Damage changes neither.
    private static boolean isUntouched(Attributes found, SealCheck.Broken broken) {
        return broken.size().orElse(-1) == found.size()
                && broken.time().isPresent()
                && !found.modified().toInstant().isAfter(broken.time().get().plus(WRITING));
    }

    /** Whether it is dated as it was sealed: copying an older generation over it would show. */
    boolean isDatedAsSealed() {
        return sighting.seal().isPresent()
                && attributes.isPresent()
                && !attributes
                        .get()
                        .modified()
                        .toInstant()
                        .isAfter(sighting.seal().get().time().plus(WRITING));
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
