package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.LimitProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A limit applies to its component's type and allows something. */
final class LimitCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>(Check.ofComponents(schema, LimitCheck::of));
        schema.oneOfs().stream()
                .flatMap(oneOf -> oneOf.alternatives().stream())
                .forEach(alternative -> problems.addAll(of(alternative.component())));
        return problems;
    }

    private static List<Problem> of(Component component) {
        return of(component.name(), component.shape(), component.limits());
    }

    private static List<Problem> of(String name, Shape shape, Limits limits) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(RangeCheck.of(name, shape, limits.ranges()));
        problems.addAll(sizes(name, shape, limits));
        limits.patterns().forEach(pattern -> problems.addAll(pattern(name, shape, pattern)));
        limits.elements().ifPresent(each -> problems.addAll(elements(name, shape, each)));
        limits.keys().ifPresent(each -> problems.addAll(keys(name, shape, each)));
        return problems;
    }

    private static List<Problem> elements(String name, Shape shape, Limits.Each each) {
        return Limitable.element(shape)
                .map(element -> of("each element of " + name, element, each.limits()))
                .orElseGet(() -> List.of(doesNotApply(name, shape, each.source(), "collections and maps")));
    }

    private static List<Problem> keys(String name, Shape shape, Limits.Each each) {
        Optional<Shape> key = Limitable.key(shape);
        if (key.isEmpty()) {
            return List.of(doesNotApply(name, shape, each.source(), "maps"));
        }
        List<Problem> problems = new ArrayList<>(of("each key of " + name, key.get(), each.limits()));
        each.limits()
                .range()
                .filter(Limits.Range::clamp)
                .ifPresent(range -> problems.add(LimitProblems.clampedKey(
                        range.source().origin(),
                        name,
                        LimitText.of(new Limits.Range(range.min(), range.max(), false, range.source())))));
        each.limits()
                .size()
                .filter(Limits.Size::clamp)
                .ifPresent(size -> problems.add(LimitProblems.clampedKey(
                        size.source().origin(),
                        name,
                        LimitText.of(new Limits.Size(size.min(), size.max(), false, size.source())))));
        return problems;
    }

    private static List<Problem> sizes(String name, Shape shape, Limits limits) {
        List<Problem> problems = new ArrayList<>();
        limits.sizes().forEach(size -> problems.addAll(size(name, shape, size)));
        Limits.Size all = limits.size().orElse(null);
        if (problems.isEmpty() && all != null && all.min() > all.max()) {
            problems.add(LimitProblems.inverted(
                    all.source().origin(),
                    name,
                    LimitText.names(
                            limits.sizes().stream().map(Limits.Size::source).toList()),
                    all.min() + " is more than " + all.max(),
                    LimitText.of(new Limits.Size(all.max(), all.min(), all.clamp(), all.source()))));
        }
        return problems;
    }

    private static List<Problem> size(String name, Shape shape, Limits.Size size) {
        if (!Limitable.bySize(shape)) {
            return List.of(doesNotApply(
                    name,
                    shape,
                    size.source(),
                    "text, collections and maps",
                    asRange(shape, size).stream().toList()));
        }
        if (size.max() < 0) {
            return List.of(LimitProblems.negativeSize(size.source().origin(), name, size.max(), "remove @Size"));
        }
        if (size.min() < 0) {
            return List.of(LimitProblems.negativeSize(
                    size.source().origin(),
                    name,
                    size.min(),
                    LimitText.of(new Limits.Size(0, size.max(), size.clamp(), size.source()))));
        }
        return List.of();
    }

    /** The range to offer to a developer who has put {@code @Size(max = 9)} on a number: {@code @Range(min = 0, max = 9)}. */
    private static Optional<String> asRange(Shape shape, Limits.Size size) {
        return Optional.of(new Limits.Range(
                        Optional.of(Bound.at(size.min())),
                        Optional.of(size.max())
                                .filter(max -> max != Integer.MAX_VALUE)
                                .map(max -> Bound.at(max.longValue())),
                        size.clamp(),
                        size.source()))
                .filter(range -> Limitable.byRange(shape) && size.min() <= size.max())
                .map(LimitText::of);
    }

    private static List<Problem> pattern(String name, Shape shape, Limits.Pattern pattern) {
        if (!Limitable.byPattern(shape)) {
            List<String> each =
                    onElements(shape, Limitable::byPattern, "@Pattern(%s)".formatted(Code.quoted(pattern.regex())));
            return List.of(doesNotApply(name, shape, pattern.source(), "text", each));
        }
        try {
            Pattern.compile(pattern.regex());
            return List.of();
        } catch (PatternSyntaxException e) {
            return List.of(
                    LimitProblems.brokenPattern(pattern.source().origin(), name, pattern.regex(), e.getDescription()));
        }
    }

    static Problem doesNotApply(String name, Shape shape, Limits.Source source, String domain) {
        return doesNotApply(name, shape, source, domain, List.of());
    }

    /**
     * @param instead annotations that the developer may have meant, for a type like this. Within {@code @Each} they are not
     *     offered: a limit is an attribute there
     */
    static Problem doesNotApply(String name, Shape shape, Limits.Source source, String domain, List<String> instead) {
        boolean isPart = name.startsWith("each ");
        return LimitProblems.doesNotApply(
                source.origin(),
                isPart ? name : "component " + name,
                ShapeText.of(shape),
                source.annotation(),
                domain,
                isPart ? List.of() : instead);
    }

    /** The limit as one of each element, {@code @Each(range = @Range(min = 1))}; empty unless it applies to the elements. */
    static List<String> onElements(Shape shape, Predicate<Shape> applies, String limit) {
        String annotation = limit.replaceFirst("\\(.*", "");
        String attribute = annotation.substring(1, 2).toLowerCase(Locale.ROOT) + annotation.substring(2);
        return Limitable.element(shape)
                .filter(applies)
                .map(element -> "@Each(%s = %s)".formatted(attribute, limit))
                .stream()
                .toList();
    }
}
