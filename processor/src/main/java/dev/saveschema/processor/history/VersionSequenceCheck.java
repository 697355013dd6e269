package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** From the first locked version on, every version is locked but the newest, which is the one in the sources. */
final class VersionSequenceCheck implements HistoryCheck {

    private final Predicate<String> isInUse;
    private final boolean locks;

    /**
     * @param isInUse whether a schema has an id
     * @param locks whether the head is to be locked, which is how a history begins
     */
    VersionSequenceCheck(Predicate<String> isInUse, boolean locks) {
        this.isInUse = isInUse;
        this.locks = locks;
    }

    @Override
    public List<Problem> check(Situation situation) {
        Origin at = situation.schema().versionOrigin();
        History history = situation.history();
        if (history.isEmpty()) {
            return withoutAny(situation);
        }
        int version = situation.version();
        int first = history.versions().firstKey();
        int newest = history.versions().lastKey();
        if (newest > version) {
            return List.of(
                    HistoryProblems.versionWentBack(at, situation.name(), version, newest, situation.file(newest)));
        }
        List<Problem> problems = new ArrayList<>();
        for (int between = first + 1; between < newest; between++) {
            if (history.find(between).isEmpty()) {
                problems.add(HistoryProblems.gap(at, situation.name(), between, situation.file(between)));
            }
        }
        if (newest < version - 1) {
            problems.add(HistoryProblems.previousNotLocked(at, situation.name(), version, newest));
        }
        return problems;
    }

    private List<Problem> withoutAny(Situation situation) {
        List<String> alike = situation.history().others().stream()
                .filter(other -> isPredecessor(other, situation))
                .filter(other -> !isInUse.test(other.id()))
                .map(History.Other::id)
                .toList();
        if (!alike.isEmpty()) {
            return List.of(HistoryProblems.unknownId(
                    situation.schema().idOrigin(), situation.name(), situation.id(), alike.get(0)));
        }
        return situation.version() == 1 || locks
                ? List.of()
                : List.of(HistoryProblems.noHistory(
                        situation.schema().versionOrigin(), situation.name(), situation.version()));
    }

    /** A class that was renamed takes its schema's versions along. */
    private static boolean isPredecessor(History.Other other, Situation situation) {
        boolean isSame = other.newest() == situation.version()
                && other.fingerprint().equals(Fingerprint.of(situation.head().snapshot()));
        return isSame || situation.version() > 1 && other.newest() == situation.version() - 1;
    }
}
