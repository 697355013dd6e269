package dev.saveschema.processor.history;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plans of all steps to the head. A locked version's step is what its file says, whatever the annotations have become; the
 * step to a draft follows from the comparison with the version before; without a history the annotations are all there is.
 */
final class StepPlans {

    private final SchemaModel schema;
    private final HeadSnapshot head;
    private final History history;
    private final List<Change> toDraft;

    /** @param toDraft what leads to the head, if that is a draft behind a locked version */
    StepPlans(SchemaModel schema, HeadSnapshot head, History history, List<Change> toDraft) {
        this.schema = schema;
        this.head = head;
        this.history = history;
        this.toDraft = toDraft;
    }

    List<StepPlan> all() {
        List<StepPlan> plans = new ArrayList<>();
        for (int from = schema.oldest(); from < schema.version(); from++) {
            plans.add(plan(from));
        }
        return plans;
    }

    private StepPlan plan(int from) {
        int to = from + 1;
        Optional<LockedVersion> locked = history.find(to);
        if (locked.isPresent() && history.find(from).isPresent()) {
            return plan(from, locked.get().snapshot(), locked.get().changes());
        }
        if (to == schema.version() && history.find(from).isPresent()) {
            return plan(from, head.snapshot(), toDraft);
        }
        Snapshot after = HeadSnapshot.of(schema, to).snapshot();
        return plan(from, after, declared(to, after));
    }

    private StepPlan plan(int from, Snapshot after, List<Change> changes) {
        List<StepPlan.Code> code = schema.steps().stream()
                .filter(step -> step.from() == from)
                .map(step -> new StepPlan.Code(step, member(step, changes)))
                .toList();
        Optional<ClassRef> typedAfter = history.find(from + 1)
                .filter(locked -> from + 1 < schema.version())
                .map(locked -> schema.root().type().inVersion(from + 1));
        return new StepPlan(from, after, code, changes, head.records(), head.choices(), typedAfter);
    }

    private Optional<String> member(Step step, List<Change> changes) {
        if (!(step.form() instanceof Step.Form.Conversion conversion)) {
            return Optional.empty();
        }
        return Optional.of(
                lockedName(step, changes).orElseGet(() -> declaredName(conversion.component(), step.from())));
    }

    /** What a locked version's file says, long after the annotations that told of older names are gone. */
    private static Optional<String> lockedName(Step step, List<Change> changes) {
        return changes.stream()
                .filter(Change.Coded.class::isInstance)
                .map(Change.Coded.class::cast)
                .filter(coded -> coded.method().equals(step.method()))
                .flatMap(coded -> coded.component().stream())
                .findFirst();
    }

    /** A name that no component has belongs to a removed one. */
    private String declaredName(String component, int version) {
        return schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(version))
                .orElse(component);
    }

    private List<Change> declared(int to, Snapshot after) {
        DeclaredChanges annotations = new DeclaredChanges(head, to, after);
        List<Change> changes = new ArrayList<>(annotations.renamed());
        changes.addAll(annotations.removed());
        changes.addAll(annotations.added());
        changes.addAll(annotations.moved());
        return changes;
    }
}
