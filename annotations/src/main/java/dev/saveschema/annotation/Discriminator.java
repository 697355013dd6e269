package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The member by which the file says which of a sealed interface's records an object is; {@code "type"} without this annotation.
 *
 * <pre>{@code
 * @Discriminator("kind")
 * public sealed interface Figure permits Circle, Square {}
 * }</pre>
 *
 * <p>It is written first and may stand anywhere. No component of the records may have that name. Sealed interfaces within a
 * sealed interface share the discriminator of the outermost.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Discriminator {

    /** The member's name in the file, exactly as written; not empty. */
    String value();
}
