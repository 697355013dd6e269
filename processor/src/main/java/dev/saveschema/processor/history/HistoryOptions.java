package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the compiler was told with {@code -A}.
 *
 * @param directory where the history is kept, if anywhere
 * @param isForgone whether somebody has said that none is to be kept
 * @param lock whether drafts are to be locked
 * @param release whether a draft is an error
 */
public record HistoryOptions(Optional<Path> directory, boolean isForgone, boolean lock, boolean release) {

    /** {@code -Asaveschema.history=src/main/saveschema}, or {@code none}. */
    public static final String HISTORY = "saveschema.history";
    /** {@code -Asaveschema.lock=true}. */
    public static final String LOCK = "saveschema.lock";
    /** {@code -Asaveschema.release=true}. */
    public static final String RELEASE = "saveschema.release";

    private static final String NAMESPACE = "saveschema.";
    private static final String NONE = "none";
    private static final List<String> ALL = List.of(HISTORY, LOCK, RELEASE);

    /**
     * Reads the options.
     *
     * @throws InvalidPathException if the history is in no place that a file system could have
     */
    public static HistoryOptions of(Map<String, String> options) {
        String history = options.getOrDefault(HISTORY, "");
        boolean isForgone = history.equals(NONE);
        return new HistoryOptions(
                history.isEmpty() || isForgone ? Optional.empty() : Optional.of(Path.of(history)),
                isForgone,
                Boolean.parseBoolean(options.get(LOCK)),
                Boolean.parseBoolean(options.get(RELEASE)));
    }

    /** A message for each option in our name that does not exist: it would be without effect, and nobody would notice. */
    public static List<String> unknown(Map<String, String> options) {
        return options.keySet().stream()
                .filter(option -> option.startsWith(NAMESPACE) && !ALL.contains(option))
                .sorted()
                .map(option -> HistoryProblems.unknownOption(option, Nearest.to(option, ALL)))
                .toList();
    }
}
