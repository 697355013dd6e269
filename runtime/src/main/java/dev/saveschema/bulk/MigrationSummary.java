package dev.saveschema.bulk;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcome of a {@link SaveMigration}, or of its dry run. Prints as one line, and one more for each reason to leave saves as they are:
 *
 * <pre>
 * migrated 1197 of 1200 older saves; 1 was saved meanwhile
 *   left 1: IN_USE
 *   left 1: WRONG_TYPE
 * </pre>
 *
 * @param isDryRun whether nothing was changed
 * @param migrated how many saves are of the newest version now
 * @param overtaken how many were saved, or deleted, meanwhile by somebody else, who won
 * @param byReason how many are as they were, by the {@link Left#reason}, in the order of those
 * @param left those that are as they were; at most the first {@value #MOST_LISTED}
 */
public record MigrationSummary(
        boolean isDryRun, long migrated, long overtaken, Map<String, Long> byReason, List<Left> left) {

    /** How many saves are listed that were left as they are; {@link #byReason} counts the others, too. */
    public static final int MOST_LISTED = 10_000;

    public MigrationSummary {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        left = List.copyOf(left);
    }

    /**
     * A save that is as it was. Prints as one line.
     *
     * @param name of the save
     * @param reason in one word: the {@link Outcome} of its load, if that is none of a whole save; the {@link Reason} of the first
     *     repair that a load makes; {@code IN_USE}, if a program has it open; {@code UNREADABLE}, if it cannot be read, or {@code
     *     REFUSED}, if it cannot be replaced
     * @param detail what was found, in a sentence; empty if there is no more to say
     */
    public record Left(String name, String reason, String detail) {

        /** Why a save that was loaded is to be left as it is; empty if saving it again loses nothing that it holds. */
        public static Optional<Left> because(String name, LoadResult<?> loaded) {
            boolean isWhole = loaded.outcome() == Outcome.LOADED || loaded.outcome() == Outcome.EDITED;
            Optional<Repair> repair = loaded.repairs().stream()
                    .filter(each -> each.reason() != Reason.MISSING)
                    .findFirst();
            if (isWhole) {
                return repair.map(each -> new Left(name, each.reason().name(), each.toString()));
            }
            String detail = repair.map(Repair::toString)
                    .or(() -> loaded.findings().stream().findFirst().map(Object::toString))
                    .orElse("");
            return Optional.of(new Left(name, loaded.outcome().name(), detail));
        }

        @Override
        public String toString() {
            return name + ": " + reason + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    /** Of no save at all. */
    public static MigrationSummary none(boolean isDryRun) {
        return new MigrationSummary(isDryRun, 0, 0, Map.of(), List.of());
    }

    /** Of so many saves, for a {@link MigrationSource}. */
    public static MigrationSummary of(boolean isDryRun, long migrated, long overtaken, List<Left> left) {
        Map<String, Long> byReason = left.stream().collect(Collectors.groupingBy(Left::reason, Collectors.counting()));
        return new MigrationSummary(isDryRun, migrated, overtaken, byReason, left);
    }

    /** How many saves of older versions there were. */
    public long seen() {
        return migrated
                + overtaken
                + byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    MigrationSummary and(MigrationSummary more) {
        Map<String, Long> reasons = new TreeMap<>(byReason);
        more.byReason.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        List<Left> both = new ArrayList<>(left);
        both.addAll(more.left.subList(0, Math.min(more.left.size(), MOST_LISTED - left.size())));
        return new MigrationSummary(isDryRun, migrated + more.migrated, overtaken + more.overtaken, reasons, both);
    }

    @Override
    public String toString() {
        String first = (isDryRun ? "would migrate " : "migrated ") + migrated + " of " + seen() + " older saves; "
                + overtaken + (overtaken == 1 ? " was" : " were") + " saved meanwhile";
        Stream<String> reasons =
                byReason.entrySet().stream().map(each -> "  left " + each.getValue() + ": " + each.getKey());
        return Stream.concat(Stream.of(first), reasons).collect(Collectors.joining("\n"));
    }
}
