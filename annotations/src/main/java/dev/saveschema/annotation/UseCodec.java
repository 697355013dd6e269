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
 * {@code int}, too. On a type that SaveSchema does know, the codec takes precedence. A default must come from a factory: a text
 * could be checked only when the program runs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface UseCodec {

    /** A class that implements {@code ValueCodec} and has a constructor without parameters, both within reach of the record. */
    Class<?> value();
}
