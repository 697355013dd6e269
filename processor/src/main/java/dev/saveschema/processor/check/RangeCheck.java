package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Decimal.Precision;
import dev.saveschema.processor.problem.LimitProblems;
import dev.saveschema.processor.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds mistakes in the ranges of one number. */
final class RangeCheck {

    private RangeCheck() {}

    static List<Problem> of(String name, Shape shape, List<Limits.Range> ranges) {
        List<Problem> problems = new ArrayList<>();
        ranges.forEach(range -> problems.addAll(applies(name, shape, range)));
        if (problems.isEmpty()) {
            List<Limits.Range> ours =
                    ranges.stream().filter(range -> range.source().isOurs()).toList();
            if (ours.size() > 1) {
                problems.add(twoRanges(name, ours));
            } else {
                empty(name, shape, ranges).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static List<Problem> applies(String name, Shape shape, Limits.Range range) {
        boolean decimalOnly = range.source().annotation().equals("DecimalRange");
        if (decimalOnly && !Limitable.byDecimalRange(shape)) {
            Problem problem = LimitCheck.doesNotApply(
                    name,
                    shape,
                    range.source(),
                    "float, double and BigDecimal",
                    LimitCheck.onElements(shape, Limitable::byDecimalRange, LimitText.of(range)));
            return List.of(Limitable.isWhole(shape) ? problem.fact("For whole numbers there is @Range") : problem);
        }
        if (!Limitable.byRange(shape)) {
            List<String> instead =
                    new ArrayList<>(LimitCheck.onElements(shape, Limitable::byRange, LimitText.of(range)));
            asSize(shape, range).ifPresent(instead::add);
            return List.of(LimitCheck.doesNotApply(name, shape, range.source(), "numbers", instead));
        }
        return Limitable.inner(shape) instanceof Shape.Decimal decimal ? beyond(name, decimal, range) : List.of();
    }

    /** The size to offer to a developer who has put {@code @Range(max = 9)} on a text: {@code @Size(max = 9)}. */
    private static Optional<String> asSize(Shape shape, Limits.Range range) {
        BigDecimal min = range.min().map(Bound::number).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        BigDecimal largest = BigDecimal.valueOf(Integer.MAX_VALUE);
        BigDecimal max = range.max().map(Bound::number).orElse(largest).min(largest);
        boolean isLimit = min.signum() > 0 || max.compareTo(largest) < 0;
        return Limitable.bySize(shape) && isLimit && min.compareTo(max) <= 0
                ? Optional.of(
                        LimitText.of(new Limits.Size(min.intValue(), max.intValue(), range.clamp(), range.source())))
                : Optional.empty();
    }

    private static List<Problem> beyond(String name, Shape.Decimal shape, Limits.Range range) {
        List<Problem> problems = new ArrayList<>();
        Stream.of(range.min(), range.max())
                .flatMap(Optional::stream)
                .filter(bound -> !isFinite(bound, shape.precision()))
                .forEach(bound -> problems.add(LimitProblems.beyondType(
                        range.source().origin(),
                        name,
                        bound.number().toString(),
                        shape.precision() == Precision.FLOAT ? "float" : "double",
                        finite(range, shape.precision()))));
        return problems;
    }

    private static boolean isFinite(Bound bound, Precision precision) {
        return switch (precision) {
            case FLOAT -> Float.isFinite(bound.number().floatValue());
            case DOUBLE -> Double.isFinite(bound.number().doubleValue());
            case BIG -> true;
        };
    }

    private static String finite(Limits.Range range, Precision precision) {
        Limits.Range rest = new Limits.Range(
                range.min().filter(bound -> isFinite(bound, precision)),
                range.max().filter(bound -> isFinite(bound, precision)),
                range.clamp(),
                range.source());
        return rest.min().isEmpty() && rest.max().isEmpty()
                ? "remove @" + range.source().annotation()
                : LimitText.of(rest);
    }

    private static Problem twoRanges(String name, List<Limits.Range> ours) {
        Limits.Range both = new Limits(ours, List.of(), List.of()).range().orElseThrow();
        return LimitProblems.twoRanges(both.source().origin(), name, LimitText.of(both.isEmpty() ? ours.get(1) : both));
    }

    private static Optional<Problem> empty(String name, Shape shape, List<Limits.Range> ranges) {
        Optional<Limits.Range> all = new Limits(ranges, List.of(), List.of())
                .range()
                .map(range -> Limitable.isWhole(shape) ? range.inWhole() : range);
        if (all.isEmpty() || !all.get().isEmpty()) {
            return Optional.empty();
        }
        Limits.Range range = all.get();
        Bound min = range.min().orElseThrow();
        Bound max = range.max().orElseThrow();
        boolean turnable = min.number().compareTo(max.number()) > 0;
        return Optional.of(LimitProblems.inverted(
                range.source().origin(),
                name,
                LimitText.names(ranges.stream().map(Limits.Range::source).toList()),
                turnable ? min.number() + " is more than " + max.number() : "no number is " + LimitText.inWords(range),
                turnable
                        ? LimitText.of(new Limits.Range(
                                Optional.of(Bound.at(max.number())),
                                Optional.of(Bound.at(min.number())),
                                range.clamp(),
                                range.source()))
                        : "remove @" + range.source().annotation()));
    }
}
