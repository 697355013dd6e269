package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileTooLargeException;
import dev.saveschema.storage.disk.LinkOrCopy;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.recovery.FileSnapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Keeps files under names that no save overwrites. Content that is there already is not kept twice, so that a program that is
 * started over and over beside one damaged file does not fill the disk.
 *
 * <p>A kept file is a durable copy. A second name would be one for the same file: a person who edits that in place under its first name
 * would change the kept content, too. Only a file that cannot be read, or is too large to be read, gets a second name instead.
 */
final class Quarantine {

    /** How often a file that changes while it is copied is copied again. */
    private static final int MOST_ATTEMPTS = 3;

    /** In the name of a copy, for the sum of its content. */
    private static final String TOO_LARGE = "toolarge";

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final TempFiles temps;
    private final LinkOrCopy linkOrCopy;

    /** The copies that this object made durable. */
    private final Set<Path> durable = new HashSet<>();

    /** The names of copies, listed once a save: there may be thousands of files to keep. Empty if they are to be listed. */
    private Optional<Set<String>> listed = Optional.empty();

    Quarantine(SaveDirectory directory, TempFiles temps, LinkOrCopy linkOrCopy) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.temps = temps;
        this.linkOrCopy = linkOrCopy;
    }

    /** The content of a file, and the tag that stands for it in a name. */
    private record Content(Path path, String tag, Optional<byte[]> bytes) {

        /**
         * Whether both hold the same bytes. Two files that cannot be read are taken to hold the same; one that can be read and one that
         * cannot differ.
         */
        boolean holdsWhat(Content other) {
            return bytes.isPresent() && other.bytes.isPresent()
                    ? Arrays.equals(bytes.get(), other.bytes.get())
                    : tag.equals(other.tag);
        }
    }

    /** To be called when a save begins. A copy that somebody else makes during a save is not known until the next one. */
    void beginSave() {
        listed = Optional.empty();
    }

    private Set<String> listed() throws IOException {
        if (listed.isEmpty()) {
            listed = Optional.of(new TreeSet<>(ops.list(names.directory(), names::isKept)));
        }
        return listed.get();
    }

    private interface Names {

        /** @param count 1 for the first name to be tried */
        Path name(int count);
    }

    /**
     * Keeps the content of a file, and leaves the file where it is. The caller makes the new name durable.
     *
     * @return where the content is kept
     */
    Path keep(Path path, QuarantineReason reason, Instant now) throws IOException {
        return keep(content(path), reason, now);
    }

    private Path keep(Content content, QuarantineReason reason, Instant now) throws IOException {
        Optional<Path> kept = alreadyKept(content);
        return kept.isPresent()
                ? kept.get()
                : put(content, count -> names.quarantine(reason, now, content.tag(), count));
    }

    /** Keeps the content of a file, and deletes the file. A change that somebody makes meanwhile is kept, too. */
    Path keepOnly(Path path, QuarantineReason reason, Instant now) throws IOException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Content content = content(path);
            Path kept = keep(content, reason, now);
            new DirectoryForce(ops).force(names.directory(), kept);
            if (content(path).holdsWhat(content)) {
                ops.delete(path);
                return kept;
            }
        }
        throw new FileSystemException(path.toString(), null, "somebody else writes it again and again");
    }

    /** Keeps what a file holds as the file of a version. */
    Path keepAsVersion(Path path, int version) throws IOException {
        Content content = content(path);
        Path first = names.version(version, "");
        if (holds(first, content) && isDurable(first, content)) {
            return first;
        }
        Optional<Path> kept = alreadyKept(content, names::isVersion);
        return kept.isPresent()
                ? kept.get()
                : put(
                        content,
                        count -> count == 1
                                ? first
                                : names.version(version, "-" + content.tag() + (count == 2 ? "" : "-" + (count - 1))));
    }

    /** Keeps what a file holds as the file of a version, if there is no whole one yet. Answers which file that is. */
    Path keepFirstOfVersion(Path path, int version) throws IOException {
        for (String name : ops.list(names.directory(), name -> names.isVersion(name, version))) {
            if (isWholeVersion(names.listed(name), path)) {
                return names.listed(name);
            }
        }
        return keepAsVersion(path, version);
    }

    // A name is not a copy: a link may have it, or what a program could write before it was killed.
    private boolean isWholeVersion(Path kept, Path path) throws IOException {
        Optional<Attributes> found = ops.attributes(kept);
        if (found.isEmpty()
                || found.get().kind() != Kind.FILE
                || found.get().links() > 1
                || found.get().size() == 0
                || ops.same(kept, path)) {
            return false;
        }
        FileSnapshot snapshot = FileSnapshot.beside(kept, directory);
        return snapshot.candidate().is(State.SEALED) && isDurable(kept, content(kept));
    }

    private Content content(Path path) {
        try {
            byte[] bytes = directory.read(path);
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            return new Content(path, HexFormat.of().toHexDigits((int) sum.getValue()), Optional.of(bytes));
        } catch (FileTooLargeException e) {
            return new Content(path, TOO_LARGE, Optional.empty());
        } catch (IOException e) {
            return new Content(path, "unreadable", Optional.empty()); // a link keeps the file without reading it
        }
    }

    private Optional<Path> alreadyKept(Content content) throws IOException {
        return alreadyKept(content, name -> names.isQuarantine(name, content.tag()) || names.isVersion(name));
    }

    private Optional<Path> alreadyKept(Content content, Predicate<String> mayHoldIt) throws IOException {
        for (String name : listed()) {
            if (mayHoldIt.test(name)) {
                Path path = names.listed(name);
                if (holds(path, content) && isDurable(path, content)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    // A symbolic link holds nothing, wherever it leads to. A file of several names may be edited under any of them, so
    // that it keeps nothing.
    private boolean holds(Path kept, Content content) throws IOException {
        Optional<Attributes> found = ops.attributes(kept);
        if (found.isEmpty() || found.get().kind() != Kind.FILE) {
            return false;
        }
        if (content.bytes().isEmpty()) {
            return ops.same(kept, content.path());
        }
        return found.get().links() <= 1
                && found.get().size() == content.bytes().get().length
                && !ops.same(kept, content.path())
                && content(kept)
                        .bytes()
                        .filter(bytes -> Arrays.equals(bytes, content.bytes().get()))
                        .isPresent();
    }

    // The program that wrote the copy may have been killed before it was forced, or been told that forcing it failed,
    // which the system tells once. So the copy is written once more, in its place: the bytes are the same.
    private boolean isDurable(Path kept, Content content) {
        if (durable.contains(kept)) {
            return true;
        }
        try {
            if (content.bytes().isEmpty()) {
                forceLarge(kept, content);
            } else {
                temps.writeAnew(kept, content.bytes().get());
            }
            durable.add(kept);
            return true;
        } catch (IOException e) {
            return false; // then there will be another copy
        }
    }

    private Path put(Content content, Names free) throws IOException {
        for (int count = 1; ; count++) {
            Path name = free.name(count);
            if (ops.attributes(name).isEmpty()) {
                try {
                    put(content, name);
                    return name;
                } catch (FileAlreadyExistsException taken) {
                    // Another program took the name meanwhile: the next one is tried.
                }
            }
        }
    }

    // The copy is written under its own name from the first byte: a temp could pass for an unfinished save, if this
    // program is killed before it renames it.
    private void put(Content content, Path name) throws IOException {
        if (content.bytes().isPresent()) {
            temps.writeAs(name, content.bytes().get(), content.path());
        } else {
            linkOrCopy.make(name, content.path());
            forceLarge(name, content);
        }
        durable.add(name);
        listed.ifPresent(known -> known.add(name.getFileName().toString()));
    }

    // A file that is too large to be read need not have been forced by the program that wrote it. A file that cannot be
    // read may be a FIFO, and cannot be forced.
    private void forceLarge(Path name, Content content) throws IOException {
        if (content.tag().equals(TOO_LARGE)) {
            ops.force(name);
        }
    }
}
