package dev.saveschema.autosave;

import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStatus;
import dev.saveschema.SaveStatus.State;
import dev.saveschema.autosave.Agenda.Plan;
import dev.saveschema.autosave.Agenda.Task;
import dev.saveschema.autosave.Values.Ready;
import dev.saveschema.autosave.Values.Refusal;
import dev.saveschema.autosave.Values.Version;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes values from any thread, and has them written on a thread of its own.
 *
 * <p>The lock is held for moments only: never while the disk is touched, and never while code of the application runs.
 *
 * @param <T> the values
 * @param <E> the encoded form of a value, which is written
 */
public final class Saver<T, E> {

    private final Target<T, E> target;
    private final Worker worker;
    private final ReentrantLock lock = new ReentrantLock();

    private final Values<T, E> values;
    private final Agenda agenda;
    private long attempts;
    private @Nullable Attempt lastFailure;
    private @Nullable SaveReceipt receipt;
    private boolean closed;

    private record Attempt(long number, Throwable reason) {}

    /**
     * @param loaded the value to begin with
     * @param durable the same, if it is known to be durable
     */
    public Saver(
            Target<T, E> target, Worker worker, Duration debounce, Duration maxDelay, T loaded, Optional<T> durable) {
        this.target = target;
        this.worker = worker;
        this.values = new Values<>(loaded, durable);
        this.agenda = new Agenda(debounce, maxDelay, worker.now());
    }

    public void start() {
        worker.start(this::step);
    }

