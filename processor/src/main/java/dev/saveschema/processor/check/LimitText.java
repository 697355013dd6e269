package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits as annotations and in words. */
final class LimitText {

    private LimitText() {}

    /**
     * {@code @Range(min = 0, max = 100)}, or {@code @DecimalRange(min = "0.5")} if an end is no {@code long} or the range was a
     * {@code @DecimalRange} before.
     */
    static String of(Limits.Range range) {
        boolean decimal = range.source().annotation().equals("DecimalRange") || !isLong(range);
        List<String> attributes = new ArrayList<>();
        range.min().ifPresent(min -> attributes.add("min = " + literal(min, decimal)));
        range.max().ifPresent(max -> attributes.add("max = " + literal(max, decimal)));
        return annotation(decimal ? "DecimalRange" : "Range", attributes, range.clamp());
    }

    /** {@code @Size(min = 1, max = 24)}. */
    static String of(Limits.Size size) {
        List<String> attributes = new ArrayList<>();
        if (size.min() != 0) {
            attributes.add("min = " + size.min());
        }
        if (size.max() != Integer.MAX_VALUE) {
            attributes.add("max = " + size.max());
        }
        return annotation("Size", attributes, size.clamp());
    }

    /** {@code 0..100}, {@code at least 0}, {@code more than 0}. */
    static String inWords(Limits.Range range) {
        boolean inclusive = range.min().map(Bound::inclusive).orElse(true)
                && range.max().map(Bound::inclusive).orElse(true);
        if (range.min().isPresent() && range.max().isPresent() && inclusive) {
            return range.min().get().number() + ".." + range.max().get().number();
        }
        List<String> ends = new ArrayList<>();
        range.min().ifPresent(min -> ends.add((min.inclusive() ? "at least " : "more than ") + min.number()));
        range.max().ifPresent(max -> ends.add((max.inclusive() ? "at most " : "less than ") + max.number()));
        return String.join(" and ", ends);
    }

    /**
     * {@code 1..24 characters}.
     *
     * @param unit one of what is counted, {@code character}
     */
    static String inWords(Limits.Size size, String unit) {
        if (size.max() == Integer.MAX_VALUE) {
            return atLeast(size.min(), unit);
        }
        return (size.min() == 0 ? "at most " : size.min() + "..") + counted(size.max(), unit);
    }

    /** {@code at least 1 character}. */
    static String atLeast(int number, String unit) {
        return "at least " + counted(number, unit);
    }

    private static String counted(int number, String unit) {
        return number + " " + (number == 1 ? unit : unit + "s");
    }

    /** The annotations that have these limits: {@code @Range}, or {@code @Min and @Max}. */
    static String names(List<Limits.Source> sources) {
        return sources.stream()
                .map(source -> "@" + source.annotation())
                .distinct()
                .reduce((some, last) -> some + " and " + last)
                .orElseThrow();
    }

    private static boolean isLong(Limits.Range range) {
        return isLong(range.min()) && isLong(range.max());
    }

    private static boolean isLong(Optional<Bound> bound) {
        return bound.isEmpty()
                || (bound.get().number().stripTrailingZeros().scale() <= 0
                        && bound.get().number().toBigInteger().bitLength() < Long.SIZE);
    }

    private static String literal(Bound bound, boolean decimal) {
        if (decimal) {
            return Code.quoted(bound.number().toString());
        }
        long number = bound.number().longValueExact();
        return number == (int) number ? Long.toString(number) : number + "L";
    }

    private static String annotation(String name, List<String> attributes, boolean clamp) {
        if (clamp) {
            attributes.add("violation = Violation.CLAMP");
        }
        return "@" + name + (attributes.isEmpty() ? "" : "(" + String.join(", ", attributes) + ")");
    }
}
