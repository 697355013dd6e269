package dev.saveschema.processor.model;

import java.math.BigDecimal;
import java.util.List;

/** A {@code @Default} that has been read as its component's type. */
public sealed interface Literal {

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Literal {}

    /**
     * A number, within the bounds of its type.
     *
     * @param isNegativeZero whether it is the zero with a sign that a float and a double have, and a decimal has not
     */
    record Number(BigDecimal value, boolean isNegativeZero) implements Literal {

        public Number(BigDecimal value) {
            this(value, false);
        }

        /** The nearest float, {@code -0.0} among them. */
        public float floatValue() {
            return isNegativeZero ? -0.0f : value.floatValue();
        }

        /** The nearest double, {@code -0.0} among them. */
        public double doubleValue() {
            return isNegativeZero ? -0.0 : value.doubleValue();
        }
    }

    /** {@code null} among the elements or values of a collection whose places may be empty. */
    record Absent() implements Literal {}

    /** Text, or the one character of a {@code char}. */
    record Text(String value) implements Literal {}

    /** A constant of the component's enum. */
    record Constant(EnumConstant constant) implements Literal {}

    /** One of the records of a sealed interface, made of its own defaults. */
    record OfSubtype(Subtype subtype) implements Literal {}

    /** The value of one of the records of a {@link Shape.OneOf}. */
    record OfAlternative(Alternative alternative, Literal value) implements Literal {}

    /** The text of a {@link Shape.Scalar} that parses. */
    record Scalar(ScalarKind kind, String text) implements Literal {}

    /** Any JSON, as its text without white space. */
    record Tree(String text) implements Literal {}

    /** The elements of a list or set, none twice in a set. */
    record Elements(List<Literal> values) implements Literal {
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** The entries of a map in their order, no key twice. */
    record Entries(List<Entry> values) implements Literal {

        /** One entry. */
        public record Entry(Literal key, Literal value) {}

        public Entries {
            values = List.copyOf(values);
        }
    }
}
