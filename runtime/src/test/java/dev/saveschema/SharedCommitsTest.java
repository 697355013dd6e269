package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException.Aftermath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many commits many threads need that save at once, and the answer that each of them gets. */
class SharedCommitsTest {

    private static final int THREADS = 32;

    private final List<Integer> written = new ArrayList<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final SharedCommits<Integer> commits = new SharedCommits<>(turn, this::write);
    private final AtomicReference<IOException> trouble = new AtomicReference<>();
    private final CountDownLatch inTheFirst = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private SaveReceipt write(int value) throws IOException {
        written.add(value);
        inTheFirst.countDown();
        uninterrupted(firstMayEnd);
        if (trouble.get() != null) {
            throw trouble.get();
        }
        return new SaveReceipt(written.size(), true, Optional.empty(), List.of());
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private FutureTask<SaveReceipt> save(int value) {
        FutureTask<SaveReceipt> task = new FutureTask<>(() -> commits.save(value));
        Thread thread = new Thread(task);
        threads.add(thread);
        thread.start();
        return task;
    }

    /** Starts one save, which is under way, and the others, each of which waits for its turn. */
    private List<FutureTask<SaveReceipt>> saveAtOnce() {
        List<FutureTask<SaveReceipt>> saves = new ArrayList<>(List.of(save(0)));
        uninterrupted(inTheFirst);
        for (int value = 1; value < THREADS; value++) {
            saves.add(save(value));
        }
        while (turn.getQueueLength() < THREADS - 1) {
            Thread.onSpinWait();
        }
        return saves;
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        firstMayEnd.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void threadsThatSaveAtOnceShareTheCommitThatFollowsTheOneUnderWay() throws Exception {
        List<FutureTask<SaveReceipt>> saves = saveAtOnce();
        firstMayEnd.countDown();
        assertThat(saves.get(0).get().generation()).isEqualTo(1);
        for (FutureTask<SaveReceipt> save : saves.subList(1, THREADS)) {
            assertThat(save.get().generation()).isEqualTo(2);
        }
        assertThat(written).hasSize(2);
    }

    @Test
    void newestValueIsTheOneThatIsWrittenForAll() throws Exception {
        FutureTask<SaveReceipt> first = save(0);
        uninterrupted(inTheFirst);
        FutureTask<SaveReceipt> older = save(1);
        while (turn.getQueueLength() < 1) {
            Thread.onSpinWait();
        }
        FutureTask<SaveReceipt> newer = save(2);
        while (turn.getQueueLength() < 2) {
            Thread.onSpinWait();
        }
        firstMayEnd.countDown();
        first.get();
        older.get();
        newer.get();
        assertThat(written).containsExactly(0, 2);
    }

    @Test
    void failureOfASharedCommitIsToldToEachOfItsThreadsAsAnExceptionOfItsOwn() throws Exception {
        List<FutureTask<SaveReceipt>> saves = saveAtOnce();
        trouble.set(
                new SaveException(Copy.named("hero.json"), "the disk is full", Aftermath.OLD_FILE_STANDS, null, null));
        firstMayEnd.countDown();
        List<Throwable> told = new ArrayList<>();
        for (FutureTask<SaveReceipt> save : saves) {
            assertThatThrownBy(save::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(SaveException.class)
                    .hasMessage("hero.json: the disk is full; the file is unchanged")
                    .satisfies(told::add);
        }
        assertThat(told.stream().filter(each -> each != trouble.get()).distinct())
                .hasSizeGreaterThanOrEqualTo(THREADS - 2)
                .allSatisfy(each -> assertThat(each).hasCause(trouble.get()));
        assertThat(written).hasSize(2);
    }

    @Test
    void saveAfterAFailedOneIsTriedAgain() throws Exception {
        firstMayEnd.countDown();
        trouble.set(new IOException("no"));
        assertThatThrownBy(() -> commits.save(1)).isSameAs(trouble.get());
        trouble.set(null);
        assertThat(commits.save(1).generation()).isEqualTo(2);
    }

    @Test
    void newerProgramsFileStaysTheReasonForEachOfThem() {
        NewerVersionException first = new NewerVersionException(Copy.named("hero.json"), "the file has version 9", 3);
        assertThat(Retold.io(first))
                .isInstanceOf(NewerVersionException.class)
                .isNotSameAs(first)
                .hasMessage(first.getMessage())
                .hasCause(first);
    }
}
