package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads and writes a type that SaveSchema does not know with a {@code dev.saveschema.ValueCodec} of one's own.
 *
 * <pre>{@code
 * @UseCodec(ColorCodec.class) @Default(factory = "black") Color pen,
 * @UseCodec(ColorCodec.class) List<Color> palette
 * }</pre>
 *
 * <p>The codec is asked wherever its type occurs in the component's type: for all of it, for elements, for a map's values, for what
 * an optional holds. Not for a map's keys, which are names in the file. A codec of {@code Integer} serves a component that is an
 * {@code int}, too. On a type that SaveSchema does know, the codec takes precedence.
 *
 * <p>What the codec writes is any JSON to the history, unless {@link #form} says more. With a form a {@link Default} may be the JSON that
 * the codec reads, {@code @UseCodec(value = ColorCodec.class, form = String.class) @Default("#000000") Color pen}; without one it must
 * come from a factory.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface UseCodec {

    /** A class that implements {@code ValueCodec} and has a constructor without parameters, both within reach of the record. */
    Class<?> value();

    /**
     * What the codec writes, as types of other components: {@code String.class}; {@code {String.class, String[].class}} for a text or a list
     * of texts; {@code Map.class} for any object. Each is another type of JSON: text, number, true or false, list, object. It is in the
     * history, in samples and in the records of older versions, so that another form is another version.
     */
    Class<?>[] form() default {};
}
