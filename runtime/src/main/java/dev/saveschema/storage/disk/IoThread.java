package dev.saveschema.storage.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one thread on which a storage touches the disk. Nobody else has it, so nobody can interrupt it: an interrupt closes the
 * channel that is in use, and with a lock file's channel the lock is gone.
 */
public final class IoThread {

    /** {@code getStackTrace} and {@code withCaller}. */
    private static final int OWN_FRAMES = 2;

    private final String name;
    private final ExecutorService executor;

    public IoThread(String name) {
        this(name, Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }));
    }

    public IoThread(String name, ExecutorService executor) {
        this.name = name;
        this.executor = executor;
    }

    /** Something that is done on the disk. */
    public interface Task<T> {

        T run() throws IOException;
    }

    /** Runs the task and waits for it, however often the caller is interrupted; the caller's flag is set again afterwards. */
    public <T> T call(Task<T> task) throws IOException {
        Future<T> future = submit(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(withCaller(Objects.requireNonNull(e.getCause())));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> Future<T> submit(Task<T> task) {
        try {
            return executor.submit(task::run);
        } catch (RejectedExecutionException stopped) {
            throw new IllegalStateException(name + " is closed", stopped);
        }
    }

    /** A reader of the stack trace looks for the line that asked for this, and that line is on another thread. */
    private static Throwable withCaller(Throwable failure) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(failure.getStackTrace()));
        StackTraceElement[] caller = Thread.currentThread().getStackTrace();
        frames.addAll(List.of(caller).subList(Math.min(OWN_FRAMES, caller.length), caller.length));
        failure.setStackTrace(frames.toArray(StackTraceElement[]::new));
        return failure;
    }

    private static IOException unwrapped(Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        // An exception that nothing declares: Java has its own for the system's errors, and forgets to translate some.
        return new IOException(cause.toString(), cause);
    }

    public void stop() {
        executor.shutdown();
    }
}
