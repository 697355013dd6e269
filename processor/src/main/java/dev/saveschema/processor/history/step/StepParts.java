package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the definitions that a developer's step for a part leads to. A step names its part by today's class, or by the name that
 * the part has in the history.
 */
final class StepParts {

    private final HeadSnapshot head;
    private final Lineage lineage;

    StepParts(HeadSnapshot head, Lineage lineage) {
        this.head = head;
        this.lineage = lineage;
    }

    /** The definitions for a step to a locked version. */
    Set<String> ofLocked(Step step) {
        Step.Part part = step.part().orElseThrow();
        if (part.type().isPresent()) {
            Set<String> definitions = new LinkedHashSet<>();
            of(part.type().get(), head).forEach(today -> definitions.addAll(lineage.before(step.to(), today)));
            return definitions;
        }
        return byName(step, part);
    }

    /**
     * The definitions for a step to a version that is only in the sources.
     *
     * @param after the snapshot of that version, as the annotations tell
     */
    Set<String> ofSources(Step step, HeadSnapshot after) {
        Step.Part part = step.part().orElseThrow();
        return part.type().map(type -> of(type, after)).orElseGet(() -> byName(step, part));
    }

    private Set<String> byName(Step step, Step.Part part) {
        if (step.form() instanceof Step.Form.Typed typed) {
            List<String> names = typed.to().simpleNames();
            return Set.of(names.get(names.size() - 1));
        }
        String before = part.name().orElseThrow();
        return lineage.after(step.from())
                .map(comparison -> comparison.becameOf(before))
                .orElse(Set.of(before));
    }

    /**
     * The definitions of a class. A record has two if it stands in the schema both by itself and as one of a sealed interface's.
     */
    private static Set<String> of(ClassRef type, HeadSnapshot snapshot) {
        Set<String> names = new LinkedHashSet<>();
        snapshot.records().forEach((name, record) -> {
            if (record.type().equals(type)) {
                names.add(name);
            }
        });
        snapshot.choices().forEach((name, choice) -> {
            if (choice.type().equals(type)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The typed steps for parts that lead to the head, as changes. They tell what a definition became, where the kinds differ. */
    static List<Change> declared(List<Step> steps, HeadSnapshot head) {
        return steps.stream()
                .filter(step -> step.to() == head.snapshot().version())
                .filter(step -> step.form() instanceof Step.Form.Typed)
                .flatMap(step -> step.part().stream()
                        .filter(part -> part.type().isPresent())
                        .flatMap(part ->
                                of(part.type().get(), head).stream().<Change>map(in -> coded(step, in, part.name()))))
                .toList();
    }

    static Change coded(Step step, String in, Optional<String> before) {
        return new Change.Coded(
                in, step.method(), Optional.empty(), before.or(() -> Optional.of(in)), step.isCompatible());
    }
}
