package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.UnusableDefaultsException;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a {@link dev.saveschema.Schema} that reading and writing a document needs. Programs use the schema itself. The part
 * is apart, so that this package knows that older documents are migrated, and not how.
 *
 * @param <T> the record
 */
public interface DocumentSchema<T> {

    /** The version that is written, and the newest version that is read without loss. */
    int version();

    /** The oldest version whose programs read all members that they know in a document of {@link #version}. */
    default int reads() {
        return version();
    }

    /** The oldest version whose programs may write a document of {@link #version} back without a loss. */
    default int writes() {
        return version();
    }

    /** The oldest version that is migrated. */
    int oldestVersion();

    /** The version that a file without {@code $version} is taken for. */
    int unversionedVersion();

    /** The format's own way to hold the version; empty for {@code $version} and a seal. */
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
     * Reads a document of the current version, whatever is in it.
     *
     * @return null if the record's own constructor refused the values
     */
    @Nullable T read(SaveReader in);

    /** Writes a value as one object. */
    void write(SaveWriter out, T value);

    /**
     * Migrates a tree of an older version to the current one, in place.
     *
     * @param from the version of the tree
     * @param log gets a repair for each part that could not be migrated as it was
     * @return the steps that were taken, in their order
     */
    List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log);
}
