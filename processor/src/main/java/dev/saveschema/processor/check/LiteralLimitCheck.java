package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.TextMatch;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.LimitProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds the limits that a component's default breaks. */
final class LiteralLimitCheck {

    private final Origin origin;
    private final String name;
    private final String part;
    private final Shape shape;
    private final Limits limits;

    /** @param part {@code the default}, {@code the default's element} */
    LiteralLimitCheck(Origin origin, String name, String part, Shape shape, Limits limits) {
        this.origin = origin;
        this.name = name;
        this.part = part;
        this.shape = shape;
        this.limits = limits;
    }

    List<Problem> check(Literal literal) {
        if (literal instanceof Literal.Absent) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        boolean someNumber = limits.range().map(this::inItsNumbers).stream().noneMatch(Limits.Range::isEmpty);
        if (literal instanceof Literal.Number number && Limitable.byRange(shape) && someNumber) {
            limits.ranges()
                    .forEach(range -> range(number.value(), inItsNumbers(range)).ifPresent(problems::add));
        }
        boolean someSize = limits.size().stream().noneMatch(size -> size.min() > size.max());
        if (Limitable.bySize(shape) && someSize) {
            limits.sizes().forEach(size -> size(literal, size).ifPresent(problems::add));
        }
        if (literal instanceof Literal.Text text && Limitable.byPattern(shape)) {
            limits.patterns().forEach(pattern -> pattern(text.value(), pattern).ifPresent(problems::add));
        }
        return problems;
    }

    /** Whether the value is the whole default, and no element or key of it: then a fix can write the default anew. */
    private boolean isWhole() {
        return part.equals("the default");
    }

    private Limits.Range inItsNumbers(Limits.Range range) {
        return Limitable.isWhole(shape) ? range.inWhole() : range;
    }

    private Optional<Problem> range(BigDecimal value, Limits.Range range) {
        boolean small = range.isTooSmall(value);
        if (!small && !range.isTooLarge(value)) {
            return Optional.empty();
        }
        List<String> instead = new ArrayList<>();
        nearest(small).filter(number -> isWhole()).ifPresent(number -> instead.add(Code.defaultOf(number.toString())));
        if (range.source().isOurs()) {
            widened(range, value, small).ifPresent(wider -> instead.add(LimitText.of(wider)));
        }
        if (instead.isEmpty()) {
            instead.add("another @Default, with what is " + LimitText.inWords(range));
        }
        return Optional.of(outside(value.toString(), LimitText.inWords(range), instead));
    }

    /** The nearest number that all the ranges allow, if there is one. */
    private Optional<BigDecimal> nearest(boolean small) {
        Limits.Range all = inItsNumbers(limits.range().orElseThrow());
        return (small ? all.min() : all.max())
                .filter(Bound::inclusive)
                .map(Bound::number)
                .filter(number -> !all.isTooSmall(number) && !all.isTooLarge(number));
    }

    /** The range, widened to allow the value. A {@code @Range} can be widened only as far as a long goes. */
    private static Optional<Limits.Range> widened(Limits.Range range, BigDecimal value, boolean small) {
        boolean whole = range.source().annotation().equals("Range");
        BigDecimal number = whole ? value.setScale(0, small ? RoundingMode.FLOOR : RoundingMode.CEILING) : value;
        if (whole && number.toBigInteger().bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        Optional<Bound> bound = Optional.of(Bound.at(number));
        return Optional.of(
                small
                        ? new Limits.Range(bound, range.max(), range.clamp(), range.source())
                        : new Limits.Range(range.min(), bound, range.clamp(), range.source()));
    }

    private Optional<Problem> pattern(String value, Limits.Pattern pattern) {
        TextMatch match;
        try {
            match = TextMatch.of(Pattern.compile(pattern.regex()), value);
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // LimitCheck reports the broken pattern
        }
        return switch (match) {
            case MATCH -> Optional.empty();
            case NO_MATCH ->
                Optional.of(outside(
                        Code.quoted(value),
                        pattern.regex().equals(Limits.Pattern.NOT_BLANK)
                                ? "it is blank"
                                : "it does not match " + Code.quoted(pattern.regex()),
                        pattern.source().isOurs()
                                ? List.of(
                                        "@Pattern(" + Code.quoted(pattern.regex() + "|" + Pattern.quote(value)) + ")",
                                        "@Default(\"…\") with a text that matches")
                                : List.of("@Default(\"…\") with a text that matches")));
            case GIVEN_UP ->
                Optional.of(LimitProblems.slowPattern(
                        pattern.source().origin(), name, Code.quoted(value), TextMatch.MOST_STEPS));
        };
    }

    private Optional<Problem> size(Literal value, Limits.Size size) {
        int found = sizeOf(value);
        if (size.min() < 0 || (found >= size.min() && found <= size.max())) {
            return Optional.empty();
        }
        List<String> instead = new ArrayList<>();
        if (found > size.max()
                && isWhole()
                && value instanceof Literal.Text text
                && limits.patterns().isEmpty()) {
            instead.add(Code.defaultOf(text.value().substring(0, text.value().offsetByCodePoints(0, size.max()))));
        }
        if (found < size.min() && isWhole() && limits.patterns().isEmpty()) {
            instead.add(longer(value, size.min()));
        }
        Limits.Size wider =
                new Limits.Size(Math.min(size.min(), found), Math.max(size.max(), found), size.clamp(), size.source());
        boolean isLimit = wider.min() > 0 || wider.max() < Integer.MAX_VALUE;
        instead.add(isLimit ? LimitText.of(wider) : "remove @" + size.source().annotation());
        boolean isText = value instanceof Literal.Text;
        return Optional.of(outside(
                isText
                        ? Code.quoted(((Literal.Text) value).value())
                        : found == 0 ? "(empty)" : "(" + found + (found == 1 ? " element)" : " elements)"),
                LimitText.inWords(size, isText ? "character" : "element"),
                instead));
    }

    /** Advice for a default that is shorter than the limit allows. */
    private String longer(Literal value, int least) {
        if (value instanceof Literal.Text) {
            return "@Default(\"…\") with a text of " + LimitText.atLeast(least, "character");
        }
        return Limitable.key(shape).isPresent()
                ? "@Default(\"{…}\") with " + LimitText.atLeast(least, "element")
                : "@Default(\"[…]\") with " + LimitText.atLeast(least, "element");
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

    private Problem outside(String value, String limit, List<String> instead) {
        return DefaultProblems.outsideLimit(origin, "%s %s of %s".formatted(part, value, name), limit, instead);
    }
}
