package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Set;

/** All checks of a schema against its history. */
final class HistoryChecks {

    private HistoryChecks() {}

    /** Every problem; while a file of the history cannot be used, nothing else can be said. */
    static List<Problem> check(Situation situation, Set<String> idsInSources, boolean locks) {
        List<Problem> unusable = new UnusableFileCheck().check(situation);
        if (!unusable.isEmpty()) {
            return unusable;
        }
        List<HistoryCheck> checks = List.of(
                new VersionSequenceCheck(idsInSources, locks),
                new LockedHeadCheck(),
                new ContradictionCheck(),
                new DraftCheck(),
                new ReusedNameCheck(),
                new LockedCodeCheck());
        return checks.stream().flatMap(check -> check.check(situation).stream()).toList();
    }
}
