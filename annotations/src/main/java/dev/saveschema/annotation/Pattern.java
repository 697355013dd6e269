package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A regular expression that the whole of a text must match; a text that does not takes the default.
 *
 * <pre>{@code
 * @Default("#ffffff") @Pattern("#[0-9a-f]{6}") String color
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Pattern {

    /** The expression, in the syntax of {@link java.util.regex.Pattern}. */
    String value();
}
