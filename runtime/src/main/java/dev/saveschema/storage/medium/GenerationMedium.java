package dev.saveschema.storage.medium;

import dev.saveschema.storage.Durability;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps the numbered generations of one save. Several programs may use it. It understands nothing of their content.
 * {@link MediumStorage} makes a storage of it.
 *
 * <p>A storage calls its medium by one thread at a time.
 */
public interface GenerationMedium extends AutoCloseable {

    /**
     * All generations of the save, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<Generation> list() throws IOException;

    /**
     * The bytes of a generation; empty if it has gone.
     *
     * @throws IOException if the medium refuses to be read
     */
    Optional<byte[]> read(long number) throws IOException;

    /**
     * Makes a change as a whole, if the newest generation still is the expected one: the same number and the same id. Comparing and
     * changing must be one atomic step.
     *
     * @throws InDoubtException if the change may have happened or not, or may even happen later, as long as the newest generation is
     *     the expected one
     * @throws IOException if the change did not happen
     */
    Result commit(GenerationChange change) throws IOException;

    /** The failures that a change survives once {@link #commit} has answered {@link Result#DURABLE}. */
    Durability durability();

    @Override
    void close() throws IOException;

    /** The outcome of a change. */
    enum Result {
        /** The change happened, and is as durable as the medium says. */
        DURABLE,
        /** The change happened, and the medium itself says that it may not last, as by a warning after a commit. */
        MAY_ROLL_BACK,
        /** The newest generation is another than was expected: nothing happened. */
        CONFLICT
    }
}
