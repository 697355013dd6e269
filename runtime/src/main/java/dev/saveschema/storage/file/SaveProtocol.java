package dev.saveschema.storage.file;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SyncMode;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.disk.TempLeftException;
import dev.saveschema.storage.lock.SaveLock;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.RecoveryScan;
import dev.saveschema.storage.recovery.RecoveryScan.Temps;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a body becomes the newest generation. In the steady state these calls change the disk, two of them wait for it, and at no
 * moment is there no live file:
 *
 * <pre>
 * create, write, force, close   .progress.json.6f1c0a9b5e3d7712.tmp
 * move                          progress.json.bak1 to progress.json.bak2
 * link                          progress.json.bak1 to what progress.json is
 * move                          .progress.json.6f1c0a9b5e3d7712.tmp to progress.json
 * force                         the directory
 * </pre>
 *
 * <p>A force that failed is never tried again on the same file, since the system may have dropped what it could not write, and
 * would say that all is well. The next save writes a new file.
 */
final class SaveProtocol {

    /** How often a save starts again because somebody else wrote the file meanwhile. */
    private static final int MOST_ATTEMPTS = 10;

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final SaveLock saveLock;
    private final StorageOptions options;
    private final InstantSource clock;
    private final SaveFailures failures;
    private final FileState known;
    private final FailedAttempts failed;
    private final TempFiles temps;
    private final Publication publication;
    private final TempWriter tempWriter;
    private final boolean sealed;

    /** Whether a save was refused because somebody else had saved, and the program has not loaded since. */
    private boolean stale;

