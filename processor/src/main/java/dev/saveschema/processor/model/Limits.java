package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits on a component, whether or not they apply to its type. A value must be within all of them; {@link #range} and {@link
 * #size} are the limits that several amount to.
 *
 * @param patterns the patterns, all of which must match
 * @param elements the limits of a collection's elements or a map's values
 * @param keys the limits of a map's keys
 */
public record Limits(
        List<Range> ranges, List<Size> sizes, List<Pattern> patterns, Optional<Each> elements, Optional<Each> keys) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(List.of(), List.of(), List.of());

    /** Limits of a value, without limits of its elements and keys. */
    public Limits(List<Range> ranges, List<Size> sizes, List<Pattern> patterns) {
        this(ranges, sizes, patterns, Optional.empty(), Optional.empty());
    }

    public Limits {
        ranges = List.copyOf(ranges);
        sizes = List.copyOf(sizes);
        patterns = List.copyOf(patterns);
    }

    /** The range that all ranges allow; empty if there is none. */
    public Optional<Range> range() {
        return ranges.stream().reduce(Range::and);
    }

    /** The size that all sizes allow; empty if there is none. */
    public Optional<Size> size() {
        return sizes.stream().reduce(Size::and);
    }

    /** These limits, with further limits of the value itself. Limits of elements and keys are those of this object. */
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

    /** Whether one invalid element or entry makes the whole value invalid. */
    public boolean isReset() {
        return elements.map(Each::reset).orElse(false);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * The annotation that sets a limit.
     *
     * @param annotation the annotation's simple name
     * @param isOurs whether the annotation is SaveSchema's own, so that a fix can write it anew
     */
    public record Source(String annotation, boolean isOurs, Origin origin) {}

    /** Bounds of a number. */
    public record Range(Optional<Bound> min, Optional<Bound> max, boolean clamp, Source source) {

        /** The range that both ranges allow, with the source of the second. */
        Range and(Range other) {
            return new Range(
                    Stream.of(min, other.min).flatMap(Optional::stream).reduce(Bound::later),
                    Stream.of(max, other.max).flatMap(Optional::stream).reduce(Bound::earlier),
                    clamp || other.clamp,
                    other.source);
        }

        /** The same range for whole numbers, with inclusive ends that are whole: more than 0.5 is at least 1. */
        public Range inWhole() {
            return new Range(min.map(Bound::firstWhole), max.map(Bound::lastWhole), clamp, source);
        }

        public boolean isTooSmall(BigDecimal value) {
            return min.isPresent() && !isReached(value.compareTo(min.get().number()), min.get());
        }

        public boolean isTooLarge(BigDecimal value) {
            return max.isPresent() && !isReached(max.get().number().compareTo(value), max.get());
        }

        /**
         * Zero if it is allowed, else the allowed number that is nearest to zero. If that end of the range is exclusive, a number
         * between the two ends.
         */
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

        /** Whether the range allows no number. */
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

        /** The size that both sizes allow, with the source of the second. */
        Size and(Size other) {
            return new Size(Math.max(min, other.min), Math.min(max, other.max), clamp || other.clamp, other.source);
        }
    }

    /** A regular expression that a whole text must match. */
    public record Pattern(String regex, Source source) {

        /** Matches a text that has more than white space in it. */
        public static final String NOT_BLANK = "(?s)\\s*\\S.*";
    }

    /**
     * {@code @Each} or {@code @EachKey}.
     *
     * @param reset whether one invalid element or key makes the whole value invalid
     */
    public record Each(Limits limits, boolean reset, Source source) {}
}
