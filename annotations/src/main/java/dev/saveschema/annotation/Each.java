package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits of each element of a collection, and of each value of a map.
 *
 * <pre>{@code
 * @Each(range = @Range(min = 0, max = 100)) List<Integer> marks
 * @Each(size = @Size(max = 24, violation = Violation.CLAMP)) Map<Integer, String> names
 * @Each(pattern = @Pattern("[a-z]+"), invalid = Invalid.RESET) Set<String> tags
 * @Each(size = @Size(min = 2, max = 2)) List<List<Integer>> positions
 * }</pre>
 *
 * <p>Name the attribute: {@code @Each(@Range(min = 0))} does not compile. An attribute that is not written is no limit. The limits
 * are those of the elements themselves, so that the size of a list of
 * lists is that of the inner lists. An element outside its limits is invalid; with {@code violation = Violation.CLAMP} it becomes
 * the nearest allowed one and is valid. On an {@code Optional} of a collection or map too. For the keys of a map there is
 * {@link EachKey}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Each {

    /** The range of each number. */
    Range range() default @Range;

    /** The range of each decimal number. */
    DecimalRange decimalRange() default @DecimalRange;

    /** The size of each text, inner collection or inner map. */
    Size size() default @Size;

    /** What each text must match. */
    Pattern pattern() default @Pattern("");

    /** What an invalid element costs. */
    Invalid invalid() default Invalid.SKIP;
}
