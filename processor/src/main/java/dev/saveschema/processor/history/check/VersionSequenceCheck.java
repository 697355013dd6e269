package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Fingerprint;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.step.Situation;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        boolean isFirstOneGone = first > situation.schema().oldest()
                && !history.versions().firstEntry().getValue().changes().isEmpty();
        if (isFirstOneGone) {
            problems.add(HistoryProblems.firstGone(
                    at, situation.name(), first - 1, situation.file(first - 1), situation.file(first)));
        }
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
        List<History.Other> orphans = situation.history().others().stream()
                .filter(other -> !isInUse.test(other.id()))
                .toList();
        Origin idAt = situation.schema().idOrigin();
        Optional<History.Other> predecessor = orphans.stream()
                .filter(other -> isPredecessor(other, situation))
                .findFirst();
        if (predecessor.isPresent()) {
            return List.of(HistoryProblems.unknownId(
                    idAt, situation.name(), situation.id(), predecessor.get().id()));
        }
        List<Problem> problems = new ArrayList<>();
        orphans.forEach(orphan ->
                problems.add(HistoryProblems.orphanedHistory(idAt, situation.name(), situation.id(), orphan.id())));
        Origin at = situation.schema().versionOrigin();
        if (situation.version() > 1 && !locks) {
            problems.add(HistoryProblems.noHistory(at, situation.name(), situation.version()));
        } else if (situation.version() > situation.schema().oldest()) {
            problems.add(HistoryProblems.beginsLate(
                    at, situation.name(), situation.schema().oldest(), situation.version()));
        }
        return problems;
    }

    /** A class that was renamed takes its schema's versions along. */
    private static boolean isPredecessor(History.Other other, Situation situation) {
        boolean isSame = other.newest() == situation.version()
                && other.fingerprint().equals(Fingerprint.of(situation.head().snapshot()));
        return isSame || situation.version() > 1 && other.newest() == situation.version() - 1;
    }
}
