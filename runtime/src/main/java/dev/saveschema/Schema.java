package dev.saveschema;

import dev.saveschema.codec.Migration;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import org.jspecify.annotations.Nullable;

/**
 * How a record is read, migrated and written. The processor generates one for each {@code @SaveSchema} record; there is no need
 * to write one by hand. Instances hold no state and are safe for use by several threads.
 *
 * @param <T> the record
 */
public interface Schema<T> {

    /** The name of the format. */
    String id();

    /** The version that is written, and up to which files are read without loss. */
    int version();

    /** The oldest version that is migrated. */
    int oldestVersion();

    /** The version that a file without {@code $version} is taken for. */
    int unversionedVersion();

    /**
     * The value of a user who has no save yet: each component's default.
     *
     * @throws UnusableDefaultsException if a factory throws, or the record's own constructor refuses its defaults
     */
    T defaultValue();

    /**
     * Reads a document of the current version, whatever it holds.
     *
     * @return null if the record's own constructor refused what was read
     */
    @Nullable T read(SaveReader in);

    /** Writes a value as one object. */
    void write(SaveWriter out, T value);

    /** Takes a tree of an older version through every step to the current one. */
    void migrate(Migration migration);
}
