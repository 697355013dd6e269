package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Fingerprint;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * From the first locked version to the head, every version is locked; only the head, the version in the sources, may be a draft.
 */
final class VersionSequenceCheck implements HistoryCheck {

    private final Predicate<String> isInUse;
    private final boolean locks;

    /**
     * @param isInUse whether a schema has an id
     * @param locks whether the head is to be locked: a history begins with the first lock
     */
    VersionSequenceCheck(Predicate<String> isInUse, boolean locks) {
        this.isInUse = isInUse;
        this.locks = locks;
    }

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        Origin at = both.schema().versionOrigin();
        History history = both.history();
        if (history.isEmpty()) {
            return withoutAny(both);
        }
        int version = both.version();
        int first = history.versions().firstKey();
        int newest = history.versions().lastKey();
        if (newest > version) {
            return List.of(HistoryProblems.versionWentBack(at, both.name(), version, newest, both.file(newest)));
        }
        List<Problem> problems = new ArrayList<>();
        boolean isFirstOneGone = first > both.schema().oldest()
                && !history.versions().firstEntry().getValue().changes().isEmpty();
        if (isFirstOneGone) {
            problems.add(HistoryProblems.firstGone(at, both.name(), first - 1, both.file(first - 1), both.file(first)));
        }
        for (int between = first + 1; between < newest; between++) {
            if (history.find(between).isEmpty()) {
                problems.add(HistoryProblems.gap(at, both.name(), between, both.file(between)));
            }
        }
        if (newest < version - 1) {
            problems.add(HistoryProblems.previousNotLocked(at, both.name(), version, newest));
        }
        return problems;
    }

    private List<Problem> withoutAny(SchemaAndHistory both) {
        List<History.Other> orphans = both.history().others().stream()
                .filter(other -> !isInUse.test(other.id()))
                .toList();
        Origin idAt = both.schema().idOrigin();
        Optional<History.Other> predecessor =
                orphans.stream().filter(other -> isPredecessor(other, both)).findFirst();
        if (predecessor.isPresent()) {
            return List.of(HistoryProblems.unknownId(
                    idAt, both.name(), both.id(), predecessor.get().id()));
        }
        List<Problem> problems = new ArrayList<>();
        orphans.forEach(
                orphan -> problems.add(HistoryProblems.orphanedHistory(idAt, both.name(), both.id(), orphan.id())));
        Origin at = both.schema().versionOrigin();
        if (both.version() > 1 && !locks) {
            problems.add(HistoryProblems.noHistory(
                    at, both.name(), both.version(), both.directory().absolutePath()));
        } else if (both.version() > both.schema().oldest()) {
            problems.add(
                    HistoryProblems.beginsLate(at, both.name(), both.schema().oldest(), both.version()));
        }
        return problems;
    }

    /**
     * Whether the other schema, whose id no class has any more, is this one before its class was renamed: its newest version is the
     * head, or the one before the head.
     */
    private static boolean isPredecessor(History.Other other, SchemaAndHistory both) {
        boolean isSame = other.newest() == both.version()
                && other.fingerprint().equals(Fingerprint.of(both.head().snapshot()));
        return isSame || both.version() > 1 && other.newest() == both.version() - 1;
    }
}
