package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a removed member is not used again with another type: an old file, or a person who edits one, might still mean the
 * old member.
 */
final class ReusedNameCheck implements HistoryCheck {

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        if (both.locked().isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (Definition definition : both.head().snapshot().definitions()) {
            if (definition instanceof Definition.Part part) {
                part.members().forEach(member -> removed(both, part, member).ifPresent(problems::add));
            }
        }
        return problems;
    }

    private static Optional<Problem> removed(SchemaAndHistory both, Definition.Part part, Definition.Member member) {
        for (LockedVersion locked : both.history().versions().descendingMap().values()) {
            Set<String> same = both.lineage().before(locked.version(), part.name());
            boolean isRemoved = locked.changes().stream()
                    .anyMatch(change -> change instanceof Change.Removed removed
                            && same.contains(removed.in())
                            && removed.name().equals(member.name()));
            if (isRemoved) {
                return before(both, locked.version(), part, member);
            }
            if (find(both, locked, part, member).isPresent()) {
                return Optional.empty(); // the name has been in use since before the head, so that its use is locked
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> before(
            SchemaAndHistory both, int removedIn, Definition.Part part, Definition.Member member) {
        return both.history()
                .find(removedIn - 1)
                .flatMap(version -> find(both, version, part, member))
                .filter(old -> !ValueTypeText.java(old.type()).equals(ValueTypeText.java(member.type())))
                .map(old -> HistoryProblems.reusedName(
                        both.origin(part.name(), member.name()),
                        member.name(),
                        removedIn,
                        ValueTypeText.java(old.type()),
                        ValueTypeText.java(member.type())));
    }

    /** The member in a locked version, looked for in the definitions that the part was at that time. */
    private static Optional<Definition.Member> find(
            SchemaAndHistory both, LockedVersion locked, Definition.Part part, Definition.Member member) {
        return both.lineage().before(locked.version(), part.name()).stream()
                .map(locked.snapshot()::definition)
                .filter(Definition.Part.class::isInstance)
                .flatMap(found -> ((Definition.Part) found).member(member.name()).stream())
                .findFirst();
    }
}
