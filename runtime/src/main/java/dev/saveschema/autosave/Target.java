package dev.saveschema.autosave;

import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Saves values, and is told of failures. All methods are called on the saver's own thread, and never while the saver is locked.
 *
 * @param <T> the values
 * @param <E> the encoded form of a value, which is written
 */
public interface Target<T, E> {

    /**
     * Encodes a value, which is written in that form.
     *
     * @throws RuntimeException if the value is one that cannot be saved
     */
    E encode(T value);

    /**
     * Makes an encoded value the newest save. When the method returns, the save is durable.
     *
     * @param isWanted asked at a time when no other save can come in between; if it says no, nothing is written
     * @return empty if the value is not wanted
     */
    Optional<SaveReceipt> commit(E encoded, BooleanSupplier isWanted) throws IOException;

    /** Whether an attempt that failed for this reason may succeed later without a decision of the program. */
    boolean mayPass(Throwable reason);

    /** About how many bytes have to be free to write an encoded value. */
    long room(E encoded);

    /** How many bytes are free; empty if the system does not tell. */
    OptionalLong usableSpace();

    /** Is told that an attempt failed. Another one will follow, unless the value itself cannot be saved. */
    void failed(SaveStatus.Failure failure);

    /** Is told that an attempt has succeeded after others that had failed. */
    void recovered();
}
