package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name by which the file says that an object is this record, one of those that a sealed interface permits.
 *
 * <pre>{@code
 * @Discriminator("kind")
 * public sealed interface Figure permits Circle, Square {}
 *
 * @Subtype("circle") public record Circle(@Default("1") double radius) implements Figure {}
 * @Subtype("square") public record Square(@Default("1") double side) implements Figure {}
 * }</pre>
 *
 * <p>The file has {@code {"kind": "circle", "radius": 2.5}}. The name outlives the class: renaming the record changes no file.
 * It is unique within the whole hierarchy; {@link Alias} and {@link RenamedFrom} on the record give it other and older names.
 * An object that names no record, or none at all, takes the component's default, and as an element of a collection is dropped; unless
 * one permitted record has no {@code @Subtype} and nothing but {@link Unknown} members. That one takes each such object, keeps all of its
 * members, and is written back as it was.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Subtype {

    /** The name in the file, exactly as written; not empty. */
    String value();
}
