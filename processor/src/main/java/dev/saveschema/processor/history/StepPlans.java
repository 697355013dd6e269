package dev.saveschema.processor.history;

import dev.saveschema.processor.model.SchemaModel;
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
        return plan(from, HeadSnapshot.of(schema, to).snapshot(), declared(to));
    }

    private StepPlan plan(int from, Snapshot after, List<Change> changes) {
        return new StepPlan(
                from,
                after,
                schema.steps().stream().filter(step -> step.from() == from).toList(),
                changes);
    }

    private List<Change> declared(int to) {
        DeclaredChanges annotations = new DeclaredChanges(head, to);
        List<Change> changes = new ArrayList<>(annotations.renamed());
        changes.addAll(annotations.removed());
        changes.addAll(annotations.added());
        return changes;
    }
}
