package dev.saveschema.bulk;

import dev.saveschema.bulk.MigrationSource.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings every save of one format, in a folder or in a database, to the newest version, while programs of that version go on saving.
 *
 * <pre>{@code
 * SaveMigration migration = ProgressSchema.slots(folder).migration();
 * System.out.println(migration.dryRun().run());
 * migration.threads(2).atMostPerSecond(500).run();
 * }</pre>
 *
 * <p>It goes through the older saves in the order of their names, in pages. A save that is migrated is replaced as by a load and a save
 * of the newest program: completely or not at all, and its older version is kept. Whoever saves one of them meanwhile wins. A save
 * that cannot be loaded whole, that a load would repair, or that a program has open to itself, is left as it is and listed; its owner's
 * next load migrates it as far as that is possible. It may be stopped at any time, even killed; run again, it finds what is left to do.
 *
 * <p>Instances are immutable; {@link #run} may be called by several threads.
 */
public final class SaveMigration {

    private static final int LARGEST_PAGE = 500;

    private final MigrationSource<?> source;
    private final boolean dryRun;
    private final int threads;
    private final double mostPerSecond;
    private final Consumer<MigrationSummary> listener;

    private SaveMigration(
            MigrationSource<?> source,
            boolean dryRun,
            int threads,
            double mostPerSecond,
            Consumer<MigrationSummary> listener) {
        this.source = source;
        this.dryRun = dryRun;
        this.threads = threads;
        this.mostPerSecond = mostPerSecond;
        this.listener = listener;
    }

    /** Of these saves, by one thread, as fast as it can. */
    public static SaveMigration of(MigrationSource<?> source) {
        return new SaveMigration(source, false, 1, Double.POSITIVE_INFINITY, soFar -> {});
    }

    /** Only looks, and says what would be done. */
    public SaveMigration dryRun() {
        return new SaveMigration(source, true, threads, mostPerSecond, listener);
    }

    /**
     * By so many threads; one by default.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SaveMigration threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException(number + " threads are none");
        }
        return new SaveMigration(source, dryRun, number, mostPerSecond, listener);
    }

    /**
     * Not faster than this on average, so that there is time for others; as fast as it can by default.
     *
     * @throws IllegalArgumentException if it is not greater than 0
     */
    public SaveMigration atMostPerSecond(double saves) {
        if (!(saves > 0)) {
            throw new IllegalArgumentException(saves + " saves a second are none");
        }
        return new SaveMigration(source, dryRun, threads, saves, listener);
    }

    /**
     * Tells after each page what was done so far. Called by one thread at a time; what it throws ends the migration, and {@link #run}
     * throws it.
     */
    public SaveMigration listener(Consumer<MigrationSummary> told) {
        return new SaveMigration(source, dryRun, threads, mostPerSecond, told);
    }

    /**
     * How many saves are of an older version now, which is how many {@link MigrationSummary#seen} will have in the end, unless others
     * save or delete some of them meanwhile.
     *
     * @throws IOException if they cannot be listed
     */
    public long count() throws IOException {
        return source.count();
    }

    /**
     * Does it, and returns when it is done.
     *
     * @throws IOException if the saves cannot be listed, or where they are kept refuses altogether. What is migrated by then stays so
     * @throws InterruptedException if this thread is interrupted. Each of its threads ends its page first
     */
    public MigrationSummary run() throws IOException, InterruptedException {
        return run(source);
    }

    private <S> MigrationSummary run(MigrationSource<S> saves) throws IOException, InterruptedException {
        Run<S> run = new Run<>(saves);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(run::work));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return run.summary();
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } finally {
            run.stop();
            end(pool);
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException refused ? refused : new IOException(cause);
    }

    /** Returns when nothing goes on any more. */
    private static void end(ExecutorService pool) {
        pool.shutdown();
        boolean isInterrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true; // the page that a thread is at is not left half done
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One go through all saves, shared by its threads. */
    private final class Run<S> {

        private final long begun = System.nanoTime();
        private final MigrationSource<S> saves;
        private final Pages<S> pages;
        private long handedOut;
        private boolean isStopped;
        private MigrationSummary summary = MigrationSummary.none(dryRun);

        private Run(MigrationSource<S> saves) throws IOException {
            this.saves = saves;
            this.pages = saves.older((int) Math.min(LARGEST_PAGE, Math.ceil(mostPerSecond)));
        }

        private Void work() throws IOException, InterruptedException {
            try {
                for (List<S> page = nextPage(); !page.isEmpty(); page = nextPage()) {
                    done(saves.migrate(page, dryRun));
                }
                return null;
            } finally {
                stop(); // there is no page left, or there was a failure
            }
        }

        private synchronized List<S> nextPage() throws IOException, InterruptedException {
            awaitTurn();
            List<S> page = isStopped ? List.of() : pages.next();
            handedOut += page.size();
            return page;
        }

        /** Waits until as many may have been migrated as were handed out. */
        private void awaitTurn() throws InterruptedException {
            long due = begun + (long) (handedOut / mostPerSecond * TimeUnit.SECONDS.toNanos(1));
            long left = due - System.nanoTime();
            while (!isStopped && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = due - System.nanoTime();
            }
        }

        private synchronized void done(MigrationSummary page) {
            summary = summary.and(page);
            listener.accept(summary);
        }

        private synchronized MigrationSummary summary() {
            return summary;
        }

        private synchronized void stop() {
            isStopped = true;
            notifyAll();
        }
    }
}
