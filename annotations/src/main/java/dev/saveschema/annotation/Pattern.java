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
 *
 * <p>Java's expressions can take a time that doubles with each character, {@code (a|aa){60}b} on {@code aaaa…} for one, and what
 * they are matched against comes from a file. So there are bounds: a text longer than 65,536 UTF-16 units is not matched at all;
 * a match is given up when it has looked at each character eight times on average and at 10,000,000 more, of which all texts of
 * a file may take 100,000,000, or when it recursed too deep. The text then counts as one that does not match, and the report
 * says why. The compiler, too, gives up matching a default, after 10,000,000.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Pattern {

    /** The expression, in the syntax of {@link java.util.regex.Pattern}. */
    String value();
}
