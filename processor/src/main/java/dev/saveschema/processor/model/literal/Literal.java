package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.math.BigDecimal;
import java.util.List;

/** A {@code @Default} that has been read as its component's type. */
public sealed interface Literal {

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Literal {}

    /**
     * A number, within the bounds of its type.
     *
     * @param isNegativeZero whether it is {@code -0.0}, which a float and a double have, and a decimal has not
     */
    record Number(BigDecimal value, boolean isNegativeZero) implements Literal {

        public Number(BigDecimal value) {
            this(value, false);
        }

        /** The nearest float, which may be {@code -0.0}. */
        public float floatValue() {
            return isNegativeZero ? -0.0f : value.floatValue();
        }

        /** The nearest double, which may be {@code -0.0}. */
        public double doubleValue() {
            return isNegativeZero ? -0.0 : value.doubleValue();
        }
    }

    /** {@code null} as an element or value of a collection of optionals. */
    record Absent() implements Literal {}

    /** Text, or the one character of a {@code char}. */
    record Text(String value) implements Literal {}

    /** A constant of the component's enum. */
    record Constant(EnumConstant constant) implements Literal {}

    /** A record of a sealed interface, made of its own defaults. */
    record OfSubtype(Subtype subtype) implements Literal {}

    /** The value of one of the records of a {@link Shape.OneOf}. */
    record OfAlternative(Alternative alternative, Literal value) implements Literal {}

    /** The text of a {@link Shape.Scalar} that parses. */
    record Scalar(ScalarKind kind, String text) implements Literal {}

    /** Any JSON, as its text without white space. */
    record Tree(String text) implements Literal {}

    /** The elements of a list or set. A set has none twice. */
    record Elements(List<Literal> values) implements Literal {
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** The entries of a map in their order, no key twice. */
    record Entries(List<Entry> values) implements Literal {

        /** An entry of a map. */
        public record Entry(Literal key, Literal value) {}

        public Entries {
            values = List.copyOf(values);
        }
    }
}
