package dev.saveschema;

import dev.saveschema.KeptCopy.Why;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a save, for its listener, and for the log what a person should know: many programs look at no result.
 *
 * <p>Safe for use by several threads. Nothing waits for the listener but closing, and that not for long.
 */
final class Events {

    /** Found when there is something to say: to set up logging takes longer than to load a save. */
    private static final class Log {

        private static final Logger LOG = System.getLogger("dev.saveschema");
    }

    private static final int MOST_WAITING = 1_000;
    private static final int LONGEST_WAIT = 1; // second

    private final Copy save;
    private final Optional<SaveListener> listener;
    private final boolean isLogged;
    private final ThreadPoolExecutor calls;
    private volatile @Nullable Thread caller;

    Events(Copy save, StoreOptions options) {
        this.save = save;
        this.listener = options.listener();
        this.isLogged = options.isLogged();
        // no thread but while there is something to tell, and for a second after that
        this.calls = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                this::thread,
                new DiscardOldestPolicy());
    }

    private Thread thread(Runnable calling) {
        Thread thread = new Thread(calling, "SaveSchema listener of " + save.name());
        thread.setDaemon(true);
        caller = thread;
        return thread;
    }

    void loaded(LoadResult<?> result) {
        boolean isTrouble = switch (result.outcome()) {
            case FIRST_RUN, LOADED, EDITED -> false;
            case RECOVERED, SALVAGED, RESET, NEWER -> true;
        };
        if (isTrouble) {
            log(Level.WARNING, result.toString());
        } else if (result.isMigrated()) {
            log(Level.INFO, result.toString());
        }
        if (isTrouble && result.outcome() != Outcome.NEWER) {
            tell(to -> to.recovered(result));
        }
        if (result.isMigrated()) {
            tell(to -> to.migrated(result));
        }
    }

    /** @param reasons why it kept something aside; asked for only if that is logged, since the storage has to be looked at */
    void saved(SaveReceipt receipt, Duration took, Supplier<Set<Why>> reasons) {
        tell(to -> to.saved(receipt, took));
        if (!receipt.preserved().isEmpty()) {
            if (isLogged) {
                logKept(receipt.preserved(), reasons.get());
            }
            tell(to -> to.keptAside(receipt));
        }
    }

    private void logKept(List<Copy> kept, Set<Why> reasons) {
        if (!reasons.equals(Set.of(Why.REPLACED))) { // which the program asked for
            log(
                    Set.of(Why.VERSION, Why.REPLACED).containsAll(reasons) ? Level.INFO : Level.WARNING,
                    save + ": kept aside before it was replaced: "
                            + kept.stream().map(Copy::toString).collect(Collectors.joining(", ")));
        }
    }

    /** A save failed, of which the caller has the exception. */
    void failed(Throwable reason) {
        tell(to -> to.failed(new SaveStatus.Failure(reason, 1, Optional.empty())));
    }

    /** An automatic save failed, of which perhaps nobody has the exception. */
    void failedAutomatically(SaveStatus.Failure failure) {
        log(Level.WARNING, failure.reason() instanceof SaveException ? failure.toString() : save + ": " + failure);
        tell(to -> to.failed(failure));
    }

    void savedAgain() {
        log(Level.INFO, save + " is saved again");
    }

    void waitedForLock(Duration waited) {
        tell(to -> to.waitedForLock(waited));
    }

    private void tell(Consumer<SaveListener> event) {
        listener.ifPresent(told -> calls.execute(() -> tell(told, event)));
    }

    private void tell(SaveListener told, Consumer<SaveListener> event) {
        try {
            event.accept(told);
        } catch (RuntimeException | Error e) {
            log(Level.WARNING, save + ": its listener threw " + e);
        }
    }

    private void log(Level level, String line) {
        if (!isLogged) {
            return;
        }
        try {
            Log.LOG.log(level, line.replaceAll("\\R", " "));
        } catch (RuntimeException e) {
            // A save must not fail because a log does, and there is nowhere else to say so.
        }
    }

    /** Waits for a moment until the listener was told everything. */
    void close() {
        calls.shutdown();
        if (Thread.currentThread() == caller) {
            return; // it is the listener that closes, and is told the rest when it has done so
        }
        try {
            calls.awaitTermination(LONGEST_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
