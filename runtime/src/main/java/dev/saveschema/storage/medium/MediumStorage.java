package dev.saveschema.storage.medium;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.RandomIds;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a save in a {@link GenerationMedium}, which others may be using at the same time: a save replaces exactly the generation
 * that was last loaded or saved here, or throws a {@link ConflictException}. There is no lock.
 *
 * <p>{@link StorageOptions#backups} says how many stay behind the newest generation. A generation that cannot be used, was edited, or is
 * to be kept for another reason stays as long as {@link StorageOptions#keepAside} says.
 */
public final class MediumStorage implements SaveStorage {

    /** How often a change is tried whose outcome was in doubt, and that had not happened when the medium was asked. */
    private static final int MOST_ATTEMPTS = 3;

    private final CopyNames names;
    private final GenerationMedium medium;
    private final StorageOptions options;
    private final Pruning pruning;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final CommitBackoff backoff = new CommitBackoff();
    private @Nullable MediumState known;

    /** Changes to what is known of which nobody can say whether they happened, or will. */
    private final List<Attempt> doubtful = new ArrayList<>();

    private boolean closed;

    private MediumStorage(String name, GenerationMedium medium, StorageOptions options, InstantSource clock) {
        this.names = new CopyNames(name);
        this.medium = medium;
        this.options = options;
        this.pruning = new Pruning(names, options.backups(), options.keepAside());
        this.clock = clock;
    }

    /**
     * A storage on a medium, which it closes when it is closed.
     *
     * @param name the save's name in messages
     * @param options {@code lockTimeout}, {@code ownerOnly}, {@code shared} and {@code durability} have no effect
     */
    public static MediumStorage of(String name, GenerationMedium medium, StorageOptions options) {
        return of(name, medium, options, InstantSource.system());
    }

    static MediumStorage of(String name, GenerationMedium medium, StorageOptions options, InstantSource clock) {
        return new MediumStorage(name, medium, options, clock);
    }

    private record Attempt(GenerationChange change, GenerationSnapshot saved) {}

    @Override
    public Copy copy() {
        return names.live();
    }

    @Override
    public Durability durability() {
        return medium.durability();
    }

    @Override
    public <R> Retrieval<R> load(ContentReader<R> reader) throws IOException {
        return ask(() -> {
            GenerationRecovery.Outcome<R> outcome = new GenerationRecovery<>(medium, names, options, reader).run();
            requireOpen(); // the reader may have closed this storage
            known = outcome.known();
            doubtful.clear();
            return outcome.retrieval();
        });
    }

    @Override
    public SaveReceipt save(SaveRequest request) throws SaveException {
        turn.lock();
        try {
            requireOpen();
            if (known == null) {
                throw new IllegalStateException(names.live() + " was not loaded; a save must know what it replaces");
            }
            return save(request, settled(known));
        } catch (SaveException e) {
            throw e;
        } catch (IOException e) {
            throw failure(reason(e), doubtful.isEmpty() ? Aftermath.OLD_FILE_STANDS : Aftermath.UNKNOWN, e);
        } finally {
            turn.unlock();
        }
    }

    private SaveReceipt save(SaveRequest request, MediumState before) throws IOException {
        if (doubtful.isEmpty() && before.hasBody(request.body())) {
            requireNewest(before);
            return new SaveReceipt(before.head().orElseThrow().number(), false, Optional.empty(), List.of());
        }
        Attempt attempt = attempt(request, before);
        Attempt happened = committed(attempt, before);
        if (happened != attempt) {
            return save(request, Objects.requireNonNull(known));
        }
        List<Copy> kept = before.all().stream()
                .filter(generation -> attempt.change().keep().containsKey(generation.number()))
                .map(names::of)
                .toList();
        return new SaveReceipt(attempt.change().next().number(), true, Optional.empty(), kept);
    }

    private Attempt attempt(SaveRequest request, MediumState before) {
        String id = RandomIds.next();
        Seal seal = Seal.after(before.number(), id, before.parent(), clock.instant(), request.versions());
        SaveBody body = request.body();
        byte[] bytes =
                options.sealed() ? Seals.seal(body, request.layout(), seal, RunningSums.of(body)) : body.asFile();
        Generation next = new Generation(before.number() + 1, id, seal.time(), bytes.length, Optional.empty());
        Map<Long, KeptCopy.Why> keep = before.keeping(request.keep());
        GenerationChange change =
                new GenerationChange(before.head(), next, bytes, keep, pruning.pruned(before, keep, next));
        return new Attempt(change, GenerationSnapshot.of(next, names.live(), bytes, options.sealed()));
    }

    /** The change that has happened: this one, or an earlier one of ours that was in doubt, and which this one did not follow. */
    private Attempt committed(Attempt attempt, MediumState before) throws IOException {
        letOthersGoFirst();
        InDoubtException doubt = null;
        for (int count = 1; count <= MOST_ATTEMPTS; count++) {
            long begun = System.nanoTime();
            try {
                GenerationMedium.Result result = medium.commit(attempt.change());
                backoff.committed(begun, System.nanoTime());
                if (result != GenerationMedium.Result.CONFLICT || doubtful.isEmpty()) {
                    finish(result, attempt, before);
                    return attempt;
                }
                // It may be a change of ours that is in the way: one that happened late.
            } catch (InDoubtException e) {
                if (doubt == null) {
                    doubtful.add(attempt);
                }
                doubt = e;
            }
            Optional<Attempt> happened = happened(before, doubt);
            if (happened.isPresent()) {
                follow(happened.get(), before);
                return happened.get();
            }
        }
        throw doubt == null ? conflict() : doubt;
    }

    private void letOthersGoFirst() {
        long longest = backoff.longestWait(System.nanoTime());
        if (longest > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
        }
    }

    private void finish(GenerationMedium.Result result, Attempt attempt, MediumState before) throws SaveException {
        switch (result) {
            case DURABLE -> follow(attempt, before);
            case MAY_ROLL_BACK -> {
                follow(attempt, before);
                throw failure("the medium says that it may not last", Aftermath.MAY_ROLL_BACK, null);
            }
            case CONFLICT -> throw conflict();
        }
    }

    /** Notes that a change has happened. None of those that were in doubt can happen any more. */
    private MediumState follow(Attempt attempt, MediumState before) {
        MediumState after = before.after(attempt.change(), attempt.saved());
        known = after;
        doubtful.clear();
        return after;
    }

    private Optional<Attempt> happened(MediumState before, @Nullable InDoubtException doubt) throws IOException {
        try {
            return happened(before);
        } catch (IOException e) {
            if (doubt == null || e instanceof ConflictException) {
                throw e;
            }
            doubt.addSuppressed(e);
            throw doubt;
        }
    }

    /**
     * Asks which of the changes in doubt happened; empty if none has so far.
     *
     * @throws ConflictException if none has, and somebody else has saved since
     */
    private Optional<Attempt> happened(MediumState before) throws IOException {
        List<Generation> now = medium.list();
        Optional<Attempt> happened = doubtful.stream()
                .filter(attempt -> now.stream().anyMatch(attempt.change().next()::isSame))
                .findFirst();
        if (happened.isEmpty() && !isNewest(before, now)) {
            throw conflict();
        }
        return happened;
    }

    /** The generations, once the medium has told whether a change in doubt happened. */
    private MediumState settled(MediumState before) throws IOException {
        return doubtful.isEmpty()
                ? before
                : happened(before).map(attempt -> follow(attempt, before)).orElse(before);
    }

    private ConflictException conflict() {
        return new ConflictException(names.live(), "somebody else has saved it meanwhile");
    }

    private void requireNewest(MediumState before) throws IOException {
        if (!isNewest(before, medium.list())) {
            throw conflict();
        }
    }

    private static boolean isNewest(MediumState before, List<Generation> now) {
        return before.head().isEmpty()
                ? now.isEmpty()
                : !now.isEmpty() && now.get(0).isSame(before.head().get());
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private SaveException failure(String message, Aftermath aftermath, @Nullable IOException cause) {
        return new SaveException(names.live(), message, aftermath, null, cause);
    }

    @Override
    public List<Copy> backups() throws IOException {
        return ask(() -> medium.list().stream()
                .skip(1)
                .filter(generation -> generation.kept().isEmpty())
                .map(names::of)
                .toList());
    }

    @Override
    public List<KeptCopy> kept() throws IOException {
        return ask(() -> medium.list().stream().flatMap(names::keptCopy).toList());
    }

    @Override
    public byte[] read(Copy copy) throws IOException {
        return ask(() -> {
            if (copy.equals(names.live())) {
                return read(medium.list().stream().findFirst().map(Generation::number), copy);
            }
            Optional<Long> number = names.number(copy);
            if (number.isEmpty()) {
                throw new IllegalArgumentException(copy + " is not a copy of " + names.live());
            }
            return read(number, copy);
        });
    }

    private byte[] read(Optional<Long> number, Copy copy) throws IOException {
        Optional<byte[]> bytes = number.isPresent() ? medium.read(number.get()) : Optional.empty();
        return bytes.orElseThrow(() -> new IOException(copy + " is gone"));
    }

    private interface Question<T> {

        T ask() throws IOException;
    }

    private <T> T ask(Question<T> question) throws IOException {
        turn.lock();
        try {
            requireOpen();
            return question.ask();
        } finally {
            turn.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(names.live() + " is closed");
        }
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                medium.close();
            }
        } finally {
            turn.unlock();
        }
    }
}
