package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A migration leads from one version to the next, within the schema's versions, and is the only one that does. */
final class StepCheck implements Check {

    /**
     * The version that a step starts from and the part that it changes: {@code component volume}, {@code the whole document}. No
     * two steps may have both in common.
     */
    private record Start(int from, String subject) {}

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>();
        Map<Start, List<Step>> starts = new LinkedHashMap<>();
        for (Step step : schema.steps()) {
            problems.addAll(ofStep(step, schema));
            starts.computeIfAbsent(new Start(step.from(), subject(step)), start -> new ArrayList<>())
                    .add(step);
        }
        starts.forEach((start, steps) -> problems.addAll(duplicates(start, steps)));
        schema.steps().stream()
                .filter(StepCheck::isTypedWhole)
                .forEach(typed -> problems.addAll(beside(typed, schema)));
        return problems;
    }

    /**
     * The problems of steps that start where a typed step for the whole document does. That step makes the whole record of the
     * newer version, so that a step for a part or a component would have nothing left to convert.
     */
    private static List<Problem> beside(Step typed, SchemaModel schema) {
        return schema.steps().stream()
                .filter(step -> step.from() == typed.from() && !step.isWhole())
                .map(step -> MigrationProblems.besideTyped(
                        step.origin(),
                        step.method(),
                        step.part().isPresent() ? "changes a part" : "converts a component",
                        typed.method(),
                        step.from()))
                .toList();
    }

    private static boolean isTypedWhole(Step step) {
        return step.isWhole() && step.form() instanceof Step.Form.Typed;
    }

    private static List<Problem> ofStep(Step step, SchemaModel schema) {
        if (step.to() != step.from() + 1) {
            return List.of(MigrationProblems.skips(step.origin(), step.method(), step.from(), step.to()));
        }
        boolean outside = step.from() < schema.oldest() || step.to() > schema.version();
        boolean makesSense = schema.oldest() >= 1 && schema.oldest() <= schema.version();
        return outside && makesSense
                ? List.of(MigrationProblems.outsideVersions(
                        step.origin(), step.method(), step.from(), step.to(), schema.oldest(), schema.version()))
                : List.of();
    }

    private static List<Problem> duplicates(Start start, List<Step> steps) {
        if (steps.size() == 1) {
            return List.of();
        }
        List<String> methods = steps.stream().map(Step::method).toList();
        return steps.stream()
                .map(step -> MigrationProblems.duplicate(step.origin(), start.from(), start.subject(), methods))
                .toList();
    }

    private static String subject(Step step) {
        return step.form() instanceof Step.Form.Conversion conversion
                ? "component " + conversion.component()
                : step.part().map(part -> "the part " + part.called()).orElse("the whole document");
    }
}
