package dev.saveschema.jdbc;

import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@link SaveMigration} did, or would do. Prints as one line, and one more for each reason to leave saves as they are.
 *
 * @param isDryRun whether nothing was changed
 * @param seen how many saves of older versions
 * @param migrated how many of them are of the newest version now
 * @param overtaken how many were saved meanwhile by somebody else, who won
 * @param left those that are as they were, since a load could not take them whole; at most the first {@value #MOST_LISTED}
 */
public record MigrationSummary(boolean isDryRun, long seen, long migrated, long overtaken, List<Left> left) {

    /** How many saves are listed that were left as they are; {@link #seen} counts the others, too. */
    public static final int MOST_LISTED = 10_000;

    public MigrationSummary {
        left = List.copyOf(left);
    }

    /**
     * A save that is as it was.
     *
     * @param name of the save
     * @param outcome of its load
     * @param repairs that a load makes
     */
    public record Left(String name, Outcome outcome, List<Repair> repairs) {

        public Left {
            repairs = List.copyOf(repairs);
        }

        /** In one word: how it was loaded, or the first reason for a repair. */
        public String reason() {
            boolean isWhole = outcome == Outcome.LOADED || outcome == Outcome.EDITED;
            return isWhole && !repairs.isEmpty() ? repairs.get(0).reason().name() : outcome.name();
        }

        @Override
        public String toString() {
            String first = repairs.isEmpty() ? "" : ": " + repairs.get(0);
            return name + ": " + outcome + first;
        }
    }

    static MigrationSummary none(boolean dryRun) {
        return new MigrationSummary(dryRun, 0, 0, 0, List.of());
    }

    MigrationSummary and(MigrationSummary more) {
        List<Left> both = new ArrayList<>(left);
        both.addAll(more.left.subList(0, Math.min(more.left.size(), MOST_LISTED - left.size())));
        return new MigrationSummary(
                isDryRun, seen + more.seen, migrated + more.migrated, overtaken + more.overtaken, both);
    }

    /** How many of those that are listed were left for each reason. */
    public Map<String, Long> byReason() {
        return left.stream().collect(Collectors.groupingBy(Left::reason, TreeMap::new, Collectors.counting()));
    }

    @Override
    public String toString() {
        String begin = isDryRun ? "would migrate " : "migrated ";
        String first = begin + migrated + " of " + seen + " older saves; " + overtaken + " were saved meanwhile";
        Stream<String> reasons =
                byReason().entrySet().stream().map(each -> "  left " + each.getValue() + ": " + each.getKey());
        return Stream.concat(Stream.of(first), reasons).collect(Collectors.joining("\n"));
    }
}