    private <R> R locked(Supplier<R> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void inLock(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Makes a value the newest. Returns at once. */
    public void submit(T value) {
        inLock(() -> {
            requireOpen();
            if (value != values.newest().value()) {
                // If a value is unchecked, the worker was woken for it already, and will find the new one in its place.
                boolean isWoken = values.isUnchecked();
                values.submit(value);
                agenda.changed(worker.now());
                if (!isWoken) {
                    worker.wake();
                }
            }
        });
    }

    /** Changes the newest value. The change is made again if another value comes meanwhile. */
    public T update(UnaryOperator<T> change) {
        while (true) {
            Version<T> before = locked(values::newest);
            T value = Objects.requireNonNull(change.apply(before.value()), "the change returned null");
            boolean isNewest = locked(() -> {
                boolean isStill = values.newest() == before;
                if (isStill) {
                    submit(value);
                }
                return isStill;
            });
            if (isNewest) {
                return value;
            }
        }
    }

    /** Makes a value the newest, and waits until it is durable. */
    public Flushed save(T value, E encoded) {
        return flush(locked(() -> submit(value, encoded)), Moment.NEVER);
    }

    private long submit(T value, E encoded) {
        agenda.changed(worker.now());
        return values.submit(value, encoded).number();
    }

    /**
     * Changes the newest value as {@link #update} does, and waits until it is durable. If the changed value can never be saved,
     * nothing changes.
     */
    public Saved<E> updateAndSave(UnaryOperator<T> change) {
        while (true) {
            Version<T> before = locked(values::newest);
            T value = Objects.requireNonNull(change.apply(before.value()), "the change returned null");
            E encoded = target.encode(value);
            long number = locked(() -> values.newest() == before ? submit(value, encoded) : 0);
            if (number > 0) {
                return new Saved<>(encoded, flush(number, Moment.NEVER));
            }
        }
    }

    /** The value that was to be saved, encoded, and its outcome. */
    public record Saved<E>(E encoded, Flushed outcome) {}

    /** Takes over the value that a load has found: it becomes the newest value, unless there is an unsaved one. */
    public void loaded(T value) {
        inLock(() -> {
            values.loaded(value);
            agenda.loaded();
        });
    }

    /**
     * Takes over a value that was saved by other means: it becomes the newest value, and no value that was given before it is
     * written any more.
     */
    public void saved(T value, SaveReceipt written) {
        inLock(() -> {
            values.settle(value);
            receipt = written;
            agenda.clear();
        });
    }

    /** Waits until the newest value is durable. */
    public Flushed flush() {
        return flush(locked(() -> values.newest().number()), Moment.NEVER);
    }

    /** Waits until the newest value is durable, but no longer than the given time. */
    public Flushed flush(Duration longest) {
        return flush(locked(() -> values.newest().number()), worker.now().after(longest));
    }

    private Flushed flush(long number, long deadline) {
        long before = locked(() -> {
            if (!isDecided(number)) {
                agenda.ask(number);
                worker.wake();
            }
            return attempts;
        });
        worker.await(() -> locked(() -> isDecided(number) || hasFailedSince(before)), deadline);
        return locked(() -> outcome(number, before));
    }

    /** Whether a value is durable, or was refused and no older value is left to be written. */
    private boolean isDecided(long number) {
        return values.isSettled(number) || values.refusal().isPresent() && !values.isUnsaved();
    }

    private boolean hasFailedSince(long attempt) {
        return lastFailure != null && lastFailure.number() > attempt;
    }

    private Flushed outcome(long number, long before) {
        if (values.isSettled(number)) {
            return new Flushed.Durable(Optional.ofNullable(receipt));
        }
        if (lastFailure != null && lastFailure.number() > before) {
            return new Flushed.Failed(lastFailure.reason());
        }
        return values.refusal()
                .filter(refusal -> !values.isUnsaved())
                .<Flushed>map(refusal -> new Flushed.Failed(refusal.reason()))
                .orElseGet(Flushed.TooLate::new);
    }

    /** Writes no value of its own accord, until {@link #resume} was called as often as this. */
    public void pause() {
        inLock(agenda::pause);
    }

    public void resume() {
        inLock(agenda::resume);
        worker.wake();
    }

    /** Tries again now: the cause of the last failure may be gone. */
    public void retry() {
        inLock(() -> agenda.retry(worker.now()));
        worker.wake();
    }

    public T value() {
        return locked(() -> values.newest().value());
    }

    public Optional<T> lastDurable() {
        return locked(values::lastDurable);
    }

    public Optional<Instant> unsavedSince() {
        return locked(agenda::unsavedSince);
    }

    public SaveStatus status() {
        return locked(() -> {
            Optional<SaveStatus.Failure> failure = agenda.trouble()
                    .map(Trouble::failure)
                    .or(() -> values.refusal().map(Saver::failure));
            State state = failure.isPresent() ? State.FAILED : values.isUnsaved() ? State.PENDING : State.SAVED;
            return new SaveStatus(state, agenda.unsavedSince(), failure);
        });
    }

    private static SaveStatus.Failure failure(Refusal refusal) {
        return new SaveStatus.Failure(refusal.reason(), 1, Optional.empty());
    }

    /** Takes no more values. Those that were taken can still be flushed. */
    public void close() {
        inLock(() -> closed = true);
    }

    /** Ends the thread. It does not save values that are unsaved. */
    public void stop() {
        worker.stop();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the autosave is closed");
        }
    }

    private long step() {
        try {
            return doWhatIsDue();
        } catch (RuntimeException | Error e) {
            surprised(e);
            return 0;
        }
    }

    /**
     * Takes an unexpected exception, such as a lack of memory, for a failed attempt: the thread that saves the next value must not
     * end.
     */
    private void surprised(Throwable reason) {
        target.failed(locked(() -> {
            lastFailure = new Attempt(++attempts, reason);
            agenda.putOffChecks();
            return agenda.failed(reason, worker.now(), 0);
        }));
    }

    private long doWhatIsDue() {
        Moment now = worker.now();
        Plan plan = locked(() -> {
            if (!values.isUnsaved()) {
                agenda.clear();
                return new Plan(Task.WAIT, Moment.NEVER);
            }
            return agenda.next(values.isUnchecked());
        });
        if (plan.at() > now.nanos()) {
            return now.until(plan.at());
        }
        switch (plan.task()) {
            case WRITE -> write();
            case CHECK -> check(locked(values::newest));
            case LOOK_FOR_ROOM -> lookForRoom();
            case WAIT -> throw new AssertionError(plan);
        }
        return 0;
    }

    private void write() {
        Version<T> newest = locked(() -> {
            agenda.begun();
            return values.newest();
        });
        if (locked(values::isUnchecked)) {
            check(newest);
        }
        locked(values::ready).ifPresent(this::write);
    }

    private void write(Ready<T, E> ready) {
        long attempt = locked(() -> ++attempts);
        try {
            target.commit(ready.encoded(), () -> locked(() -> !values.isSettled(ready.number())))
                    .ifPresent(written -> written(ready, written));
        } catch (IOException | RuntimeException | Error e) {
            failed(attempt, ready, e);
        }
    }

    private void written(Ready<T, E> ready, SaveReceipt written) {
        boolean isRecovered = locked(() -> {
            receipt = written;
            boolean wasTrouble = agenda.trouble().isPresent();
            values.durable(ready);
            agenda.saved();
            return wasTrouble;
        });
        if (isRecovered) {
            target.recovered();
        }
    }

    private void failed(long attempt, Ready<T, E> ready, Throwable reason) {
        OptionalLong usable = target.usableSpace();
        long needed = target.room(ready.encoded());
        long missing = usable.isPresent() && usable.getAsLong() < needed ? needed : 0;
        SaveStatus.Failure failure = locked(() -> {
            lastFailure = new Attempt(attempt, reason);
            return target.mayPass(reason)
                    ? agenda.failed(reason, worker.now(), missing)
                    : agenda.failedUntilDecided(reason);
        });
        target.failed(failure);
    }

    private void check(Version<T> version) {
        Moment begun = worker.now();
        try {
            E encoded = target.encode(version.value());
            inLock(() -> values.accept(version, encoded));
        } catch (RuntimeException e) {
            inLock(() -> {
                values.refuse(version, e);
                if (!values.isUnsaved()) {
                    agenda.clear();
                }
            });
            target.failed(new SaveStatus.Failure(e, 1, Optional.empty()));
        }
        inLock(() -> agenda.checked(begun, worker.now()));
    }

    private void lookForRoom() {
        OptionalLong usable = target.usableSpace();
        inLock(() -> {
            Moment now = worker.now();
            agenda.lookedForRoom(now);
            boolean isRoom = usable.isEmpty()
                    || agenda.trouble()
                            .filter(trouble -> usable.getAsLong() < trouble.room())
                            .isEmpty();
            if (isRoom) {
                agenda.retry(now);
            }
        });
    }
}
