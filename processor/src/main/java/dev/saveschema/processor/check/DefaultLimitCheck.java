package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Literal;
import dev.saveschema.processor.model.LiteralException;
import dev.saveschema.processor.model.Literals;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A default is within its component's own limits, also the empty one that nobody wrote. */
final class DefaultLimitCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(
                schema,
                component -> literal(component)
                        .map(literal -> ofComponent(component, literal))
                        .orElse(List.of()));
    }

    /** The default, if it is a value at all. */
    private static Optional<Literal> literal(Component component) {
        if (component.fallback() instanceof Fallback.Literal written) {
            try {
                return Optional.of(Literals.parse(component.shape(), written.text()));
            } catch (LiteralException e) {
                return Optional.empty();
            }
        }
        boolean startsEmpty = component.shape() instanceof Shape.Sequence || component.shape() instanceof Shape.Mapping;
        return component.fallback() instanceof Fallback.Undeclared && startsEmpty
                ? Optional.of(new Literal.Elements(List.of()))
                : Optional.empty();
    }

    private static List<Problem> ofComponent(Component component, Literal literal) {
        List<Problem> problems = new ArrayList<>();
        Limits limits = component.limits();
        if (literal instanceof Literal.Number number) {
            limits.range().ifPresent(range -> problems.addAll(range(component, number.value(), range)));
        }
        if (literal instanceof Literal.Text text && Limitable.byPattern(component.shape())) {
            limits.pattern().ifPresent(pattern -> problems.addAll(pattern(component, text.value(), pattern)));
        }
        if (Limitable.bySize(component.shape())) {
            limits.size().ifPresent(size -> problems.addAll(size(component, literal, size)));
        }
        return problems;
    }

    private static List<Problem> range(Component component, BigDecimal value, Limits.Range range) {
        boolean below = value.compareTo(BigDecimal.valueOf(range.min())) < 0;
        boolean above = value.compareTo(BigDecimal.valueOf(range.max())) > 0;
        if (range.min() > range.max() || !(below || above)) {
            return List.of();
        }
        List<String> instead =
                new ArrayList<>(List.of(Code.defaultOf(Long.toString(below ? range.min() : range.max()))));
        BigDecimal bound = value.setScale(0, below ? RoundingMode.FLOOR : RoundingMode.CEILING);
        if (bound.toBigInteger().bitLength() < Long.SIZE) {
            instead.add(LimitText.of(
                    below
                            ? new Limits.Range(bound.longValue(), range.max(), range.clamp(), range.origin())
                            : new Limits.Range(range.min(), bound.longValue(), range.clamp(), range.origin())));
        }
        return List.of(outside(component, value.toString(), LimitText.inWords(range), instead));
    }

    private static List<Problem> pattern(Component component, String value, Limits.Pattern pattern) {
        try {
            if (Pattern.matches(pattern.regex(), value)) {
                return List.of();
            }
        } catch (PatternSyntaxException e) {
            return List.of();
        }
        return List.of(outside(
                component,
                Code.quoted(value),
                "it does not match " + Code.quoted(pattern.regex()),
                List.of(
                        "@Pattern(" + Code.quoted(pattern.regex() + "|" + Pattern.quote(value)) + ")",
                        "@Default(\"…\") with a text that matches")));
    }

    private static List<Problem> size(Component component, Literal value, Limits.Size size) {
        int found = sizeOf(value);
        boolean makesSense = size.min() >= 0 && size.min() <= size.max();
        if (!makesSense || (found >= size.min() && found <= size.max())) {
            return List.of();
        }
        List<String> instead = new ArrayList<>();
        if (found > size.max()
                && value instanceof Literal.Text text
                && component.limits().pattern().isEmpty()) {
            instead.add(Code.defaultOf(text.value().substring(0, text.value().offsetByCodePoints(0, size.max()))));
        }
        instead.add(LimitText.of(new Limits.Size(
                Math.min(size.min(), found), Math.max(size.max(), found), size.clamp(), size.origin())));
        boolean isText = value instanceof Literal.Text;
        return List.of(outside(
                component,
                isText
                        ? Code.quoted(((Literal.Text) value).value())
                        : found == 0 ? "(empty)" : "(" + found + " elements)",
                LimitText.inWords(size, isText ? "characters" : "elements"),
                instead));
    }

    private static int sizeOf(Literal value) {
        if (value instanceof Literal.Text text) {
            return text.value().codePointCount(0, text.value().length());
        }
        if (value instanceof Literal.Elements elements) {
            return elements.values().size();
        }
        if (value instanceof Literal.Entries entries) {
            return entries.values().size();
        }
        throw new AssertionError(value);
    }

    private static Problem outside(Component component, String value, String limit, List<String> instead) {
        return DefaultProblems.outsideLimit(
                component.fallback() instanceof Fallback.Literal literal ? literal.origin() : component.origin(),
                "the default %s of %s".formatted(value, component.name()),
                limit,
                instead);
    }
}
