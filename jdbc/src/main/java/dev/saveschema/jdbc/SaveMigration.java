package dev.saveschema.jdbc;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.SaveFormat;
import dev.saveschema.Schema;
import dev.saveschema.jdbc.MigrationSummary.Left;
import dev.saveschema.jdbc.Rows.Listed;
import dev.saveschema.jdbc.Rows.Range;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Brings every save of one format to the newest version, while programs of that version go on saving.
 *
 * <pre>{@code
 * MigrationSummary summary = saves.migration(ProgressSchema.INSTANCE).dryRun().run();
 * System.out.println(summary);
 * saves.migration(ProgressSchema.INSTANCE).threads(2).run();
 * }</pre>
 *
 * <p>It goes through the older saves by name, in pages, each of which is committed as one. Whoever saves one of them meanwhile wins.
 * What is replaced is kept as a generation of its older version. A save that cannot be loaded whole, or that a load would repair, is
 * left as it is and listed; its owner's next load migrates it as far as that is possible. It may be stopped at any time, and begins
 * again where it was stopped.
 *
 * <p>Instances are immutable; {@link #run} may be called by several threads.
 *
 * @param <T> the record
 */
public final class SaveMigration<T> {

    private static final int PAGE = 500;

    private final Database database;
    private final Schema<T> schema;
    private final SaveFormat<T> format;
    private final boolean dryRun;
    private final int threads;
    private final double mostPerSecond;
    private final Consumer<MigrationSummary> listener;

    SaveMigration(Database database, Schema<T> schema) {
        this(database, schema, false, 1, Double.POSITIVE_INFINITY, soFar -> {});
    }

    private SaveMigration(
            Database database,
            Schema<T> schema,
            boolean dryRun,
            int threads,
            double mostPerSecond,
            Consumer<MigrationSummary> listener) {
        this.database = database;
        this.schema = schema;
        this.format = SaveFormat.of(schema);
        this.dryRun = dryRun;
        this.threads = threads;
        this.mostPerSecond = mostPerSecond;
        this.listener = listener;
    }

    /** Only looks, and says what would be done. */
    public SaveMigration<T> dryRun() {
        return new SaveMigration<>(database, schema, true, threads, mostPerSecond, listener);
    }

    /** With more than one page at a time, 1 by default. */
    public SaveMigration<T> threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException(number + " threads do nothing");
        }
        return new SaveMigration<>(database, schema, dryRun, number, mostPerSecond, listener);
    }

    /** Not faster than this on average, so that the database has time for others; as fast as it can by default. */
    public SaveMigration<T> atMostPerSecond(double saves) {
        if (!(saves > 0)) {
            throw new IllegalArgumentException(saves + " saves a second are none");
        }
        return new SaveMigration<>(database, schema, dryRun, threads, saves, listener);
    }

    /** Tells after each page what was done so far. Called by one thread at a time; what it throws ends the migration. */
    public SaveMigration<T> listener(Consumer<MigrationSummary> told) {
        return new SaveMigration<>(database, schema, dryRun, threads, mostPerSecond, told);
    }

    /**
     * Does it, and returns when it is done.
     *
     * @throws IOException if the database refuses. What is committed by then stays
     * @throws InterruptedException if this thread is interrupted; likewise
     */
    public MigrationSummary run() throws IOException, InterruptedException {
        Run run = new Run();
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
            throw rethrown(e.getCause());
        } finally {
            pool.shutdownNow();
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

    /** One go through all saves, shared by its threads. */
    private final class Run {

        private final long begun = System.nanoTime();
        private String after = "";
        private boolean isAtEnd;
        private MigrationSummary summary = MigrationSummary.none(dryRun);

        private Void work() throws IOException {
            for (List<Listed> page = nextPage(); !page.isEmpty(); page = nextPage()) {
                done(migrate(page));
            }
            return null;
        }

        private synchronized List<Listed> nextPage() throws IOException {
            if (isAtEnd || Thread.currentThread().isInterrupted()) {
                return List.of();
            }
            String prefix = SlotKey.prefix(schema);
            Range range = new Range(prefix, after, SlotKey.behind(prefix));
            List<Listed> page = database.read(connection -> Rows.older(connection, range, schema.version(), PAGE));
            isAtEnd = page.isEmpty();
            after = isAtEnd ? after : page.get(page.size() - 1).slot();
            return page;
        }

        private synchronized void done(MigrationSummary page) {
            summary = summary.and(page);
            listener.accept(summary);
            double seconds = summary.seen() / mostPerSecond;
            long due = begun + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        }

        private synchronized MigrationSummary summary() {
            return summary;
        }
    }

    private MigrationSummary migrate(List<Listed> page) throws IOException {
        Loaded loaded = database.read(connection -> load(connection, page));
        int gone = page.size() - loaded.pending().size() - loaded.left().size();
        int overtaken = dryRun ? 0 : PendingMigration.commit(database, schema.version(), loaded.pending());
        int migrated = loaded.pending().size() - overtaken;
        return new MigrationSummary(dryRun, page.size(), migrated, overtaken + gone, loaded.left());
    }

    /** A page, but for what was saved meanwhile, often enough that the generation of the page is gone. */
    private record Loaded(List<PendingMigration> pending, List<Left> left) {}

    private Loaded load(Connection connection, List<Listed> page) throws SQLException {
        Loaded result = new Loaded(new ArrayList<>(), new ArrayList<>());
        for (Listed listed : page) {
            Rows.body(connection, listed.slot(), listed.row().number()).ifPresent(bytes -> load(listed, bytes, result));
        }
        return result;
    }

    private void load(Listed listed, byte[] bytes, Loaded result) {
        LoadResult<T> loaded = format.fromBytes(bytes);
        if (isWhole(loaded)) {
            byte[] migrated = format.following(loaded).toBytes(loaded.value());
            result.pending().add(new PendingMigration(listed, migrated));
        } else {
            String name = SlotKey.name(schema, listed.slot());
            result.left().add(new Left(name, loaded.outcome(), loaded.repairs()));
        }
    }

    /** Whether saving it again loses nothing that its file holds. */
    private static boolean isWhole(LoadResult<?> loaded) {
        return (loaded.outcome() == Outcome.LOADED || loaded.outcome() == Outcome.EDITED)
                && loaded.repairs().stream().allMatch(repair -> repair.reason() == Reason.MISSING);
    }
}
