package dev.saveschema.processor.history;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plans of all steps to the head. A locked version's step is what its file says, whatever the annotations have become; the
 * step to a draft follows from the comparison with the version before; without a history the annotations are all there is.
 */
final class StepPlans {

    private final SchemaModel schema;
    private final HeadSnapshot head;
    private final History history;
    private final Lineage lineage;
    private final List<Change> toDraft;

    /** @param toDraft what leads to the head, if that is a draft behind a locked version */
    StepPlans(SchemaModel schema, HeadSnapshot head, History history, Lineage lineage, List<Change> toDraft) {
        this.schema = schema;
        this.head = head;
        this.history = history;
        this.lineage = lineage;
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
            return plan(from, locked.get().snapshot(), locked.get().changes(), lineage.of(to));
        }
        if (to == schema.version() && history.find(from).isPresent()) {
            return plan(from, head.snapshot(), toDraft, head);
        }
        HeadSnapshot after = HeadSnapshot.of(schema, to);
        return plan(from, after.snapshot(), new DeclaredChanges(after).all(), after);
    }

    private StepPlan plan(int from, Snapshot after, List<Change> changes, Descendants descendants) {
        List<StepPlan.Code> code = schema.steps().stream()
                .filter(step -> step.from() == from)
                .map(step -> new StepPlan.Code(step, member(step, changes)))
                .toList();
        Optional<ClassRef> typedAfter = history.find(from + 1)
                .filter(locked -> from + 1 < schema.version())
                .map(locked -> schema.root().type().inVersion(from + 1));
        return new StepPlan(from, after, code, changes, descendants, merged(from, changes), typedAfter);
    }

    private Optional<String> member(Step step, List<Change> changes) {
        if (!(step.form() instanceof Step.Form.Conversion conversion)) {
            return Optional.empty();
        }
        String declared = declaredName(conversion.component(), step.from());
        return Optional.of(lockedName(step, declared, changes).orElse(declared));
    }

    /**
     * What a locked version's file says, long after the annotations that told of older names are gone. A method that is called
     * otherwise by now is known if it alone is left over.
     */
    private Optional<String> lockedName(Step step, String declared, List<Change> changes) {
        List<Change.Coded> converted = changes.stream()
                .filter(Change.Coded.class::isInstance)
                .map(Change.Coded.class::cast)
                .filter(coded -> coded.component().isPresent())
                .toList();
        List<Change.Coded> of = converted.stream()
                .filter(coded -> coded.method().equals(step.method()))
                .toList();
        if (of.isEmpty()) {
            of = converted.stream()
                    .filter(coded -> schema.steps().stream()
                            .noneMatch(other -> other != step
                                    && other.from() == step.from()
                                    && other.method().equals(coded.method())))
                    .toList();
        }
        boolean isDeclared = of.stream().anyMatch(coded -> coded.component().equals(Optional.of(declared)));
        return isDeclared || of.size() != 1 ? Optional.empty() : of.get(0).component();
    }

    /** A name that no component has belongs to a removed one. */
    private String declaredName(String component, int version) {
        return schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(version))
                .orElse(component);
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
