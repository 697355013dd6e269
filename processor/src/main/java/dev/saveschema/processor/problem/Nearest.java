package dev.saveschema.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt name was probably meant to be. */
public final class Nearest {

    private Nearest() {}

    /** The candidate with the fewest changes of one letter, capitals aside; of several the first. */
    public static Optional<String> to(String found, Collection<String> candidates) {
        return candidates.stream().min(Comparator.comparingInt(candidate -> distance(lower(found), lower(candidate))));
    }

    /** The nearest candidate if it is near enough to be a misspelling: at most a third of the letters differ. */
    public static Optional<String> similarTo(String found, Collection<String> candidates) {
        return to(found, candidates)
                .filter(candidate ->
                        distance(lower(found), lower(candidate)) * 3 <= Math.max(found.length(), candidate.length()));
    }

    /** The candidates, the most similar first. */
    public static List<String> sorted(String found, Collection<String> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(lower(found), lower(candidate))))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, one row of the table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
