package dev.saveschema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a load found. The value is always usable: every component is within its limits, or the default that its factory made.
 * Everything that had to be put right to make it so is in {@link #repairs}.
 *
 * <p>Prints as one line, fit for a log: where the value comes from and what was done to it, without the value itself.
 *
 * <pre>{@code
 * LOADED from /ada/progress.json, migrated from version 1, 2 repairs: settings.volume: 400 is outside 0..100; used 80 (and 1 more)
 * }</pre>
 *
 * @param <T> the record
 * @param value what was loaded, or the defaults
 * @param outcome how the load came by the value
 * @param storedVersion the version that the file says it has; empty on a first run, and for a file that says none
 * @param repairs what was put right, in the order of the file; at most 1,000, then counted by reason
 * @param steps the migration's steps, in their order; empty if none was taken
 * @param source where the value comes from; empty if it is the defaults
 * @param seal what the seal of the source says; empty if it is the defaults, and where no seal holds, as in an edited file
 * @param preserved copies that hold what could not be used or not be used whole; the next save keeps them aside
 * @param findings every copy that was looked at and what it turned out to be, the live one first
 */
public record LoadResult<T>(
        T value,
        Outcome outcome,
        OptionalInt storedVersion,
        List<Repair> repairs,
        List<MigratedStep> steps,
        Optional<Copy> source,
        Optional<SaveSeal> seal,
        List<Copy> preserved,
        List<Finding> findings) {

    public LoadResult {
        repairs = List.copyOf(repairs);
        steps = List.copyOf(steps);
        preserved = List.copyOf(preserved);
        findings = List.copyOf(findings);
    }

    /** The number of the save that the value comes from; empty where no seal says it. */
    public OptionalLong generation() {
        return seal.map(known -> OptionalLong.of(known.generation())).orElseGet(OptionalLong::empty);
    }

    /** When the value was saved, in whole seconds by the clock of that machine; empty where no seal says it. */
    public Optional<Instant> time() {
        return seal.map(SaveSeal::time);
    }

    /** Whether migration steps were taken. Not so for a file that is too old: it is not read. */
    public boolean isMigrated() {
        return !steps.isEmpty();
    }

    /** Whether everything in the file was used as it stands there, and nothing else was needed. A first run is clean. */
    public boolean isClean() {
        return repairs.isEmpty()
                && (outcome == Outcome.FIRST_RUN || outcome == Outcome.LOADED || outcome == Outcome.EDITED);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(outcome.name());
        line.append(source.map(copy -> " from " + copy).orElse(" with the defaults"));
        if (isMigrated()) {
            line.append(", migrated from version ").append(steps.get(0).from());
        }
        if (!preserved.isEmpty()) {
            line.append(", to be kept aside: ")
                    .append(preserved.stream().map(Copy::toString).collect(Collectors.joining(", ")));
        }
        if (repairs.size() == 1) {
            line.append(", 1 repair: ").append(repairs.get(0));
        } else if (!repairs.isEmpty()) {
            line.append(", ").append(repairs.size()).append(" repairs: ").append(repairs.get(0));
            line.append(" (and ").append(repairs.size() - 1).append(" more)");
        }
        return line.toString();
    }
}