    SaveProtocol(
            SaveDirectory directory,
            SaveLock saveLock,
            StorageOptions options,
            InstantSource clock,
            TempFiles.Token token) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.saveLock = saveLock;
        this.options = options;
        this.clock = clock;
        this.failures = new SaveFailures(names.live());
        this.known = new FileState(directory);
        this.temps = new TempFiles(ops, names, token);
        this.publication = new Publication(directory, temps, options);
        this.failed = new FailedAttempts(directory, known, temps, publication, failures);
        this.sealed = directory.sealed();
        this.tempWriter = new TempWriter(temps, names, publication);
    }

    /** @param isLocked whether the lock was held during that load */
    void startFrom(StorageState loaded, boolean isLocked) {
        known.startFrom(loaded, isLocked);
        stale = false;
    }

    boolean isStarted() {
        return known.isStarted();
    }

    /** Whether the live file holds this body now. */
    boolean isInPlace(SaveBody body) {
        return known.snapshot().map(live -> live.hasBody(body)).orElseGet(() -> isAttempted(body));
    }

    /** Whether the live file was to hold this body, and may or may not. */
    boolean isAttempted(SaveBody body) {
        return known.attempted().filter(content -> content.hasBody(body)).isPresent();
    }

    private boolean isAttempted(FileSnapshot unfinished) {
        return known.attempted()
                .filter(content -> content.id().equals(unfinished.id()))
                .isPresent();
    }

    SaveReceipt save(SaveRequest request) throws SaveException {
        requireLock();
        StorageState loaded = known.now();
        StorageState before = orFail("it cannot be read", known::inspect);
        if (options.shared() && (stale || isOvertaken(loaded))) {
            throw staleSave();
        }
        if (isUnchanged(before, request)) {
            return new SaveReceipt(before.liveFile().generation(), false, Optional.empty(), List.of());
        }
        ReceiptBuilder receipt = new ReceiptBuilder();
        if (before.unpublished().isPresent()) {
            FileSnapshot unfinished = before.unpublished().get();
            if (publishUnfinished(before, unfinished, receipt) && unfinished.hasBody(request.body())) {
                return receipt.receipt(unfinished.candidate().generation());
            }
            if (isAttempted(unfinished)) {
                failed.requireThatFewTempsAreLeft();
            }
            if (options.shared() && known.now().isConflict()) {
                throw staleSave(); // somebody wrote the file meanwhile
            }
        }
        return write(request, receipt);
    }

    /** Whether somebody else has saved or deleted the file since this state was known. */
    private boolean isOvertaken(StorageState before) {
        StorageState now = known.now();
        return now.isConflict() || isThere(now) != isThere(before);
    }

    private static boolean isThere(StorageState state) {
        return !state.liveFile().is(State.MISSING);
    }

    private ConflictException staleSave() {
        stale = true;
        return new ConflictException(
                Copy.of(names.live()),
                isThere(known.now())
                        ? "somebody else has saved it meanwhile"
                        : "somebody else has deleted it meanwhile");
    }

    private boolean isUnchanged(StorageState before, SaveRequest request) {
        return !known.isSuspect()
                && before.unpublished().isEmpty()
                && before.hasBody(request.body())
                && (known.isDurable() || makeFoundDurable());
    }

    private boolean makeFoundDurable() {
        try {
            ops.force(names.live());
            makeDurable();
            return true;
        } catch (IOException e) {
            return false; // the content is written anew, to a file that can be made durable
        }
    }

    private void requireLock() throws SaveException {
        try {
            saveLock.require();
        } catch (InUseException e) {
            throw failures.oldFileStands("it was locked by somebody else", e);
        } catch (IOException e) {
            throw failures.oldFileStands(
                    names.lock().getFileName() + " in the directory " + names.directory() + " cannot be locked", e);
        }
        if (!known.tempsAreKnown()) {
            known.addTemps(orFail("what is beside it cannot be read", () -> RecoveryScan.of(directory, Temps.OURS)));
        }
    }

    private interface Step<T> {

        T take() throws IOException;
    }

    private <T> T orFail(String message, Step<T> step) throws SaveException {
        try {
            return step.take();
        } catch (IOException e) {
            throw failures.oldFileStands(message, e);
        }
    }

    /**
     * Gives a whole save that never got its name that name, as if the program that wrote it had lived on. If that fails, the save that
     * is made now supersedes it.
     *
     * <p>The temp is written anew: a force of that file may have failed, which the system tells once and to one program only. It is
     * written in its place, since a program that is killed each time it does this would leave one more temp each time. The bytes are
     * the same, so that no power cut can make them worse.
     *
     * @return whether the unfinished save is the live file now, and durable
     */
    private boolean publishUnfinished(StorageState found, FileSnapshot unfinished, ReceiptBuilder receipt) {
        Path left = unfinished.candidate().path();
        List<Leftover> remaining;
        try {
            Publication.Preparation prepared = placeUnfinished(found, unfinished);
            receipt.add(prepared);
            remaining = prepared.remaining();
            known.setLeftovers(publication.forLater(remaining));
        } catch (IOException e) {
            if (e instanceof TempLeftException another) {
                known.leave(another.temp(), known.now().leftovers());
            }
            StorageState now = known.now();
            // The temp stays as it is until the new content is in place. Beside an edit that was made since, however,
            // it does not follow the live file any more, and is kept aside as an unfinished save.
            known.know(now.withoutUnpublished(
                    now.isConflict()
                            ? Leftover.keptAside(left, QuarantineReason.UNFINISHED)
                            : Leftover.superseded(left)));
            return false;
        }
        try {
            makeDurable();
        } catch (IOException e) {
            return false; // the new content makes it durable, too, or fails and says why
        }
        clear(remaining);
        return true;
    }

    private Publication.Preparation placeUnfinished(StorageState found, FileSnapshot unfinished) throws IOException {
        Path temp = unfinished.candidate().path();
        temps.writeAnew(temp, unfinished.bytes().orElseThrow());
        if (!found.liveFile().is(State.MISSING)) {
            ops.matchOwner(names.live(), temp); // the live file's mode may have been narrowed since the temp was made
        }
        StorageState before = requireOurs(known.inspect());
        Publication.Preparation prepared = publication.prepare(before, List.of(), now());
        FileSnapshot next = unfinished.withAttributes(known.attributes(temp));
        place(temp, next, requireOurs(known.lastLook(temp, next.attributes(), prepared.linked())));
        return prepared;
    }

    private StorageState requireOurs(StorageState now) throws IOException {
        if (now.isConflict()) {
            throw new FileSystemException(names.live().toString(), null, "somebody else wrote it meanwhile");
        }
        return now;
    }

    private SaveReceipt write(SaveRequest request, ReceiptBuilder receipt) throws SaveException {
        for (int attempt = 1; ; attempt++) {
            StorageState found = known.now();
            Attempt next = writeTemp(request, found);
            Optional<Publication.Preparation> prepared = prepare(next, found, request, receipt);
            if (prepared.isPresent()) {
                publish(next, prepared.get());
                return receipt.receipt(next.seal().generation());
            }
            FileSystemException busy =
                    new FileSystemException(names.live().toString(), null, "somebody else writes it again and again");
            if (options.shared() && isOvertaken(found)) {
                failed.discard(next.temp(), busy);
                throw staleSave();
            }
            if (attempt == MOST_ATTEMPTS) {
                throw failed.abandoned(next, "it could not be replaced", busy);
            }
            failed.discard(next.temp(), busy);
        }
    }

    private Attempt writeTemp(SaveRequest request, StorageState before) throws SaveException {
        failed.requireThatTempsGo();
        SaveBody body = request.body();
        RunningSums sums = RunningSums.of(body);
        Seal seal = sealed
                ? Seal.after(
                        before.generation(), temps.token().next(), before.id(), clock.instant(), request.versions())
                : Seals.ofContent(sums.fingerprint());
        byte[] file = sealed ? Seals.seal(body, request.layout(), seal, sums) : body.asFile();
        String message = "the new content could not be written";
        try {
            Path temp = tempWriter.write(file, before);
            return new Attempt(temp, seal, file, body.length(), known.attributes(temp));
        } catch (TempLeftException e) {
            Attempt attempt = new Attempt(e.temp(), seal, file, body.length(), Optional.empty());
            throw failed.left(attempt, e.isWritten(), message, e.reason());
        } catch (IOException e) {
            throw failed.deleted(message, e);
        }
    }

    /** Keeps all that the attempt will push out. Empty if somebody else wrote the live file while the temp was written. */
    private Optional<Publication.Preparation> prepare(
            Attempt attempt, StorageState found, SaveRequest request, ReceiptBuilder receipt) throws SaveException {
        StorageState before = orAbandon(attempt, "it cannot be read", known::inspect);
        if (!before.id().equals(found.id()) || before.generation() > found.generation()) {
            return Optional.empty(); // the temp names its parent, and the live file is another one by now
        }
        Publication.Preparation prepared = orAbandon(
                attempt,
                "what it holds could not be kept aside",
                () -> publication.prepare(before, request.keep(), now()));
        receipt.add(prepared);
        StorageState now = orAbandon(
                attempt,
                "it cannot be replaced",
                () -> known.lastLook(attempt.temp(), attempt.attributes(), prepared.linked()));
        if (prepared.newestBackup() > found.generation()) {
            // This backup could not be read when the file was loaded. A backup with a greater number than the live
            // file's would look as if somebody had put an older save back.
            known.useUp(prepared.newestBackup());
            return Optional.empty();
        }
        return now.live().holdsWhat(before.live()) ? Optional.of(prepared) : Optional.empty();
    }

    private <T> T orAbandon(Attempt attempt, String message, Step<T> step) throws SaveException {
        try {
            return step.take();
        } catch (IOException e) {
            throw failed.abandoned(attempt, message, e);
        } catch (RuntimeException | Error e) {
            failed.discard(attempt.temp(), e);
            throw e;
        }
    }

    private void publish(Attempt attempt, Publication.Preparation prepared) throws SaveException {
        FileSnapshot next = FileSnapshot.written(
                names.live(), attempt.file(), attempt.seal(), attempt.bodyLength(), attempt.attributes());
        try {
            place(attempt.temp(), next, known.now());
        } catch (IOException e) {
            throw failed.notInPlace(attempt, e);
        }
        known.setLeftovers(publication.forLater(prepared.remaining()));
        try {
            makeDurable();
        } catch (IOException e) {
            throw failures.mayRollBack("the directory could not be made durable", e);
        }
        clear(prepared.remaining());
        publication.thin(attempt.seal(), prepared.preserved(), now());
    }

    /** Gives the temp the live file's name, right after the last look at the live file, and notes that. */
    private void place(Path temp, FileSnapshot content, StorageState before) throws IOException {
        Seal seal = content.candidate().seal().orElseThrow();
        known.attempt(content);
        publication.move(temp, seal);
        known.published(content, seal, before);
        publication.remember(before);
    }

    private void clear(List<Leftover> remaining) {
        known.setLeftovers(publication.clear(remaining, now()));
    }

    private void makeDurable() throws IOException {
        if (options.durability() == SyncMode.FULL) {
            publication.makeDurable(names.live());
        }
        known.setDurable();
    }

    private Instant now() {
        return Seal.fitting(clock.instant());
    }
}
