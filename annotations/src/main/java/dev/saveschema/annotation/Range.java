package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest and the largest value of a number.
 *
 * <pre>{@code
 * @Default("80") @Range(min = 0, max = 100) int volume
 * @Default("0") @Range(min = 0, violation = Violation.CLAMP) long gold
 * }</pre>
 *
 * <p>On whole numbers, decimals and their boxes, {@code BigInteger} and {@code BigDecimal}, and on an {@code Optional} of one.
 * For bounds with a fraction there is {@link DecimalRange}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Range {

    /** The smallest allowed value. */
    long min() default Long.MIN_VALUE;

    /** The largest allowed value. */
    long max() default Long.MAX_VALUE;

    /** What a value outside the range becomes. */
    Violation violation() default Violation.DEFAULT;
}
