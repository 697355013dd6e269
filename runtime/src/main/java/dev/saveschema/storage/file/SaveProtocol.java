package dev.saveschema.storage.file;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
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
import dev.saveschema.storage.recovery.RecoveryScan;
import dev.saveschema.storage.recovery.RecoveryScan.Temps;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes a body the newest generation. In the steady state these calls change the disk, two of them wait for it, and at no
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
    private final Commit commit;
    private final UnfinishedSaves unfinishedSaves;
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
        this.commit = new Commit(known, publication, names.live(), options.durability(), clock);
        this.unfinishedSaves = new UnfinishedSaves(directory, known, temps, publication, commit);
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
            if (unfinishedSaves.publish(before, unfinished, receipt) && unfinished.hasBody(request.body())) {
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
            commit.makeDurable();
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
                attempt, "what it holds could not be kept aside", () -> commit.prepare(before, request.keep()));
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
            commit.place(attempt.temp(), next, known.now());
        } catch (IOException e) {
            throw failed.notInPlace(attempt, e);
        }
        known.setLeftovers(publication.forLater(prepared.remaining()));
        try {
            commit.makeDurable();
        } catch (IOException e) {
            throw failures.mayRollBack("the directory could not be made durable", e);
        }
        commit.clear(prepared.remaining());
        commit.thin(attempt.seal(), prepared);
    }
}
