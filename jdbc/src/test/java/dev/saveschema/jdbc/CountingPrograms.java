package dev.saveschema.jdbc;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveStore;
import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Programs that each count in a save of its own until they are told to stop, and try again where nobody takes their save. */
final class CountingPrograms implements AutoCloseable {

    private static final Numbers NUMBERS = new Numbers();

    private final JdbcSaves saves;
    private final ExecutorService threads;
    private final List<Program> programs = new ArrayList<>();
    private final List<Future<?>> results = new ArrayList<>();

    /** A permit for each save that was acknowledged. */
    private final Semaphore saved = new Semaphore(0);

    private volatile boolean stop;

    CountingPrograms(JdbcSaves saves, int number) {
        this.saves = saves;
        this.threads = Executors.newFixedThreadPool(number);
        for (int i = 0; i < number; i++) {
            Program program = new Program("program " + i);
            programs.add(program);
            results.add(threads.submit(program));
        }
    }

    private final class Program implements Callable<Void> {

        private final String name;
        private int acknowledged;
        private int unknown;
        private int refused;

        private Program(String name) {
            this.name = name;
        }

        @Override
        public Void call() throws IOException, InterruptedException {
            try (SaveStore<Double> store = saves.open(NUMBERS, name)) {
                while (!stop) {
                    try {
                        store.update(n -> n + 1);
                        acknowledged++;
                        saved.release();
                    } catch (SaveException e) {
                        unknown += e.aftermath() == Aftermath.UNKNOWN ? 1 : 0;
                        refused++;
                    } catch (IOException nobodyThere) {
                        refused++;
                        Thread.sleep(1); // so that the servers have the processor
                    }
                }
                return null;
            }
        }
    }

    /** Returns when so many more saves were acknowledged. */
    void awaitSaved(int more) throws InterruptedException {
        saved.drainPermits();
        saved.acquire(more);
    }

    /**
     * The outcomes of the saves.
     *
     * @param acknowledged how many saves were acknowledged
     * @param stored how many saves are in the database
     * @param unknown how many saves had an unknown outcome
     * @param refused how many attempts had an exception
     */
    record Count(long acknowledged, long stored, int unknown, int refused) {

        /** Each that was acknowledged is there, and none is there twice, nor one that was refused. */
        boolean isExact() {
            return acknowledged <= stored && stored <= acknowledged + unknown;
        }
    }

    /** Stops them, and counts what is there. */
    Count stop() throws Exception {
        stop = true;
        long acknowledged = 0;
        double stored = 0;
        int unknown = 0;
        int refused = 0;
        for (int i = 0; i < programs.size(); i++) {
            results.get(i).get();
            Program program = programs.get(i);
            acknowledged += program.acknowledged;
            unknown += program.unknown;
            refused += program.refused;
            try (SaveStore<Double> store = saves.open(NUMBERS, program.name)) {
                stored += store.load().value();
            }
        }
        return new Count(acknowledged, (long) stored, unknown, refused);
    }

    @Override
    public void close() {
        stop = true;
        threads.shutdown();
    }
}
