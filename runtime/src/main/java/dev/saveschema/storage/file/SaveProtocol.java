package dev.saveschema.storage.file;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SyncMode;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.disk.TempLeftException;
import dev.saveschema.storage.lock.SaveLock;
import dev.saveschema.storage.recovery.Candidate;
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

    /** How often a save starts again because somebody else wrote the file meanwhile. */
    private static final int MOST_ATTEMPTS = 10;

    /** How many temps that cannot be deleted are left behind, besides the newest one, before no more are written. */
    private static final int MOST_STUCK = 1;

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final SaveLock saveLock;
    private final StorageOptions options;
    private final InstantSource clock;
    private final ChangeDetector changes;
    private final TempFiles temps;
    private final Publication publication;
    private final TempWriter tempWriter;
    private final boolean sealed;

    private Optional<StorageState> state = Optional.empty();

    /** Whether temps were looked at. Without the lock they may be somebody's save that is under way. */
    private boolean tempsAreKnown;

    /** Whether the disk may hold something else, or more, than is known; then a save is never left out. */
    private boolean suspect;

    /** Whether a save was refused since somebody else had saved, and nothing was loaded since. */
    private boolean stale;

    /** Whether the live file was made durable here. What a load finds need not have been, by whoever put it there. */
    private boolean durable;

    /** The superseded temps of this program that could not be deleted. */
    private List<Leftover> stuck = List.of();

    /** What was last given the live file's name, or was to be. */
    private Optional<FileSnapshot> attempted = Optional.empty();

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
        this.changes = new ChangeDetector(directory);
        this.temps = new TempFiles(ops, names, token);
        this.publication = new Publication(directory, temps);
        this.sealed = directory.sealed();
        this.tempWriter = new TempWriter(temps, names, publication);
    }

    /** @param isLocked whether the lock was held during that load */
    void startFrom(StorageState loaded, boolean isLocked) {
        state = Optional.of(loaded);
        tempsAreKnown = isLocked;
        stale = false;
        durable = false;
        attempted = Optional.empty();
    }

    boolean isStarted() {
        return state.isPresent();
    }

    SaveReceipt save(SaveRequest request) throws SaveException {
        requireLock();
        boolean wasThere = isThere(state.orElseThrow());
        StorageState before = orFail("it cannot be read", this::inspect);
        if (options.shared() && (stale || before.isConflict() || isThere(before) != wasThere)) {
            throw staleSave();
        }
        if (!suspect && before.unpublished().isEmpty() && before.hasBody(request.body()) && isDurable()) {
            return new SaveReceipt(before.liveFile().generation(), false, Optional.empty(), List.of());
        }
        ReceiptBuilder receipt = new ReceiptBuilder();
        if (before.unpublished().isPresent()) {
            FileSnapshot unfinished = before.unpublished().get();
            if (publishUnfinished(before, unfinished, receipt) && unfinished.hasBody(request.body())) {
                return receipt.receipt(unfinished.candidate().generation());
            }
        }
        return write(request, receipt);
    }

    private static boolean isThere(StorageState known) {
        return !known.liveFile().is(State.MISSING);
    }

    private ConflictException staleSave() {
        stale = true;
        return new ConflictException(Copy.of(names.live()), "somebody else has saved it meanwhile");
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
        if (!tempsAreKnown) {
            RecoveryScan scan =
                    orFail("what is beside it cannot be read", () -> RecoveryScan.of(directory, Temps.OURS));
            state = state.map(known -> known.with(scan));
            tempsAreKnown = true;
        }
    }

    private interface Step<T> {

        T take() throws IOException;
    }

    private <T> T orFail(String message, Step<T> step) throws SaveException {
        try {
            return step.take();
        } catch (IOException e) {
            throw oldFileStands(message, e);
        }
    }

    private StorageState inspect() throws IOException {
        return know(changes.inspect(state.orElseThrow()));
    }

    private StorageState inspectLinked() throws IOException {
        return know(changes.inspectLinked(state.orElseThrow()));
    }

    // What this program put in place, and did not learn that it was, is nobody else's.
    private StorageState know(StorageState found) {
        StorageState now = found;
        if (found.isConflict()) {
            now = attempted
                    .filter(ours -> ours.holdsWhat(found.live()))
                    .map(ours -> StorageState.published(found.live(), found.generation(), found.leftovers()))
                    .orElse(found);
        }
        state = Optional.of(now);
        return now;
    }

    private boolean isDurable() {
        if (durable) {
            return true;
        }
        try {
            ops.force(names.live());
            makeDurable();
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
     * <p>It is written anew: a force of that file may have failed, which the system tells once and to one program only.
     *
     * @return whether it is the live file, and durable
     */
    private boolean publishUnfinished(StorageState found, FileSnapshot unfinished, ReceiptBuilder receipt) {
        Path left = unfinished.candidate().path();
        List<Leftover> remaining;
        try {
            Publication.Preparation prepared = placeUnfinished(found, unfinished);
            receipt.add(prepared);
            remaining = prepared.remaining(Leftover.superseded(left));
            know(state.orElseThrow().withLeftovers(publication.forLater(remaining)));
        } catch (IOException e) {
            if (e instanceof TempLeftException another) {
                remember(another.temp(), state.orElseThrow().leftovers());
            }
            StorageState now = state.orElseThrow();
            // Where it is, it is as good as before, until the new content is in place. What somebody wrote since comes
            // after it, however: it was never more than a temp, and is kept as one.
            know(now.withoutUnpublished(
                    now.isConflict()
                            ? Leftover.keptAside(left, QuarantineReason.UNFINISHED)
                            : Leftover.superseded(left)));
            return false;
        }
        try {
            makeDurable();
        } catch (IOException e) {
            return false; // it becomes so with the new content, or that fails too, and says why
        }
        clear(remaining);
        return true;
    }

    private Publication.Preparation placeUnfinished(StorageState found, FileSnapshot unfinished) throws IOException {
        Path temp = tempWriter.write(unfinished.bytes().orElseThrow(), found);
        try {
            StorageState before = requireOurs(inspect());
            Publication.Preparation prepared = publication.prepare(before, List.of(), now());
            FileSnapshot next = unfinished.withAttributes(changes.attributes(temp));
            place(temp, next, requireOurs(lastLook(temp, next.attributes())));
            return prepared;
        } catch (IOException | RuntimeException | Error e) {
            discard(temp, e);
            throw e;
        }
    }

    private StorageState requireOurs(StorageState now) throws IOException {
        if (now.isConflict()) {
            throw new FileSystemException(names.live().toString(), null, "somebody else wrote it meanwhile");
        }
        return now;
    }

    private SaveReceipt write(SaveRequest request, ReceiptBuilder receipt) throws SaveException {
        for (int attempt = 1; ; attempt++) {
            StorageState found = state.orElseThrow();
            Attempt next = writeTemp(request, found);
            Optional<Publication.Preparation> prepared = prepare(next, found, request, receipt);
            if (prepared.isPresent()) {
                publish(next, prepared.get());
                return receipt.receipt(next.seal().generation());
            }
            FileSystemException busy =
                    new FileSystemException(names.live().toString(), null, "somebody else writes it again and again");
            if (options.shared()) {
                discard(next.temp(), busy);
                throw staleSave();
            }
            if (attempt == MOST_ATTEMPTS) {
                throw abandoned(next, "it could not be replaced", busy);
            }
            discard(next.temp(), busy);
        }
    }

    /** A temp that is written, and is to become the live file. */
    private record Attempt(Path temp, Seal seal, byte[] file, int bodyLength, Optional<Attributes> attributes) {}

    private Attempt writeTemp(SaveRequest request, StorageState before) throws SaveException {
        requireThatTempsGo();
        int bodyLength = request.body().length;
        RunningSums sums = new RunningSums().add(request.body(), 0, bodyLength);
        Seal seal = sealed
                ? Seal.after(
                        before.generation(), temps.token().next(), before.id(), clock.instant(), request.versions())
                : Seals.ofContent(sums.fingerprint());
        byte[] file = sealed ? Seals.seal(request.body(), request.layout(), seal, sums) : request.body();
        String failed = "the new content could not be written";
        try {
            Path temp = tempWriter.write(file, before);
            return new Attempt(temp, seal, file, bodyLength, changes.attributes(temp));
        } catch (TempLeftException e) {
            Attempt attempt = new Attempt(e.temp(), seal, file, bodyLength, Optional.empty());
            throw left(attempt, e.isWritten(), failed, e.reason());
        } catch (IOException e) {
            throw oldFileStands(failed, e);
        }
    }

    // In a directory that can only be appended to, each save would leave one temp more.
    private void requireThatTempsGo() throws SaveException {
        stuck = publication.clearSuperseded(stuck);
        if (stuck.size() > MOST_STUCK) {
            throw oldFileStands(
                    "what earlier saves left cannot be deleted, and so nothing new is written",
                    new FileSystemException(stuck.get(0).path().toString(), null, "cannot be deleted"));
        }
    }

    /** Empty if somebody else wrote the file meanwhile: a disk takes its time, and no editor waits for it. */
    private Optional<Publication.Preparation> prepare(
            Attempt attempt, StorageState found, SaveRequest request, ReceiptBuilder receipt) throws SaveException {
        StorageState before = orAbandon(attempt, "it cannot be read", this::inspect);
        if (!before.id().equals(found.id()) || before.generation() > found.generation()) {
            return Optional.empty(); // the new content says what it follows, and that is something else by now
        }
        Publication.Preparation prepared = orAbandon(
                attempt,
                "what it holds could not be kept aside",
                () -> publication.prepare(before, request.keep(), now()));
        receipt.add(prepared);
        StorageState now =
                orAbandon(attempt, "it cannot be replaced", () -> lastLook(attempt.temp(), attempt.attributes()));
        if (prepared.newestBackup() > found.generation()) {
            // It could not be read when the file was loaded. A later number than the live file's would look like an
            // older save that somebody put back.
            know(now.withGeneration(prepared.newestBackup()));
            return Optional.empty();
        }
        return now.live().holdsWhat(before.live()) ? Optional.of(prepared) : Optional.empty();
    }

    // The live file comes last: what somebody writes between this and the rename is what nobody can keep.
    private StorageState lastLook(Path temp, Optional<Attributes> written) throws IOException {
        Optional<Attributes> now = changes.attributes(temp);
        if (now.isPresent() && written.isPresent() && !now.get().looksLike(written.get())) {
            throw new FileSystemException(temp.toString(), null, "somebody else replaced it");
        }
        return inspectLinked();
    }

    private <T> T orAbandon(Attempt attempt, String message, Step<T> step) throws SaveException {
        try {
            return step.take();
        } catch (IOException e) {
            throw abandoned(attempt, message, e);
        } catch (RuntimeException | Error e) {
            discard(attempt.temp(), e);
            throw e;
        }
    }

    private void publish(Attempt attempt, Publication.Preparation prepared) throws SaveException {
        FileSnapshot next = FileSnapshot.written(
                names.live(), attempt.file(), attempt.seal(), attempt.bodyLength(), attempt.attributes());
        try {
            place(attempt.temp(), next, state.orElseThrow());
        } catch (IOException e) {
            throw notInPlace(attempt, e);
        }
        know(state.orElseThrow().withLeftovers(publication.forLater(prepared.remaining())));
        try {
            makeDurable();
        } catch (IOException e) {
            throw mayRollBack("the directory could not be made durable", e);
        }
        clear(prepared.remaining());
    }

    /** Gives the temp the live file's name, right after somebody had a last look at that. From then on it is known. */
    private void place(Path temp, FileSnapshot content, StorageState before) throws IOException {
        Seal seal = content.candidate().seal().orElseThrow();
        attempted = Optional.of(content);
        suspect = true;
        publication.move(temp, seal);
        FileSnapshot live =
                content.as(Candidate.sealed(names.live(), seal), changes.attributesOfPublished(content.attributes()));
        state = Optional.of(StorageState.published(live, before.generation(), before.leftovers()));
        publication.remember(before);
    }

    private SaveException notInPlace(Attempt attempt, IOException cause) {
        if (isThere(attempt.temp())) {
            return left(attempt, true, "the new content could not be put in place", cause);
        }
        Optional<FileSnapshot> found = snapshot();
        if (found.isEmpty()) {
            return mayRollBack("the new content seems to be in place, but cannot be read", cause);
        }
        if (found.get().candidate().seal().equals(Optional.of(attempt.seal()))) {
            return mayRollBack("the new content is in place, though the disk says that it is not", cause);
        }
        return oldFileStands("the new content is gone: somebody deleted it", cause);
    }

    private Optional<FileSnapshot> snapshot() {
        try {
            return Optional.of(changes.snapshot());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isThere(Path temp) {
        try {
            return ops.attributes(temp).isPresent();
        } catch (IOException e) {
            return true; // as far as anybody can tell
        }
    }

    private void discard(Path temp, Throwable cause) {
        if (!temps.discard(temp, cause)) {
            remember(temp, state.orElseThrow().leftovers());
        }
    }

    /** What the failure comes to, with a temp that nothing needs any more. */
    private SaveException abandoned(Attempt attempt, String message, IOException cause) {
        return temps.discard(attempt.temp(), cause)
                ? oldFileStands(message, cause)
                : left(attempt, true, message, cause);
    }

    /**
     * What the failure comes to, with a temp that stays. If it is whole, the next load takes it for the save. What an earlier save
     * left is older than it.
     *
     * @param written whether all of it was written, as far as the disk said
     */
    private SaveException left(Attempt attempt, boolean written, String message, IOException cause) {
        List<Leftover> older = state.orElseThrow().leftovers();
        boolean isWhole = isWhole(attempt, written);
        if (isWhole) {
            try {
                publication.makeDurable(attempt.temp());
                older = publication.clearSuperseded(older);
                stuck = older.stream()
                        .filter(leftover -> leftover.reason().isEmpty())
                        .toList();
            } catch (IOException e) {
                // Then all of them stay: as long as this one may vanish, the others are not superseded.
                cause.addSuppressed(e);
            }
        }
        remember(attempt.temp(), older);
        state = state.map(now ->
                now.withGeneration(Math.max(now.generation(), attempt.seal().generation())));
        return isWhole ? failure(message, Aftermath.BYTES_KEPT, attempt.temp(), cause) : oldFileStands(message, cause);
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

    private void remember(Path temp, List<Leftover> older) {
        List<Leftover> leftovers = new ArrayList<>(older);
        leftovers.add(Leftover.superseded(temp));
        state = state.map(now -> now.withLeftovers(leftovers));
        suspect = true;
    }

    private void clear(List<Leftover> remaining) {
        List<Leftover> stubborn = publication.clear(remaining, now());
        state = state.map(now -> now.withLeftovers(stubborn));
    }

    private void makeDurable() throws IOException {
        if (options.durability() == SyncMode.FULL) {
            publication.makeDurable(names.live());
        }
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
