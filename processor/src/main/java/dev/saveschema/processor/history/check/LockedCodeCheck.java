package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that had a method of the developer's when its version was locked still has one. The method may have another name by now.
 */
final class LockedCodeCheck implements HistoryCheck {

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        List<Problem> problems = new ArrayList<>();
        for (LockedVersion locked : both.history().versions().values()) {
            if (locked.version() > both.schema().oldest()) {
                for (Change change : locked.changes()) {
                    if (change instanceof Change.Coded coded && !isThere(both, locked.version(), coded)) {
                        problems.add(HistoryProblems.missingMigration(
                                both.schema().origin(),
                                coded.method(),
                                locked.version(),
                                coded.component(),
                                coded.part()));
                    }
                }
            }
        }
        return problems;
    }

    private static boolean isThere(SchemaAndHistory both, int to, Change.Coded coded) {
        return both.schema().steps().stream()
                .filter(step -> step.to() == to)
                .filter(step -> step.part().isPresent() == coded.part().isPresent())
                .anyMatch(step -> step.part().isPresent()
                        ? both.partsOf(step).contains(coded.in())
                        : both.converted(step).equals(coded.component()));
    }
}
