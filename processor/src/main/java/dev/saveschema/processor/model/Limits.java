package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits written on a component, whether or not they apply to its type. A value must be within all of them; {@link #range}
 * and {@link #size} are what that comes to.
 *
 * @param patterns all of them must match
 * @param elements the limits of a collection's elements or a map's values
 * @param keys the limits of a map's keys
 */
public record Limits(
        List<Range> ranges, List<Size> sizes, List<Pattern> patterns, Optional<Each> elements, Optional<Each> keys) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(List.of(), List.of(), List.of());

    /** Limits of a value, and none of what it holds. */
    public Limits(List<Range> ranges, List<Size> sizes, List<Pattern> patterns) {
        this(ranges, sizes, patterns, Optional.empty(), Optional.empty());
    }

    public Limits {
        ranges = List.copyOf(ranges);
        sizes = List.copyOf(sizes);
        patterns = List.copyOf(patterns);
    }

    /** What all ranges allow. */
    public Optional<Range> range() {
        return ranges.stream().reduce(Range::and);
    }

    /** What all sizes allow. */
    public Optional<Size> size() {
        return sizes.stream().reduce(Size::and);
    }

    /** These limits, and those of the value itself too. */
    public Limits and(Limits more) {
        return new Limits(
                joined(ranges, more.ranges),
                joined(sizes, more.sizes),
                joined(patterns, more.patterns),
                elements,
                keys);
    }

    /** The limits of each element or value. */
    public Limits ofElements() {
        return elements.map(Each::limits).orElse(NONE);
    }

    /** The limits of each key. */
    public Limits ofKeys() {
        return keys.map(Each::limits).orElse(NONE);
    }

    /** Whether one invalid element or entry costs them all. */
    public boolean isReset() {
        return elements.map(Each::reset).orElse(false);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Where a limit is written.
     *
     * @param annotation its simple name
     * @param isOurs whether it is SaveSchema's own, so that a fix can write it anew
     */
    public record Source(String annotation, boolean isOurs, Origin origin) {}

    /** Bounds of a number. */
    public record Range(Optional<Bound> min, Optional<Bound> max, boolean clamp, Source source) {

        /** What both allow; at the place of the second. */
        Range and(Range other) {
            return new Range(
                    Stream.of(min, other.min).flatMap(Optional::stream).reduce(Bound::later),
                    Stream.of(max, other.max).flatMap(Optional::stream).reduce(Bound::earlier),
                    clamp || other.clamp,
                    other.source);
        }

        /** The same for whole numbers, which has no exclusive bounds and no fractions. */
        public Range inWhole() {
            return new Range(min.map(Bound::firstWhole), max.map(Bound::lastWhole), clamp, source);
        }

        public boolean isTooSmall(BigDecimal value) {
            return min.isPresent() && !isReached(value.compareTo(min.get().number()), min.get());
        }

        public boolean isTooLarge(BigDecimal value) {
            return max.isPresent() && !isReached(max.get().number().compareTo(value), max.get());
        }

        /** Zero, or the number within that is nearest to it, or close to that where an end is not within itself. */
        public BigDecimal nearestToZero() {
            boolean small = isTooSmall(BigDecimal.ZERO);
            if (!small && !isTooLarge(BigDecimal.ZERO)) {
                return BigDecimal.ZERO;
            }
            Bound nearest = (small ? min : max).orElseThrow();
            if (nearest.inclusive()) {
                return nearest.number();
            }
            BigDecimal other = (small ? max : min)
                    .map(Bound::number)
                    .orElse(nearest.number().add(BigDecimal.valueOf(small ? 2 : -2)));
            return nearest.number().add(other).divide(BigDecimal.valueOf(2)).stripTrailingZeros();
        }

        /** Whether no number is within. */
        public boolean isEmpty() {
            if (min.isEmpty() || max.isEmpty()) {
                return false;
            }
            int order = min.get().number().compareTo(max.get().number());
            return order > 0
                    || (order == 0 && !(min.get().inclusive() && max.get().inclusive()));
        }

        private static boolean isReached(int order, Bound bound) {
            return order > 0 || (order == 0 && bound.inclusive());
        }
    }

    /** Inclusive bounds of a length, in code points or elements. */
    public record Size(int min, int max, boolean clamp, Source source) {

        /** What both allow; at the place of the second. */
        Size and(Size other) {
            return new Size(Math.max(min, other.min), Math.min(max, other.max), clamp || other.clamp, other.source);
        }
    }

    /** What the whole text must match. */
    public record Pattern(String regex, Source source) {

        /** Matches what has anything but white space in it. */
        public static final String NOT_BLANK = "(?s)\\s*\\S.*";
    }

    /**
     * {@code @Each} or {@code @EachKey}.
     *
     * @param reset whether an invalid one costs all
     */
    public record Each(Limits limits, boolean reset, Source source) {}
}
