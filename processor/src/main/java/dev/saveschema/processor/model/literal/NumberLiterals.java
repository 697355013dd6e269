package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.Shape;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers in JSON's syntax, within the bounds of a Java type. */
final class NumberLiterals {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile(WHOLE + "(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** The largest number of characters that a number may have in a default. A file may have as many digits in one number. */
    private static final int LONGEST = 1000;

    private NumberLiterals() {}

    static Literal whole(Shape.Whole.Width width, String text) throws LiteralException {
        if (!WHOLE.matcher(text).matches()) {
            throw new LiteralException("\"%s\" is not a whole number".formatted(text));
        }
        BigDecimal number = number(text);
        return switch (width) {
            case BYTE -> bounded(number, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
            case SHORT -> bounded(number, Short.MIN_VALUE, Short.MAX_VALUE, "short");
            case INT -> bounded(number, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
            case LONG -> bounded(number, Long.MIN_VALUE, Long.MAX_VALUE, "long");
            case BIG -> new Literal.Number(number);
        };
    }

    static Literal decimal(Shape.Decimal.Precision precision, String text) throws LiteralException {
        if (!DECIMAL.matcher(text).matches()) {
            throw new LiteralException("\"%s\" is not a decimal number".formatted(text));
        }
        BigDecimal number = number(text);
        boolean finite = switch (precision) {
            case FLOAT -> Float.isFinite(number.floatValue());
            case DOUBLE -> Double.isFinite(number.doubleValue());
            case BIG -> true;
        };
        if (!finite) {
            throw new LiteralException("%s is too large for a %s"
                    .formatted(text, precision == Shape.Decimal.Precision.FLOAT ? "float" : "double"));
        }
        boolean hasSignedZero = precision != Shape.Decimal.Precision.BIG;
        return new Literal.Number(number, hasSignedZero && number.signum() == 0 && text.startsWith("-"));
    }

    private static BigDecimal number(String text) throws LiteralException {
        if (text.length() > LONGEST) {
            throw new LiteralException("a number of %d characters is too long".formatted(text.length()));
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new LiteralException("the exponent of %s is too large".formatted(text));
        }
    }

    private static Literal bounded(BigDecimal number, long min, long max, String type) throws LiteralException {
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new LiteralException("%s is outside the %s's %d..%d".formatted(number, type, min, max));
        }
        return new Literal.Number(number);
    }
}
