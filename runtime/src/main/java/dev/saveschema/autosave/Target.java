package dev.saveschema.autosave;

import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * What saves a value, and is told what does not go as it should. All of it is called on the saver's own thread, and none of it
 * while the saver is locked.
 *
 * @param <T> what is saved
 * @param <E> what is written of it
 */
public interface Target<T, E> {

    /**
     * Makes what is to be written.
     *
     * @throws RuntimeException if the value is one that cannot be saved
     */
    E encode(T value);

    /**
     * Makes it the newest save. When this returns, it is durable.
     *
     * @param isWanted asked when nothing else can be saved any more in between; if it is not, nothing is done
     * @return empty if it is not wanted
     */
    Optional<SaveReceipt> commit(E encoded, BooleanSupplier isWanted) throws IOException;

    /** Whether an attempt that failed like this may succeed later, though the program decides nothing. */
    boolean mayPass(Throwable reason);

    /** About how many bytes have to be free for it. */
    long room(E encoded);

    /** The bytes that are free; empty if nobody can tell. */
    OptionalLong usableSpace();

    /** An attempt failed, and there will be another, unless the trouble is with the value itself. */
    void failed(SaveStatus.Failure failure);

    /** An attempt succeeded after some that had failed. */
    void recovered();
}
