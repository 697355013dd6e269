package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.List;

/** A version's file is what was written when the version was locked. */
final class UnusableFileCheck implements HistoryCheck {

    @Override
    public List<Problem> check(Situation situation) {
        return situation.history().unusable().stream()
                .map(file -> of(situation, file))
                .toList();
    }

    private static Problem of(Situation situation, History.Unusable file) {
        String name = situation.file(file.version());
        return file.isEdited()
                ? HistoryProblems.edited(situation.schema().origin(), name, file.version())
                : HistoryProblems.notAHistoryFile(situation.schema().origin(), name, file.version(), file.reason());
    }
}
