package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversion names a component that its older version had, and the last conversion of a component ends at the type that the
 * component has today.
 */
final class ConversionCheck implements Check {

    private final FormerMembers former;

    ConversionCheck(FormerMembers former) {
        this.former = former;
    }

    @Override
    public List<Problem> check(SchemaModel schema) {
        return schema.steps().stream()
                .flatMap(step -> step.form() instanceof Step.Form.Conversion conversion
                        ? ofConversion(schema, step, conversion).stream()
                        : Stream.empty())
                .toList();
    }

    private List<Problem> ofConversion(SchemaModel schema, Step step, Step.Form.Conversion conversion) {
        Optional<Component> component = schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(conversion.component()))
                .findFirst();
        return component.isPresent()
                ? ofComponent(schema, step, conversion, component.get())
                : ofRemoved(schema, step, conversion.component());
    }

    private static List<Problem> ofComponent(
            SchemaModel schema, Step step, Step.Form.Conversion conversion, Component component) {
        if (component.since() > step.from()) {
            return List.of(MigrationProblems.unknownComponent(
                    step.origin(),
                    component.name(),
                    step.from(),
                    "It was added in version " + component.since(),
                    Optional.of("remove " + step.method())));
        }
        if (!isLast(schema, step, component.name()) || isSame(conversion.to(), component.shape())) {
            return List.of();
        }
        String current = ShapeText.type(component.shape());
        return List.of(MigrationProblems.targetMismatch(
                step.origin(),
                step.method(),
                component.name(),
                ShapeText.type(conversion.to()),
                ShapeText.of(component.shape()),
                "static %s %s(%s old)".formatted(current, step.method(), ShapeText.type(conversion.from()))));
    }

    private List<Problem> ofRemoved(SchemaModel schema, Step step, String name) {
        Optional<Removal> removal = schema.root().removals().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        boolean isRemovedLater = removal.map(gone -> step.to() < gone.since())
                .orElseGet(() -> former.had(step.from(), name) && former.had(step.to(), name));
        if (isRemovedLater) {
            return List.of();
        }
        Optional<Component> renamed = schema.root().components().stream()
                .filter(component -> component.jsonName().equals(name)
                        || component.renames().stream()
                                .anyMatch(rename -> rename.from().equals(name)))
                .findFirst();
        if (removal.isEmpty() && renamed.isPresent()) {
            return List.of(MigrationProblems.nameOfAFile(
                    step.origin(), name, renamed.get().name()));
        }
        List<String> candidates = schema.root().components().stream()
                .filter(component -> component.since() <= step.from())
                .map(Component::name)
                .toList();
        String reason = removal.map(gone -> "It was removed in version " + gone.since() + "; the step leads there")
                .orElse("Components: " + String.join(", ", candidates));
        return List.of(MigrationProblems.unknownComponent(
                step.origin(),
                name,
                removal.isPresent() ? step.to() : step.from(),
                reason,
                removal.isPresent()
                        ? Optional.of("remove " + step.method())
                        : Nearest.to(name, candidates).map(nearest -> "component = " + Code.quoted(nearest))));
    }

    private static boolean isLast(SchemaModel schema, Step step, String component) {
        return schema.steps().stream()
                .noneMatch(other -> other.from() > step.from()
                        && other.form() instanceof Step.Form.Conversion conversion
                        && conversion.component().equals(component));
    }

    /** Whether two types are the same, but for a box: {@code int} and {@code Integer} are. */
    private static boolean isSame(Shape a, Shape b) {
        return unboxed(a).equals(unboxed(b));
    }

    private static Shape unboxed(Shape shape) {
        if (shape instanceof Shape.Flag) {
            return new Shape.Flag(false);
        }
        if (shape instanceof Shape.Whole whole) {
            return new Shape.Whole(whole.width(), false);
        }
        if (shape instanceof Shape.Decimal decimal) {
            return new Shape.Decimal(decimal.precision(), false);
        }
        return shape instanceof Shape.Letter ? new Shape.Letter(false) : shape;
    }
}
