package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Limits;
import java.util.ArrayList;
import java.util.List;

/** Limits as annotations and in words. */
final class LimitText {

    private LimitText() {}

    /** {@code @Range(min = 0, max = 100)}. */
    static String of(Limits.Range range) {
        List<String> attributes = new ArrayList<>();
        if (range.min() != Long.MIN_VALUE) {
            attributes.add("min = " + literal(range.min()));
        }
        if (range.max() != Long.MAX_VALUE) {
            attributes.add("max = " + literal(range.max()));
        }
        return annotation("Range", attributes, range.clamp());
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

    /** {@code 0..100}, {@code at least 0}. */
    static String inWords(Limits.Range range) {
        if (range.max() == Long.MAX_VALUE) {
            return "at least " + range.min();
        }
        return range.min() == Long.MIN_VALUE ? "at most " + range.max() : range.min() + ".." + range.max();
    }

    /** {@code 1..24 characters}. */
    static String inWords(Limits.Size size, String unit) {
        if (size.max() == Integer.MAX_VALUE) {
            return "at least " + size.min() + " " + unit;
        }
        return (size.min() == 0 ? "at most " : size.min() + "..") + size.max() + " " + unit;
    }

    private static String literal(long number) {
        return number == (int) number ? Long.toString(number) : number + "L";
    }

    private static String annotation(String name, List<String> attributes, boolean clamp) {
        if (clamp) {
            attributes.add("violation = Violation.CLAMP");
        }
        return "@" + name + (attributes.isEmpty() ? "" : "(" + String.join(", ", attributes) + ")");
    }
}
