package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.List;

/**
 * A component has a default, unless its type has a natural one: a collection is empty, an optional is empty, a nested record is
 * made of its own defaults. Any other default that nobody wrote would be a decision that nobody made.
 */
final class MissingDefaultCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(schema, MissingDefaultCheck::ofComponent);
    }

    private static List<Problem> ofComponent(Component component) {
        if (!(component.fallback() instanceof Fallback.Undeclared) || hasNaturalDefault(component.shape())) {
            return List.of();
        }
        if (component.shape() instanceof Shape.Choice choice
                && choice.subtypes().isEmpty()) {
            // there is no record to name as the default: the reader has reported each of them
            return List.of();
        }
        if (component.shape() instanceof Shape.Custom custom && custom.forms().isEmpty()) {
            return List.of(DefaultProblems.missingForCodec(
                    component.origin(),
                    component.name(),
                    ShapeText.type(custom),
                    custom.codec().simpleName()));
        }
        List<String> samples = SuggestedDefaults.of(component.shape(), component.limits()).stream()
                .map(Code::defaultOf)
                .toList();
        Problem problem = DefaultProblems.missing(
                component.origin(),
                component.name(),
                ShapeText.of(component.shape()),
                samples.isEmpty() ? List.of("@Default(\"…\") with a text that its pattern allows") : samples);
        return List.of(isFreshEachTime(component.shape()) ? DefaultProblems.withFreshId(problem) : problem);
    }

    private static boolean isFreshEachTime(Shape shape) {
        return shape instanceof Shape.Scalar scalar && scalar.kind() == ScalarKind.UUID;
    }

    private static boolean hasNaturalDefault(Shape shape) {
        return shape instanceof Shape.OptionalOf
                || shape instanceof Shape.Sequence
                || shape instanceof Shape.Mapping
                || shape instanceof Shape.Nested;
    }
}
