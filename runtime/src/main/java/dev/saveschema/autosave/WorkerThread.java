package dev.saveschema.autosave;

import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A daemon thread, and the clock of the system. */
public final class WorkerThread implements Worker {

    private final long beginning = System.nanoTime();
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stepTaken = lock.newCondition();
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    /**
     * Whether the thread was woken. The permit of {@link LockSupport} alone does not tell: any other lock that the thread waits for
     * may take it.
     */
    private volatile boolean woken;

    /** @param name the name of the thread, for people who look at a thread dump */
    public WorkerThread(String name) {
        this.name = name;
    }

    @Override
    public Moment now() {
        return new Moment(System.nanoTime() - beginning, Instant.now());
    }

    @Override
    public void start(Step step) {
        Thread worker = new Thread(() -> run(step), name);
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    private void run(Step step) {
        while (!stopped) {
            woken = false;
            long wait = step.take();
            tellThoseWhoWait();
            // No other code owns this thread. A codec of the application may have set its interrupt flag, and with the
            // flag set it would never park again.
            Thread.interrupted();
            if (wait > 0 && !woken && !stopped) {
                LockSupport.parkNanos(this, wait);
            }
        }
    }

    private void tellThoseWhoWait() {
        lock.lock();
        try {
            stepTaken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean await(BooleanSupplier isSo, long deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!isSo.getAsBoolean()) {
                long left = now().until(deadline);
                if (stopped || left == 0) {
                    return false;
                }
                try {
                    stepTaken.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
        wake();
        tellThoseWhoWait();
        Thread worker = thread;
        if (worker != null && worker != Thread.currentThread()) {
            join(worker);
        }
    }

    private static void join(Thread worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
