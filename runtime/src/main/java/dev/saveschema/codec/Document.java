package dev.saveschema.codec;

import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a file's bytes.
 *
 * @param value the record, every component within its limits; the defaults if the age is {@link Age#TOO_OLD}
 * @param storedVersion the version that the file says it has; empty if it says none
 * @param version the version that it was read as
 * @param steps the migration, if there was one
 * @param annotations what is to be written back beside the value
 * @param newer the newer document around the value, if all that this program knows of it was read
 */
public record Document<T>(
        T value,
        Age age,
        OptionalInt storedVersion,
        int version,
        List<Repair> repairs,
        List<MigratedStep> steps,
        Annotations annotations,
        Optional<NewerDocument> newer) {

    public Document {
        repairs = List.copyOf(repairs);
        steps = List.copyOf(steps);
    }

    /** How a file's version compares to the program's. */
    public enum Age {
        /** The program's own. */
        CURRENT,
        /** Older; it was migrated. */
        MIGRATED,
        /** Newer; what is known was read, what is not was left alone. */
        NEWER,
        /** Newer, and one that this program may write back. */
        COMPATIBLE,
        /** Older than the oldest that is migrated. */
        TOO_OLD
    }
}
