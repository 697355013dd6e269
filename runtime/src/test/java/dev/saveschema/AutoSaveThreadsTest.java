package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.SaveStatus.State;
import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An autosave on its own thread, with a disk that takes its time. */
@Timeout(60) // a caller that waits for a stalled disk would wait for ever
class AutoSaveThreadsTest {

    private final MemoryStorage disk = new MemoryStorage();
    private final CountDownLatch diskIsUsed = new CountDownLatch(1);
    private final CountDownLatch diskGoesOn = new CountDownLatch(1);
    private final SaveStore<Double> store = SaveStore.open(new Numbers(), disk, StoreOptions.defaults());

    private AutoSave<Double> begin() throws IOException {
        store.load();
        return store.autosave(AutoSaveOptions.defaults().debounce(Duration.ZERO));
    }

    private void stall() {
        disk.during(() -> {
            diskIsUsed.countDown();
            await(diskGoesOn);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SaveSchema"))
                .toList();
    }

    @AfterEach
    void goOnAndClose() throws IOException {
        diskGoesOn.countDown();
        store.close();
    }

    @Test
    void nothingButFlushWaitsForADiskThatIsStalled() throws IOException {
        AutoSave<Double> autosave = begin();
        stall();
        autosave.submit(1.0);
        await(diskIsUsed);
        for (int count = 0; count < 10_000; count++) {
            autosave.submit(2.0 + count);
            autosave.update(n -> n + 1);
        }
        assertThat(autosave.value()).isEqualTo(10_002.0);
        assertThat(autosave.status().state()).isEqualTo(State.PENDING);
        assertThat(autosave.unsavedSince()).isPresent();
        assertThat(autosave.lastDurable()).isEmpty();
        autosave.pause().close();
        assertThatThrownBy(() -> autosave.flush(Duration.ofMillis(1)))
                .isInstanceOf(SaveTimeoutException.class)
                .hasMessage("numbers.json: not saved within 1 ms; it is still being tried");
        assertThat(disk.numbers()).isEmpty();
        diskGoesOn.countDown();
        assertThat(autosave.flush()).isPresent();
        assertThat(disk.numbers()).startsWith(1.0).endsWith(10_002.0);
        autosave.close();
    }

    @Test
    void threadsThatSaveAndFlushAtOnceShareTheSaveThatFollowsTheOneUnderWay() throws Exception {
        AutoSave<Double> autosave = begin();
        stall();
        autosave.submit(1.0);
        await(diskIsUsed);
        List<FutureTask<?>> waiting = new ArrayList<>();
        List<Thread> waiters = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            double number = 2.0 + count;
            FutureTask<?> task =
                    new FutureTask<>(number % 2 == 0 ? () -> store.save(number) : () -> store.update(n -> n + 0.001));
            Thread thread = new Thread(task);
            thread.start();
            waiting.add(task);
            waiters.add(thread);
        }
        for (Thread waiter : waiters) {
            // one that waits for a lock is WAITING
            while (waiter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        diskGoesOn.countDown();
        for (FutureTask<?> task : waiting) {
            task.get();
        }
        assertThat(disk.numbers()).hasSize(2).endsWith(autosave.value());
        autosave.close();
    }

    @Test
    void interruptDoesNotEndAWaitAndIsNotForgotten() throws IOException {
        AutoSave<Double> autosave = begin();
        autosave.submit(1.0);
        Thread.currentThread().interrupt();
        Optional<SaveReceipt> receipt = autosave.flush();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(receipt).isPresent();
        autosave.submit(2.0);
        Thread.currentThread().interrupt();
        autosave.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(disk.numbers()).containsExactly(1.0, 2.0);
    }

    @Test
    void threadOfTheApplicationsOwnCodecThatInterruptsItselfDoesNotEndSaving() throws IOException {
        AutoSave<Double> autosave = begin();
        disk.during(() -> Thread.currentThread().interrupt());
        autosave.submit(1.0);
        autosave.flush();
        autosave.submit(2.0);
        autosave.flush();
        assertThat(disk.numbers()).containsExactly(1.0, 2.0);
        autosave.close();
    }

    @Test
    void noThreadAndNothingInMemoryIsLeftAfterClosing() throws Exception {
        WeakReference<AutoSave<Double>> gone = new WeakReference<>(closed());
        assertThat(threads()).isEmpty();
        for (int tries = 0; tries < 100 && gone.get() != null; tries++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(gone.get()).isNull();
    }

    private AutoSave<Double> closed() throws IOException {
        AutoSave<Double> autosave = begin();
        autosave.submit(1.0);
        autosave.flush();
        assertThat(threads()).hasSize(1);
        autosave.close();
        return autosave;
    }

    @Test
    void manyThreadsUpdateWithoutLosingAnyChange() throws Exception {
        AutoSave<Double> autosave = begin();
        int threads = 8;
        int each = 2_000;
        List<Thread> updating = new ArrayList<>();
        for (int count = 0; count < threads; count++) {
            Thread thread = new Thread(() -> {
                for (int update = 0; update < each; update++) {
                    autosave.update(n -> n + 1);
                }
            });
            thread.start();
            updating.add(thread);
        }
        for (Thread thread : updating) {
            thread.join();
        }
        autosave.close();
        assertThat(disk.numbers()).isSorted().endsWith((double) threads * each);
    }

    /** By reflection: the tests are compiled for a Java that has none. */
    @Test
    void virtualThreadsSubmitAndFlushAsOthersDo() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21);
        AutoSave<Double> autosave = begin();
        AtomicInteger flushed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int count = 0; count < 200; count++) {
            Runnable work = () -> {
                autosave.update(n -> n + 1);
                try {
                    autosave.flush();
                    store.update(n -> n + 1);
                    flushed.incrementAndGet();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            };
            threads.add((Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(flushed).hasValue(200);
        assertThat(disk.numbers()).isSorted().endsWith(400.0);
        autosave.close();
    }
}
