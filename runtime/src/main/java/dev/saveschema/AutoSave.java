package dev.saveschema;

import dev.saveschema.autosave.Flushed;
import dev.saveschema.autosave.Saver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Saves a program's newest value without ever making the program wait for the disk.
 *
 * <pre>{@code
 * try (SaveStore<Progress> store = ProgressSchema.open(Path.of("progress.json"))) {
 *     Progress progress = store.load().value();
 *     try (AutoSave<Progress> autosave = store.autosave()) {
 *         autosave.submit(progress.withStep(7));                       // returns at once
 *         autosave.update(now -> now.withStep(now.currentStepId() + 1)); // so does this
 *         System.out.println(autosave.status());                       // PENDING since …
 *     }                                                                // saved when it is closed
 * }
 * }</pre>
 *
 * <p>The newest value is written when none has come for half a second, and at the latest five seconds after the first that is not
 * saved; see {@link AutoSaveOptions}. Values in between are not written. Once a value is written, none that was given before it is
 * written after it, whichever way they were given: {@link #submit}, {@link #update}, {@link SaveStore#save} and
 * {@link SaveStore#update} have one order.
 *
 * <p><b>What can be lost.</b> Nothing that {@link #flush} or a {@link SaveStore#save} acknowledged. If the process is killed or the
 * power fails, the changes of at most {@link AutoSaveOptions#maxDelay} and the time that two saves take. While saving fails, as on a full disk, the
 * changes since {@link #unsavedSince}: the value is tried again after 1, 2, 4 … 60 seconds, and, if the disk was full, as soon as
 * there is room.
 *
 * <p>Where others save to the same place ({@link StoreOptions#shared}), a value that would replace what somebody else has saved is
 * not written: the {@link #status} is {@code FAILED} with a {@link ConflictException} until the program has loaded, and submitted what
 * it made of both values.
 *
 * <p>When the program ends without closing this, by {@code System.exit}, a signal or the end of its last thread, it is held up
 * for at most five seconds to save the newest value, and prints to the standard error stream if that could not be saved.
 *
 * <p>A value must not change once it is given: it is written later, on another thread. Records do not change, but a list or an
 * array in them may.
 *
 * <p>Safe for use by several threads. The thread that writes is a daemon, and ends when this is closed.
 *
 * @param <T> the record
 */
public final class AutoSave<T> implements AutoCloseable {

    private final Copy save;
    private final Saver<T, Encoded<T>> saver;
    private final ExitHook exitHook;
    private final Runnable whenClosed;
    private final ReentrantLock closing = new ReentrantLock();
    private boolean closed;

    /** @param whenClosed what to do when nothing can be saved by this any more */
    AutoSave(Copy save, Saver<T, Encoded<T>> saver, Duration exitTimeout, Runnable whenClosed) {
        this.save = save;
        this.saver = saver;
        this.whenClosed = whenClosed;
        this.exitHook = ExitHook.of(exitTimeout, () -> saveAtExit(exitTimeout));
        saver.start();
    }

    /**
     * Makes a value the newest, to be saved soon. Returns at once, whatever the disk does.
     *
     * <p>Whether a value is one that can be saved takes as long to find out as writing it, and is looked at on the other thread,
     * normally at once. One that never can, since it holds null or a number that is not finite, is dropped: {@link #status} and the
     * listener say why and where, the next {@link #flush} throws the same, and {@link #value} is again the value before it. It
     * keeps no later value from being saved.
     *
     * @throws NullPointerException if the value is null
     * @throws IllegalStateException if this is closed
     */
    public void submit(T value) {
        saver.submit(Objects.requireNonNull(value, "null cannot be saved"));
    }

    /**
     * Makes a change of the newest value the newest, to be saved soon, as {@link #submit} does. The newest value is the one that was
     * last submitted, saved or loaded.
     *
     * @param change must not return null. If another thread submits a value meanwhile, it is applied again, to that one; so it
     *     should do nothing but make a new value. Its exception is passed on, and nothing changes
     * @return the new value
     * @throws NullPointerException if the change returns null
     * @throws IllegalStateException if this is closed
     */
    public T update(UnaryOperator<T> change) {
        return saver.update(change);
    }

    /**
     * The newest value: the one that was last submitted, saved or loaded. Also after this was closed, for a program that wants to
     * save it elsewhere.
     */
    public T value() {
        return saver.value();
    }

    /**
     * Waits until the newest value is durable, and does not wait for the time when it would be saved by itself. Interrupting the
     * thread does not end the wait.
     *
     * @return the receipt of the save that holds it; empty if no value was given yet
     * @throws SaveException if it could not be made durable. It is still the newest value, and will be tried again
     * @throws IOException if something else refused it
     * @throws NullPointerException if the last value that was submitted holds null
     * @throws IllegalArgumentException if the last value that was submitted holds what no load would read back. The newest that can
     *     be saved is saved
     */
    public Optional<SaveReceipt> flush() throws IOException {
        return receipt(saver.flush(), Duration.ZERO);
    }

    /**
     * As {@link #flush()}, but waits no longer than this.
     *
     * @throws SaveTimeoutException if the time was up. The value is still being tried
     */
    public Optional<SaveReceipt> flush(Duration longest) throws IOException {
        return receipt(saver.flush(longest), longest);
    }

    private Optional<SaveReceipt> receipt(Flushed outcome, Duration longest) throws IOException {
        if (outcome instanceof Flushed.Durable durable) {
            return durable.receipt();
        }
        if (outcome instanceof Flushed.Failed failed) {
            throw Retold.io(failed.reason());
        }
        throw new SaveTimeoutException(save, longest);
    }

    /** How it stands, for a person to see. Never waits. */
    public SaveStatus status() {
        return saver.status();
    }

    /** The newest value that was saved since the store was opened; what was loaded does not count. */
    public Optional<T> lastDurable() {
        return saver.lastDurable();
    }

    /** When the first change came that is not durable yet; empty if all are. Never waits. */
    public Optional<Instant> unsavedSince() {
        return saver.unsavedSince();
    }

    /**
     * Saves nothing of its own accord until the pause is closed, or the last of several. For the moments in which a program wants
     * the disk, or the processor, for itself. {@link #flush}, {@link #close} and {@link SaveStore#save} save all the same.
     */
    public Pause pause() {
        saver.pause();
        AtomicBoolean isOver = new AtomicBoolean();
        return () -> {
            if (isOver.compareAndSet(false, true)) {
                saver.resume();
            }
        };
    }

    /** Ends a pause when it is closed; closing it twice does no harm. */
    public interface Pause extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Saves what is not saved, and ends. If that fails, this is closed all the same, and the value is still there: {@link #value}
     * has it, and {@link SaveStore#save} saves it. Closing twice does no harm.
     *
     * @throws SaveException as {@link #flush}
     * @throws IOException as {@link #flush}
     * @throws NullPointerException as {@link #flush}
     * @throws IllegalArgumentException as {@link #flush}
     */
    @Override
    public void close() throws IOException {
        closing.lock();
        try {
            if (!closed) {
                closed = true;
                saver.close();
                Flushed last = saver.flush();
                saver.stop();
                exitHook.forget();
                whenClosed.run();
                receipt(last, Duration.ZERO);
            }
        } finally {
            closing.unlock();
        }
    }

    Saver<T, Encoded<T>> saver() {
        return saver;
    }

    private void saveAtExit(Duration longest) {
        Optional<Instant> since = saver.unsavedSince();
        try {
            flush(longest);
        } catch (IOException | RuntimeException e) {
            // Not to a logger: those may have ended by now.
            System.err.println("SaveSchema: what changed since %s could not be saved before the program ended: %s"
                    .formatted(since.map(Instant::toString).orElse("the last save"), e.getMessage()));
        }
    }
}
