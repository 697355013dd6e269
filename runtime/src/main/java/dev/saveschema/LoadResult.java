package dev.saveschema;

import dev.saveschema.storage.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a load found. The value is always usable: every component is within its limits. Everything that had to be put right to
 * make it so is in {@link #repairs}.
 *
 * @param storedVersion the version that the file says it has; empty on a first run, and for a file that says none
 * @param repairs what was put right, in the order of the file; at most 1,000, then counted by reason
 * @param steps the migration's steps, in their order; empty if the file is of the program's own version
 * @param source the file that the value comes from; empty if it is the defaults
 * @param preserved files that hold what could not be used or not be used whole; the next save keeps them aside
 * @param findings every file that was looked at and what it turned out to be, the live file first
 */
public record LoadResult<T>(
        T value,
        Outcome outcome,
        OptionalInt storedVersion,
        List<Repair> repairs,
        List<MigratedStep> steps,
        Optional<Path> source,
        List<Path> preserved,
        List<Finding> findings) {

    public LoadResult {
        repairs = List.copyOf(repairs);
        steps = List.copyOf(steps);
        preserved = List.copyOf(preserved);
        findings = List.copyOf(findings);
    }

    /** Whether the file was of an older version. */
    public boolean isMigrated() {
        return !steps.isEmpty();
    }

    /** Whether everything in the file was used as it stands there, and nothing else was needed. A first run is clean. */
    public boolean isClean() {
        return repairs.isEmpty()
                && (outcome == Outcome.FIRST_RUN || outcome == Outcome.LOADED || outcome == Outcome.EDITED);
    }
}
