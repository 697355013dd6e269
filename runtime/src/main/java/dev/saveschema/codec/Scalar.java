package dev.saveschema.codec;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values stand in the file as one text; see {@link Scalars}, {@link CalendarScalars} and {@link NameScalars} for
 * them all.
 *
 * @param <T> the type in Java
 */
public final class Scalar<T> {

    private final String noun;
    private final Function<String, T> parser;
    private final Function<T, @Nullable String> formatter;

    /** @param noun what a text should have been, in a message: {@code a date such as 2026-11-22} */
    Scalar(String noun, Function<String, T> parser, Function<T, @Nullable String> formatter) {
        this.noun = noun;
        this.parser = parser;
        this.formatter = formatter;
    }

    /** Reads a text; null if it is none of these. */
    @Nullable T parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            // each of the JDK's parsers has an exception of its own for "this is not one"; what it says is not for a
            // person
            return null;
        }
    }

    /** The text of a value; null if no text stands for exactly this one. */
    @Nullable String format(T value) {
        return formatter.apply(value);
    }

    String noun() {
        return noun;
    }
}
