package dev.saveschema;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Lets saves that arrive while the disk is busy share the next commit: the newest of them is written, and each of them gets its
 * receipt. However many threads save at the same time, they wait for at most two commits, the one under way and the next.
 *
 * <p>Safe for use by several threads.
 *
 * @param <V> what is committed
 */
final class SharedCommits<V> {

    private final Lock turn;
    private final Commit<V> commit;
    private Batch<V> open = new Batch<>();

    /** Makes a value durable. */
    interface Commit<V> {

        SaveReceipt write(V value) throws IOException;
    }

    /** @param turn held during a commit; the store takes it for whatever must not happen at the same time */
    SharedCommits(Lock turn, Commit<V> commit) {
        this.turn = turn;
        this.commit = commit;
    }

    /** Returns when this value, or a later one, is durable. */
    SaveReceipt save(V value) throws IOException {
        Batch<V> batch = join(value);
        turn.lock();
        try {
            if (!batch.isDone) {
                return batch.write(close(batch), commit);
            }
        } finally {
            turn.unlock();
        }
        return batch.receipt();
    }

    private synchronized Batch<V> join(V value) {
        open.newest = value;
        return open;
    }

    /** Values that come from now on are for the next batch. */
    private synchronized V close(Batch<V> batch) {
        open = new Batch<>();
        return Objects.requireNonNull(batch.newest);
    }

    /** Values that share a commit. The first of their threads that gets the turn makes it, and the others find it made. */
    private static final class Batch<V> {

        private @Nullable V newest;
        private boolean isDone;
        private @Nullable SaveReceipt receipt;
        private @Nullable Throwable failure;

        SaveReceipt write(V value, Commit<V> commit) throws IOException {
            isDone = true;
            try {
                receipt = commit.write(value);
                return receipt;
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }

        SaveReceipt receipt() throws IOException {
            if (failure != null) {
                throw Retold.io(failure);
            }
            return Objects.requireNonNull(receipt);
        }
    }
}
