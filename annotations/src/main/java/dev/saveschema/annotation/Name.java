package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a component or an enum constant in the file, exactly as written.
 *
 * <pre>{@code
 * @Name("xp") @Default("0") long experience
 *
 * enum Difficulty { @Name("easy") EASY, @Name("hard") HARD }
 * }</pre>
 *
 * <p>A component's name may not be empty and may not begin with {@code $}: such names belong to SaveSchema.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Name {

    /** The name in the file. */
    String value();
}
