package dev.saveschema.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An end of a range.
 *
 * @param inclusive whether the number itself is allowed
 */
public record Bound(BigDecimal number, boolean inclusive) {

    /** An end whose number is allowed itself. */
    public static Bound at(BigDecimal number) {
        return new Bound(number, true);
    }

    /** An end whose number is allowed itself. */
    public static Bound at(long number) {
        return at(BigDecimal.valueOf(number));
    }

    /** The same end, with a number that has no zeros at its end: {@code 1} for {@code 1.0}. */
    public Bound stripped() {
        return new Bound(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros(), inclusive);
    }

    /** The least whole number that a lower end allows. */
    Bound firstWhole() {
        BigDecimal whole = number.setScale(0, RoundingMode.CEILING);
        return at(inclusive || whole.compareTo(number) != 0 ? whole : whole.add(BigDecimal.ONE));
    }

    /** The largest whole number that an upper end allows. */
    Bound lastWhole() {
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        return at(inclusive || whole.compareTo(number) != 0 ? whole : whole.subtract(BigDecimal.ONE));
    }

    /** The narrower of two lower ends. */
    static Bound later(Bound one, Bound other) {
        int order = one.number.compareTo(other.number);
        return order > 0 || (order == 0 && !one.inclusive) ? one : other;
    }

    /** The narrower of two upper ends. */
    static Bound earlier(Bound one, Bound other) {
        int order = one.number.compareTo(other.number);
        return order < 0 || (order == 0 && !one.inclusive) ? one : other;
    }
}
