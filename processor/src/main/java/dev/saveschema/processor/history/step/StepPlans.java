package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.history.head.SourceLookup;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plans of all steps to the head. The step to a locked version is as its file says, whatever the annotations have become. The
 * step to a draft follows from its comparison with the version before. Without a history the annotations are the only source.
 */
public final class StepPlans {

    private final SchemaModel schema;
    private final HeadSnapshot head;
    private final History history;
    private final Lineage lineage;
    private final List<Change> toDraft;

    /** @param toDraft the changes from the newest locked version to the head, if the head is a draft */
    public StepPlans(SchemaModel schema, HeadSnapshot head, History history, Lineage lineage, List<Change> toDraft) {
        this.schema = schema;
        this.head = head;
        this.history = history;
        this.lineage = lineage;
        this.toDraft = toDraft;
    }

    public List<StepPlan> all() {
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
            StepParts parts = new StepParts(head, lineage);
            return plan(from, locked.get().snapshot(), locked.get().changes(), lineage.of(to), parts::ofLocked);
        }
        if (to == schema.version() && history.find(from).isPresent()) {
            return plan(from, head.snapshot(), toDraft, head, partsIn(head));
        }
        HeadSnapshot after = HeadSnapshot.of(schema, to);
        return plan(from, after.snapshot(), new DeclaredChanges(after).all(), after, partsIn(after));
    }

    private Function<Step, Set<String>> partsIn(HeadSnapshot after) {
        return step -> new StepParts(head, lineage).ofSources(step, after);
    }

    /** @param parts finds the definitions that a step for a part leads to */
    private StepPlan plan(
            int from, Snapshot after, List<Change> changes, SourceLookup sources, Function<Step, Set<String>> parts) {
        ConvertedMember converted = new ConvertedMember(schema, history, lineage);
        List<StepPlan.Code> code = schema.steps().stream()
                .filter(step -> step.from() == from)
                .flatMap(step -> step.part().isEmpty()
                        ? Stream.of(new StepPlan.Code(step, converted.of(step), Optional.empty()))
                        : parts.apply(step).stream()
                                .map(part -> new StepPlan.Code(step, Optional.empty(), Optional.of(part))))
                .toList();
        return new StepPlan(from, after, code, changes, sources, merged(from, changes));
    }

    private Set<StepPlan.Place> merged(int from, List<Change> changes) {
        return lineage.after(from).stream()
                .flatMap(comparison -> changes.stream()
                        .filter(Change.Added.class::isInstance)
                        .map(Change.Added.class::cast)
                        .filter(added -> comparison.isOld(added.in(), added.name()))
                        .map(added -> new StepPlan.Place(added.in(), added.name())))
                .collect(Collectors.toSet());
    }
}
