package dev.saveschema.autosave;

import dev.saveschema.SaveReceipt;
import java.util.Optional;

/** What became of a value that somebody waited for. */
public sealed interface Flushed {

    /** It, or a later one, is durable. */
    record Durable(Optional<SaveReceipt> receipt) implements Flushed {}

    /** An attempt that began after the call failed, or the value is one that can never be saved. */
    record Failed(Throwable reason) implements Flushed {}

    /** It is still being tried. */
    record TooLate() implements Flushed {}
}
