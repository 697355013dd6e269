package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.LimitProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A limit applies to its component's type and allows something. */
final class LimitCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(schema, LimitCheck::ofComponent);
    }

    private static List<Problem> ofComponent(Component component) {
        List<Problem> problems = new ArrayList<>();
        component.limits().range().ifPresent(range -> problems.addAll(range(component, range)));
        component.limits().size().ifPresent(size -> problems.addAll(size(component, size)));
        component.limits().pattern().ifPresent(pattern -> problems.addAll(pattern(component, pattern)));
        return problems;
    }

    private static List<Problem> range(Component component, Limits.Range range) {
        if (!Limitable.byRange(component.shape())) {
            return doesNotApply(component, range.origin(), "Range", "numbers");
        }
        return range.min() > range.max()
                ? List.of(LimitProblems.inverted(range.origin(), component.name(), "Range", range.min(), range.max()))
                : List.of();
    }

    private static List<Problem> size(Component component, Limits.Size size) {
        if (!Limitable.bySize(component.shape())) {
            return doesNotApply(component, size.origin(), "Size", "text, collections and maps");
        }
        if (size.max() < 0) {
            return List.of(LimitProblems.negativeSize(size.origin(), component.name(), size.max(), "remove @Size"));
        }
        if (size.min() < 0) {
            return List.of(LimitProblems.negativeSize(
                    size.origin(),
                    component.name(),
                    size.min(),
                    LimitText.of(new Limits.Size(0, size.max(), size.clamp(), size.origin()))));
        }
        return size.min() > size.max()
                ? List.of(LimitProblems.inverted(size.origin(), component.name(), "Size", size.min(), size.max()))
                : List.of();
    }

    private static List<Problem> pattern(Component component, Limits.Pattern pattern) {
        if (!Limitable.byPattern(component.shape())) {
            return doesNotApply(component, pattern.origin(), "Pattern", "text");
        }
        try {
            Pattern.compile(pattern.regex());
            return List.of();
        } catch (PatternSyntaxException e) {
            return List.of(LimitProblems.brokenPattern(
                    pattern.origin(), component.name(), pattern.regex(), e.getDescription()));
        }
    }

    private static List<Problem> doesNotApply(Component component, Origin at, String annotation, String domain) {
        Shape shape = component.shape();
        return List.of(LimitProblems.doesNotApply(at, component.name(), Wording.of(shape), annotation, domain));
    }
}
