package dev.saveschema.document;

import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of reading a file's bytes.
 *
 * @param value the record, with every component within its limits; the defaults if the age is {@link Age#TOO_OLD}
 * @param storedVersion the version that the file states; empty if it states none
 * @param version the version that the file was read as
 * @param steps the steps of the migration; empty if there was none
 * @param annotations the members of other programs that are written back beside the value
 * @param newer the newer document around the value, if the file is newer and this program may write it back
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

    /** The relation of a file's version to the program's own. */
    public enum Age {
        /** The file has the program's own version. */
        CURRENT,
        /** The file is older, and was migrated. */
        MIGRATED,
        /** The file is newer. The members that this program knows were read. */
        NEWER,
        /** The file is newer, and this program may write it back. */
        COMPATIBLE,
        /** The file is older than the oldest version that is migrated. */
        TOO_OLD
    }
}
