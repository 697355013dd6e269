package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other spellings of a component's, an enum constant's or a {@link Subtype}'s name that are accepted on load. What is saved has the
 * main name.
 *
 * <pre>{@code
 * @Alias({"colour", "Color"}) @Default("#ffffff") String color
 * }</pre>
 *
 * <p>An alias is accepted in every version, and using one is not reported. For a name that changed with a version, use
 * {@link RenamedFrom}, which leaves the old name free for something else later.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Alias {

    /** The other spellings, as they stand in the file. */
    String[] value();
}
