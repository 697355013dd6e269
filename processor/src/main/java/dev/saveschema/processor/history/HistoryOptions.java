package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.problem.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options that the compiler was given with {@code -A}.
 *
 * @param directory the directory of the histories, if one is given
 * @param isForgone whether the option says {@code none}, so that no history is to be kept
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
     * @throws InvalidPathException if no file system could have a directory of that name
     */
    public static HistoryOptions of(Map<String, String> options) {
        String history = options.getOrDefault(HISTORY, "");
        boolean isForgone = history.equals(NONE);
        return new HistoryOptions(
                history.isEmpty() || isForgone ? Optional.empty() : Optional.of(Path.of(history)),
                isForgone,
                "true".equals(options.get(LOCK)),
                "true".equals(options.get(RELEASE)));
    }

    /**
     * A problem for each option that begins with {@code saveschema.} and has no effect, since its name or its value is misspelled.
     */
    public static List<Problem> withoutEffect(Map<String, String> options) {
        return options.entrySet().stream()
                .filter(option -> option.getKey().startsWith(NAMESPACE))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(option -> withoutEffect(option.getKey(), option.getValue()).stream())
                .toList();
    }

    private static Optional<Problem> withoutEffect(String option, @Nullable String value) {
        if (!ALL.contains(option)) {
            return Optional.of(HistoryProblems.unknownOption(option, ALL, Nearest.to(option, ALL)));
        }
        boolean isFlag = !option.equals(HISTORY);
        return isFlag && !"true".equals(value) && !"false".equals(value)
                ? Optional.of(HistoryProblems.neitherTrueNorFalse(option, String.valueOf(value)))
                : Optional.empty();
    }
}
