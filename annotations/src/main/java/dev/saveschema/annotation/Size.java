package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest and the largest size: of text in Unicode code points, of a collection or map in elements.
 *
 * <pre>{@code
 * @Default("Anonymous") @Size(min = 1, max = 24) String displayName
 * @Size(max = 10, violation = Violation.CLAMP) List<Score> highScores     // the first ten are kept
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Size {

    /** The smallest allowed size, 0 or more. */
    int min() default 0;

    /** The largest allowed size. */
    int max() default Integer.MAX_VALUE;

    /** What a value of another size becomes. What is too short cannot be cut to fit: it always takes the default. */
    Violation violation() default Violation.DEFAULT;
}
