package dev.saveschema.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class WorkerThreadTest {

    /** A thread that waits for a lock parks as well, and takes the permit that was meant to end its sleep. */
    @Test
    void noWakeIsLostWhileTheWorkerWaitsForWhoeverWatchesIt() throws InterruptedException {
        WorkerThread worker = new WorkerThread("a worker of this test");
        CountDownLatch watched = new CountDownLatch(1);
        CountDownLatch watchedEnough = new CountDownLatch(1);
        Semaphore steps = new Semaphore(0);
        // as long as it looks, the watcher has the lock that the worker needs after a step
        Thread watcher = new Thread(() -> worker.await(
                () -> {
                    watched.countDown();
                    return isPast(watchedEnough);
                },
                Moment.NEVER));
        watcher.start();
        watched.await();
        worker.start(() -> {
            steps.release();
            return Long.MAX_VALUE;
        });
        steps.acquire();
        Thread thread = threadOf("a worker of this test");
        waitUntil(() -> thread.getState() == Thread.State.WAITING);
        worker.wake();
        waitUntil(() -> thread.getState() == Thread.State.WAITING);
        watchedEnough.countDown();
        assertThat(steps.tryAcquire(20, TimeUnit.SECONDS)).as("it was woken").isTrue();
        worker.stop();
        watcher.join();
    }

    private static boolean isPast(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Thread threadOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void waitUntil(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
