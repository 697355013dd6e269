package dev.saveschema.autosave;

import dev.saveschema.SaveReceipt;
import java.util.Optional;

/** The outcome for a value that a caller waited for. */
public sealed interface Flushed {

    /** The value, or a later one, is durable. */
    record Durable(Optional<SaveReceipt> receipt) implements Flushed {}

    /** An attempt that began after the call failed, or the value is one that can never be saved. */
    record Failed(Throwable reason) implements Flushed {}

    /** The time was up, and the saver still tries to write the value. */
    record TooLate() implements Flushed {}
}
