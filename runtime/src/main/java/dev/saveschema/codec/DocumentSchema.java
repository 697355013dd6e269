package dev.saveschema.codec;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.UnusableDefaultsException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What reading and writing a document needs of a {@link dev.saveschema.Schema}, which is the one to use. Apart from it, so that
 * the codec knows that older documents are migrated, and nothing of how.
 *
 * @param <T> the record
 */
public interface DocumentSchema<T> {

    /** The version that is written, and up to which files are read without loss. */
    int version();

    /** The oldest version whose program reads all that it knows of a document of {@link #version}. */
    default int reads() {
        return version();
    }

    /** The oldest version whose program may write a document of {@link #version} back, and loses nothing. */
    default int writes() {
        return version();
    }

    /** The oldest version that is migrated. */
    int oldestVersion();

    /** The version that a file without {@code $version} is taken for. */
    int unversionedVersion();

    /** How documents say their version, if the format has a way of its own; empty for {@code $version} and a seal. */
    default Optional<Envelope> envelope() {
        return Optional.empty();
    }

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

    /**
     * Takes a tree of an older version to the current one, in place.
     *
     * @param from the version that it is of
     * @param log gets what could not be done as it was written
     * @return the steps that were taken, in their order
     */
    List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log);
}
