package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.List;

/** A version's file is what was written when the version was locked. */
final class UnusableFiles {

    private UnusableFiles() {}

    /** A problem for each file that is not. */
    static List<Problem> problems(History history, HistoryDirectory directory, String id, Origin at) {
        return history.unusable().stream()
                .map(file -> problem(file, directory.nameOf(id, file.version()), at))
                .toList();
    }

    private static Problem problem(History.Unusable file, String name, Origin at) {
        return file.isEdited()
                ? HistoryProblems.edited(at, name, file.version())
                : HistoryProblems.notAHistoryFile(at, name, file.version(), file.reason());
    }
}
