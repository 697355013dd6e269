package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The name of a removed member is not used again for something else: a file or a person might still mean the old one. */
final class ReusedNameCheck implements HistoryCheck {

    @Override
    public List<Problem> check(Situation situation) {
        if (situation.locked().isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Definition.Part root = situation.head().snapshot().root();
        for (Definition.Member member : root.members()) {
            removed(situation, member).ifPresent(old -> problems.add(old));
        }
        return problems;
    }

    private static Optional<Problem> removed(Situation situation, Definition.Member member) {
        for (LockedVersion locked :
                situation.history().versions().descendingMap().values()) {
            String root = locked.snapshot().root().name();
            if (locked.changes().contains(new Change.Removed(root, member.name()))) {
                return before(situation, locked.version(), member);
            }
            if (locked.snapshot().root().member(member.name()).isPresent()) {
                return Optional.empty(); // it is there, and not for the first time
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> before(Situation situation, int removedIn, Definition.Member member) {
        return situation
                .history()
                .find(removedIn - 1)
                .flatMap(version -> version.snapshot().root().member(member.name()))
                .filter(old -> !TypeWords.java(old.type()).equals(TypeWords.java(member.type())))
                .map(old -> HistoryProblems.reusedName(
                        situation.origin(situation.head().snapshot().root().name(), member.name()),
                        member.name(),
                        removedIn,
                        TypeWords.java(old.type()),
                        TypeWords.java(member.type())));
    }
}
