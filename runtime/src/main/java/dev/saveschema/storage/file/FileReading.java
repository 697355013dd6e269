package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.Spelling;
import dev.saveschema.storage.recovery.Recovery;
import dev.saveschema.storage.recovery.RecoveryScan;
import dev.saveschema.storage.recovery.RecoveryScan.Temps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a save that may be open in another process, or here. Takes no lock and changes nothing on the disk, so that it works in a
 * directory that cannot be written.
 *
 * <p>A temp is never read: it may be the save of a living writer that has not published it. A save that its writer did not live to
 * finish is therefore seen only once somebody opens the file. An answer other than the intact live file may mix two moments of a save;
 * if the live file has changed meanwhile, all is read again, a hundred times at most.
 */
public final class FileReading {

    /** How often a save is read anew that another program replaces before the reading ends. */
    private static final int MOST_ATTEMPTS = 100;

    private final FileOps ops;
    private final long maxBytes;
    private final boolean sealed;

    /** @param sealed whether files have a seal */
    public FileReading(long maxBytes, boolean sealed) {
        this(FileOps.ofThisSystem(), maxBytes, sealed);
    }

    FileReading(FileOps ops, long maxBytes) {
        this(ops, maxBytes, true);
    }

    private FileReading(FileOps ops, long maxBytes, boolean sealed) {
        this.ops = ops;
        this.maxBytes = maxBytes;
        this.sealed = sealed;
    }

    /** @throws IOException if the disk refuses to give the file back */
    public <R> Retrieval<R> read(Path file, ContentReader<R> reader) throws IOException {
        return at(file, (directory, io) -> read(directory, reader, io)).orElseGet(FileReading::nothing);
    }

    /**
     * The generations behind the file, the newest first.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<Copy> backups(Path file) throws IOException {
        return ask(file, FileCopies::backups).orElse(List.of());
    }

    /**
     * The copies that were kept aside, the newest first.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<KeptCopy> kept(Path file) throws IOException {
        return ask(file, FileCopies::kept).orElse(List.of());
    }

    /**
     * The bytes of a backup, of a copy that was kept aside, or of the file itself.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the disk refuses to give it back
     */
    public byte[] read(Path file, Copy copy) throws IOException {
        return ask(file, copies -> copies.read(copy, Copy.of(file)))
                .orElseThrow(() -> new IllegalArgumentException(copy + " is not a copy of " + file));
    }

    private interface Question<A> {

        A of(FileCopies copies) throws IOException;
    }

    private <A> Optional<A> ask(Path file, Question<A> question) throws IOException {
        return at(file, (directory, io) -> io.call(() -> question.of(new FileCopies(directory))));
    }

    private interface Look<A> {

        A at(SaveDirectory directory, IoThread io) throws IOException;
    }

    /** Empty if there is no directory to look in. */
    private <A> Optional<A> at(Path file, Look<A> look) throws IOException {
        IoThread io = new IoThread("SaveSchema reading " + file.getFileName());
        try {
            Optional<Path> live = io.call(() -> new LinkResolver(ops).findExisting(file));
            return live.isPresent() ? Optional.of(look.at(directoryOf(live.get(), io), io)) : Optional.empty();
        } finally {
            io.stop();
        }
    }

    private SaveDirectory directoryOf(Path live, IoThread io) throws IOException {
        FileNames names = io.call(() -> new Spelling(ops).of(new FileNames(live)));
        return new SaveDirectory(ops, names, maxBytes, sealed);
    }

    private static <R> Retrieval<R> nothing() {
        return new Retrieval<>(
                Verdict.ABSENT, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private <R> Retrieval<R> read(SaveDirectory directory, ContentReader<R> reader, IoThread io) throws IOException {
        for (int attempt = 1; ; attempt++) {
            RecoveryScan scan = io.call(() -> RecoveryScan.of(directory, Temps.NEVER));
            Recovery.Outcome<R> outcome = new Recovery<>(io, scan, reader).run();
            boolean isCertain = outcome.retrieval().verdict() == Verdict.INTACT
                    || io.call(() -> isUnchanged(outcome.state().live().attributes(), directory));
            if (isCertain || attempt == MOST_ATTEMPTS) {
                return outcome.retrieval();
            }
        }
    }

    private boolean isUnchanged(Optional<Attributes> before, SaveDirectory directory) throws IOException {
        Optional<Attributes> now = ops.attributes(directory.live());
        return before.isPresent() == now.isPresent()
                && (now.isEmpty() || now.get().looksLike(before.get()));
    }
}
