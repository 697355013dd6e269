package dev.saveschema.storage.medium;

import dev.saveschema.storage.Durability;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps the numbered generations of one save, of which others may be using the same. Understands nothing of their
 * content. {@link MediumStorage} makes a storage of it.
 *
 * <p>Called by one thread at a time.
 */
public interface GenerationMedium extends AutoCloseable {

    /**
     * All generations, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<Generation> list() throws IOException;

    /**
     * The bytes of a generation; empty if it is gone.
     *
     * @throws IOException if the medium refuses to be read
     */
    Optional<byte[]> read(long number) throws IOException;

    /**
     * Makes a change as a whole, if the newest generation still is the expected one: the same number and the same id. Looking and
     * changing must be one step, of which no other comes between the two.
     *
     * @throws InDoubtException if it may have happened or not
     * @throws IOException if it did not happen
     */
    Result commit(GenerationChange change) throws IOException;

    /** The failures that a commit survives which was {@link Result#DURABLE}. */
    Durability durability();

    @Override
    void close() throws IOException;

    /** The outcome of a change. */
    enum Result {
        /** It happened, and is as durable as the medium says. */
        DURABLE,
        /** It happened, and the medium says of itself that it may not last, as by a warning after a commit. */
        MAY_ROLL_BACK,
        /** The newest generation is another than was expected: nothing happened. */
        CONFLICT
    }
}
