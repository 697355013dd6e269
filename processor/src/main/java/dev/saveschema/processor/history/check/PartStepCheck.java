package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A step for a part names a part that both its versions have, and a typed step takes the part that stands at that place in the
 * older version.
 */
final class PartStepCheck implements HistoryCheck {

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        return both.schema().steps().stream()
                .filter(step -> step.part().isPresent())
                .flatMap(step -> check(both, step).stream())
                .toList();
    }

    private static Optional<Problem> check(SchemaAndHistory both, Step step) {
        Step.Part part = step.part().orElseThrow();
        Optional<Snapshot> before = both.history().find(step.from()).map(LockedVersion::snapshot);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        if (part.name().filter(name -> before.get().find(name).isEmpty()).isPresent()) {
            List<String> names = before.get().definitions().stream()
                    .skip(1)
                    .map(Definition::name)
                    .toList();
            return Optional.of(MigrationProblems.unknownPart(
                    step.origin(), step.method(), part.name().get(), step.from(), names, both.file(step.from())));
        }
        TreeSet<String> others = new TreeSet<>();
        both.partsOf(step).forEach(now -> others.addAll(both.hadBeen(step.from(), now)));
        boolean isElsewhere = step.form() instanceof Step.Form.Typed
                && part.name()
                        .filter(name -> !others.isEmpty() && !others.equals(new TreeSet<>(List.of(name))))
                        .isPresent();
        if (isElsewhere) {
            others.remove(part.name().get());
            return Optional.of(MigrationProblems.partElsewhere(
                    step.origin(), step.method(), part.name().get(), List.copyOf(others), step.from()));
        }
        return both.partsOf(step).isEmpty() || part.name().isEmpty() && others.isEmpty()
                ? Optional.of(MigrationProblems.partOfNothing(
                        step.origin(), step.method(), part.called(), step.from(), step.to()))
                : Optional.empty();
    }
}
