package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.lock.SaveLock;
import dev.saveschema.storage.recovery.Candidate;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Fingerprint;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private final FileOps ops;
    private final FileNames names;
    private final SaveLock saveLock;
    private final InstantSource clock;
    private final ChangeDetector changes;
    private final TempFiles temps;
    private final Publication publication;
    private final TempWriter tempWriter;

    private Optional<StorageState> state = Optional.empty();

    /** Whether the disk may hold something else, or more, than is known; then a save is never left out. */
    private boolean suspect;

    /** Whether the live file was made durable here. What a load finds need not have been, by whoever put it there. */
    private boolean durable;

    SaveProtocol(SaveDirectory directory, SaveLock saveLock, InstantSource clock, TempFiles.Token token) {
        this.ops = directory.ops();
        this.names = directory.names();
        this.saveLock = saveLock;
        this.clock = clock;
        this.changes = new ChangeDetector(directory);
        this.temps = new TempFiles(ops, names, token);
        this.publication = new Publication(directory, temps);
        this.tempWriter = new TempWriter(temps, names, publication);
    }

    /** Sets out from a load. */
    void startFrom(StorageState loaded) {
        state = Optional.of(loaded);
        durable = false;
    }

    boolean isStarted() {
        return state.isPresent();
    }

    SaveReceipt save(SaveRequest request) throws SaveException {
        requireLock();
        StorageState before = inspect(state.orElseThrow());
        if (!suspect && before.unpublished().isEmpty() && before.hasBody(request.body())) {
            Optional<FileSnapshot> found = lookAgain();
            if (found.isPresent() && found.get().hasBody(request.body())) {
                if (isDurable()) {
                    return new SaveReceipt(before.live().generation(), false, Optional.empty(), List.of());
                }
            } else if (found.isPresent()) {
                before = changes.compare(before, found.get());
            }
        }
        ReceiptBuilder receipt = new ReceiptBuilder();
        if (before.unpublished().isPresent()) {
            FileSnapshot unfinished = before.unpublished().get();
            if (publishUnfinished(before, unfinished, receipt) && unfinished.hasBody(request.body())) {
                return receipt.receipt(unfinished.candidate().generation());
            }
            before = state.orElseThrow();
        }
        return write(request, before, receipt);
    }

    private void requireLock() throws SaveException {
        try {
            saveLock.require();
        } catch (InUseException e) {
            throw oldFileStands("it was locked by somebody else", e);
        } catch (IOException e) {
            throw oldFileStands(
                    names.lock().getFileName() + " in the directory " + names.directory() + " cannot be locked", e);
        }
    }

    private StorageState inspect(StorageState state) throws SaveException {
        try {
            return changes.inspect(state);
        } catch (IOException e) {
            throw oldFileStands("it cannot be read", e);
        }
    }

    // The same sums may be an accident, or somebody's art: what is on the disk decides whether a save can be left out.
    private Optional<FileSnapshot> lookAgain() {
        try {
            return Optional.of(changes.snapshot());
        } catch (IOException e) {
            return Optional.empty(); // then it is written, which does not take reading
        }
    }

    private boolean isDurable() {
        if (durable) {
            return true;
        }
        try {
            ops.force(names.live());
            publication.makeDurable(names.live());
            durable = true;
            return true;
        } catch (IOException e) {
            return false; // then it is written, as a file that can be made durable
        }
    }

    /**
     * A whole save that never got its name gets it, as if the program that wrote it had lived on. If it cannot have it, it is
     * superseded by what is saved now.
     *
     * @return whether it is the live file, and durable
     */
    private boolean publishUnfinished(StorageState found, FileSnapshot unfinished, ReceiptBuilder receipt) {
        Path temp = unfinished.candidate().path();
        Seal seal = unfinished.candidate().seal().orElseThrow();
        StorageState before = found;
        Publication.Preparation prepared;
        try {
            ops.force(temp); // it was found whole, which does not mean that it is durable
            before = changes.inspect(before);
            if (before.isConflict()) {
                // What somebody wrote since comes after it. It was never more than a temp, and is kept as one.
                state = Optional.of(before.withoutUnpublished(Leftover.keptAside(temp, QuarantineReason.UNFINISHED)));
                return false;
            }
            prepared = publication.prepare(before, List.of(), now());
            publication.move(temp, seal);
        } catch (IOException e) {
            // Where it is, it is as good as before, until the new content is in place.
            state = Optional.of(before.withoutUnpublished(Leftover.superseded(temp)));
            return false;
        }
        receipt.add(prepared);
        state = Optional.of(StorageState.ofLive(Candidate.sealed(names.live(), seal), unfinished)
                .withAttributes(changes.attributes())
                .withGeneration(before.generation())
                .withLeftovers(publication.forLater(prepared.remaining())));
        try {
            makeDurable();
        } catch (IOException e) {
            return false; // it becomes so with the new content, or that fails too, and says why
        }
        clear(prepared);
        return true;
    }

    private SaveReceipt write(SaveRequest request, StorageState found, ReceiptBuilder receipt) throws SaveException {
        RunningSums sums = new RunningSums().add(request.body(), 0, request.body().length);
        Fingerprint body = sums.fingerprint();
        Seal seal = Seal.after(found.generation(), temps.token().next(), found.id(), clock.instant());
        byte[] file = Seals.seal(request.body(), request.layout(), seal, sums);
        Path temp = writeTemp(file, found);
        StorageState before =
                orDiscard(temp, found, () -> inspect(found)); // a disk takes its time, and no editor waits for it
        if (before.generation() > found.generation() && before.generation() >= seal.generation()) {
            discard(temp, before, new IOException("somebody saved a later generation meanwhile"));
            return write(request, before, receipt);
        }
        Publication.Preparation prepared = orDiscard(temp, before, () -> prepare(request, before));
        receipt.add(prepared);
        publish(temp, seal, before);
        becomeKnown(body, seal, sums.fingerprint(), prepared);
        try {
            makeDurable();
        } catch (IOException e) {
            throw mayRollBack("the directory could not be made durable", e);
        }
        clear(prepared);
        return receipt.receipt(seal.generation());
    }

    private Path writeTemp(byte[] file, StorageState before) throws SaveException {
        try {
            return tempWriter.write(file, before);
        } catch (IOException e) {
            suspect |= e.getSuppressed().length > 0; // the temp may still be there, and whole
            throw oldFileStands("the new content could not be written", e);
        }
    }

    private Publication.Preparation prepare(SaveRequest request, StorageState before) throws SaveException {
        try {
            return publication.prepare(before, request.keep(), now());
        } catch (IOException e) {
            throw oldFileStands("what it holds could not be kept aside", e);
        }
    }

    private interface Step<T> {

        T take() throws SaveException;
    }

    /** Takes a step between writing the temp and giving it its name; without that, nothing needs the temp. */
    private <T> T orDiscard(Path temp, StorageState before, Step<T> step) throws SaveException {
        try {
            return step.take();
        } catch (SaveException | RuntimeException | Error e) {
            discard(temp, before, e);
            throw e;
        }
    }

    private void discard(Path temp, StorageState before, Throwable cause) {
        if (!temps.discard(temp, cause)) {
            remember(before, List.of(Leftover.superseded(temp)), before.leftovers());
        }
    }

    private void publish(Path temp, Seal seal, StorageState before) throws SaveException {
        try {
            publication.move(temp, seal);
        } catch (IOException e) {
            if (isThere(temp)) {
                keep(temp, before.withGeneration(seal.generation()));
                throw failure("the new content could not be put in place", Aftermath.BYTES_KEPT, temp, e);
            }
            suspect = true;
            Optional<FileSnapshot> found = lookAgain();
            if (found.isEmpty()) {
                throw mayRollBack("the new content seems to be in place, but cannot be read", e);
            }
            if (!found.get().candidate().seal().equals(Optional.of(seal))) {
                throw oldFileStands("the new content is gone: somebody deleted it", e);
            }
        }
    }

    private boolean isThere(Path temp) {
        try {
            return ops.attributes(temp).isPresent();
        } catch (IOException e) {
            return true; // as far as anybody can tell
        }
    }

    /** What could not be put in place is the newest that there is. What an earlier save left is older. */
    private void keep(Path temp, StorageState before) {
        List<Leftover> older = before.leftovers();
        try {
            publication.makeDurable(temp);
            older = publication.clearSuperseded(older);
        } catch (IOException e) {
            // Then all of them stay: as long as this one may vanish, the others are not superseded.
        }
        remember(before, List.of(Leftover.superseded(temp)), older);
    }

    private void remember(StorageState before, List<Leftover> newer, List<Leftover> older) {
        List<Leftover> leftovers = new ArrayList<>(older);
        leftovers.addAll(newer);
        state = state.map(now -> now.withLeftovers(leftovers).withGeneration(before.generation()));
        suspect = true;
    }

    private void becomeKnown(Fingerprint body, Seal seal, Fingerprint file, Publication.Preparation prepared) {
        state = Optional.of(new StorageState(
                Candidate.sealed(names.live(), seal),
                changes.attributes(),
                Optional.of(file),
                Optional.of(body),
                Optional.of(names.live()),
                seal.generation(),
                seal.id(),
                false,
                Optional.empty(),
                publication.forLater(prepared.remaining())));
    }

    private void clear(Publication.Preparation prepared) {
        List<Leftover> stubborn = publication.clear(prepared.remaining());
        state = state.map(now -> now.withLeftovers(stubborn));
    }

    private void makeDurable() throws IOException {
        suspect = true;
        publication.makeDurable(names.live());
        suspect = false;
        durable = true;
    }

    private Instant now() {
        return Seal.fitting(clock.instant());
    }

    private SaveException oldFileStands(String message, IOException cause) {
        return failure(message, Aftermath.OLD_FILE_STANDS, null, cause);
    }

    private SaveException mayRollBack(String message, IOException cause) {
        return failure(message, Aftermath.MAY_ROLL_BACK, null, cause);
    }

    private SaveException failure(String message, Aftermath aftermath, @Nullable Path kept, IOException cause) {
        return new SaveException(
                Copy.of(names.live()),
                message + " (" + SystemError.reason(cause) + ")",
                aftermath,
                kept == null ? null : Copy.of(kept),
                cause);
    }
}
