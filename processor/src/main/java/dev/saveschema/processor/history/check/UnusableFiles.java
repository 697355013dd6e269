package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.HistoryDirectory;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.List;

/** A version's file is unchanged since the version was locked. */
public final class UnusableFiles {

    private UnusableFiles() {}

    /** A problem for each file of the history that was edited, has a merge conflict in it, or is no history file. */
    public static List<Problem> problems(History history, HistoryDirectory directory, String id, Origin at) {
        return history.unusable().stream()
                .map(file -> problem(file, history, directory.nameOf(id, file.version()), at))
                .toList();
    }

    private static Problem problem(History.Unusable file, History history, String name, Origin at) {
        return switch (file.fault()) {
            case EDITED -> HistoryProblems.edited(at, name, file.version(), history.isNewest(file.version()));
            case IN_CONFLICT -> HistoryProblems.conflict(at, name, file.version());
            case NO_HISTORY_FILE -> HistoryProblems.notAHistoryFile(at, name, file.version(), file.reason());
        };
    }
}
