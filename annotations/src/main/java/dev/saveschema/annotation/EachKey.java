package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits of each key of a map. An entry whose key is outside is invalid, and {@link Each#invalid} says what that costs.
 *
 * <pre>{@code
 * @EachKey(range = @Range(min = 1, max = 12)) Map<Integer, String> months
 * @EachKey(size = @Size(max = 8), pattern = @Pattern("[a-z]*")) Map<String, Integer> scores
 * }</pre>
 *
 * <p>An attribute that is not written is no limit. A key is never clamped, since another entry may have the key that it would
 * become.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface EachKey {

    /** The range of each {@code Integer} or {@code Long}. */
    Range range() default @Range;

    /** The size of each {@code String}. */
    Size size() default @Size;

    /** What each {@code String} must match. */
    Pattern pattern() default @Pattern("");
}
