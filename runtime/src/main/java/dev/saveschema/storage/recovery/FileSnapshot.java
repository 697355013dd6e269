package dev.saveschema.storage.recovery;

import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.SealFinding;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One file as it was found: what it says of itself, and its bytes, if they were to be had. Whether the bytes make sense is for
 * the reader to say; until then an unsealed file passes for edited.
 *
 * @param attributes taken before the bytes were read: if somebody replaced the file in between, the next snapshot sees a change
 */
public record FileSnapshot(
        Candidate candidate, Optional<Attributes> attributes, Optional<byte[]> bytes, SealCheck check) {

    /** @throws IOException if the file cannot be read, which says nothing about what it holds */
    public static FileSnapshot at(Path path, SaveDirectory directory) throws IOException {
        Optional<Attributes> found = directory.ops().attributes(path);
        if (found.isEmpty()) {
            return missing(path);
        }
        if (found.get().kind() != Kind.FILE) {
            throw new FileSystemException(path.toString(), null, "not a regular file");
        }
        return read(path, found.get(), directory);
    }

    /** As {@link #at}, for a copy: one that cannot be read is {@link State#UNREADABLE}, and the caller decides whether that matters. */
    public static FileSnapshot beside(Path path, SaveDirectory directory) {
        try {
            return at(path, directory);
        } catch (IOException e) {
            return unreadable(path, e);
        }
    }

    /** A temp that lacks its end. */
    static FileSnapshot unfinished(Path path, Attributes found) {
        Candidate candidate = Candidate.unsealed(path, State.INVALID, "not finished", 0);
        return new FileSnapshot(candidate, Optional.of(found), Optional.empty(), new SealCheck.None());
    }

    /** The same file without its bytes, to be read again if they are needed. */
    FileSnapshot withoutBytes() {
        return new FileSnapshot(candidate, attributes, Optional.empty(), check);
    }

    static FileSnapshot unreadable(Path path, IOException e) {
        Candidate candidate = Candidate.unsealed(path, State.UNREADABLE, SystemError.reason(e), 0);
        return new FileSnapshot(candidate, Optional.empty(), Optional.empty(), new SealCheck.None());
    }

    /** A file that was just written. */
    public static FileSnapshot written(
            Path path, byte[] bytes, Seal seal, int bodyLength, Optional<Attributes> attributes) {
        return new FileSnapshot(
                Candidate.sealed(path, seal), attributes, Optional.of(bytes), new SealCheck.Holds(seal, bodyLength));
    }

    private static FileSnapshot missing(Path path) {
        return new FileSnapshot(Candidate.missing(path), Optional.empty(), Optional.empty(), new SealCheck.None());
    }

    private static FileSnapshot read(Path path, Attributes found, SaveDirectory directory) throws IOException {
        try {
            if (found.size() > directory.maxBytes()) {
                throw new FileTooLargeException(path, directory.maxBytes());
            }
            byte[] bytes = directory.read(path);
            SealCheck check = directory.sealed() ? Seals.check(bytes) : Seals.checkUnsealed(bytes);
            return identified(
                    new FileSnapshot(candidate(path, check, bytes), Optional.of(found), Optional.of(bytes), check));
        } catch (FileTooLargeException e) {
            Candidate candidate = Candidate.unsealed(path, State.INVALID, e.getReason(), 0);
            return new FileSnapshot(candidate, Optional.of(found), Optional.empty(), new SealCheck.None());
        } catch (NoSuchFileException gone) {
            return missing(path);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // An exception from reading does not name the file.
            throw (IOException) new FileSystemException(path.toString(), null, SystemError.reason(e)).initCause(e);
        }
    }

    private static FileSnapshot identified(FileSnapshot read) {
        return read.with(read.candidate.identifiedBy(read.check.contentId(read.bytes)));
    }

    private static Candidate candidate(Path path, SealCheck check, byte[] bytes) {
        if (check instanceof SealCheck.Holds holds) {
            return Candidate.sealed(path, holds.seal());
        }
        return Candidate.unsealed(path, SealFinding.of(Copy.of(path), check, bytes.length), generation(check));
    }

    private static long generation(SealCheck check) {
        if (check instanceof SealCheck.Newer newer) {
            return newer.generation().orElse(0);
        }
        return check instanceof SealCheck.Broken broken ? broken.generation().orElse(0) : 0;
    }

    /** The same bytes as another candidate, such as under a new name. */
    public FileSnapshot as(Candidate renamed, Optional<Attributes> found) {
        return new FileSnapshot(renamed, found, bytes, check);
    }

    public FileSnapshot withAttributes(Optional<Attributes> found) {
        return new FileSnapshot(candidate, found, bytes, check);
    }

    /** The same snapshot with another candidate, after more is known of the content. */
    FileSnapshot with(Candidate better) {
        return new FileSnapshot(better, attributes, bytes, check);
    }

    /** Whether the file is whole, and its sealed body is this one, byte for byte. */
    public boolean hasBody(SaveBody body) {
        return check instanceof SealCheck.Holds holds
                && bytes.isPresent()
                && body.isStartOf(bytes.get(), holds.bodyLength());
    }

    /** Whether both files are missing, or hold the same byte for byte. Equal sums are not enough, since sums can be made equal. */
    public boolean holdsWhat(FileSnapshot other) {
        if (bytes.isEmpty() || other.bytes.isEmpty()) {
            return candidate.is(State.MISSING) && other.candidate.is(State.MISSING) || areBothTheSameTooLarge(other);
        }
        return Arrays.equals(bytes.get(), other.bytes.get());
    }

    // A file that is too large to be read is not compared: all that can be said is that it looks the same.
    private boolean areBothTheSameTooLarge(FileSnapshot other) {
        return attributes.isPresent()
                && other.attributes.isPresent()
                && attributes.get().looksLike(other.attributes.get());
    }

    /**
     * The id that the generation which replaces this file names as its parent: the id in the seal, or if the seal does not hold, the
     * sums of the whole content. So a generation says exactly which content it follows, and an edit that came later is told from one
     * that came before.
     */
    public String id() {
        return candidate.id();
    }
}
