package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest and the largest value of a decimal number, exactly as written; {@link Range} has whole bounds only.
 *
 * <pre>{@code
 * @Default("0.5") @DecimalRange(min = "0.0", max = "1.0") double brightness
 * @Default("1.0") @DecimalRange(min = "0.1", violation = Violation.CLAMP) float speed
 * @DecimalRange(max = "99.95") Optional<BigDecimal> price
 * }</pre>
 *
 * <p>On {@code float}, {@code double}, their boxes and {@code BigDecimal}, and on an {@code Optional} of one. Both bounds are
 * allowed values. On a {@code float} or {@code double} a bound means the nearest number of that type, so that a {@code float}
 * that holds {@code 0.1f} is not less than {@code "0.1"}. A component has this or {@link Range}, not both.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface DecimalRange {

    /** The smallest allowed value, in JSON's syntax: {@code 0.5}, {@code -1e-3}. Empty for none. */
    String min() default "";

    /** The largest allowed value, in JSON's syntax. Empty for none. */
    String max() default "";

    /** What a value outside the range becomes. */
    Violation violation() default Violation.DEFAULT;
}
