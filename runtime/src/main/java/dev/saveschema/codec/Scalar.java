package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Scanner;
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
    private final @Nullable Direct<T> direct;

    /** @param noun what a text should have been, in a message: {@code a date such as 2026-11-22} */
    Scalar(String noun, Function<String, T> parser, Function<T, @Nullable String> formatter) {
        this(noun, parser, formatter, null);
    }

    /** Reads and writes the usual texts of a type where they stand, without making them. */
    interface Direct<T> {

        /** Reads the current text; null if there is none, or it is not a usual one. */
        @Nullable T read(Scanner in);

        /** Writes a value in quotes, as the text that it has. */
        void write(ByteWriter out, T value);
    }

    /** @param direct null if all texts are made */
    Scalar(
            String noun,
            Function<String, T> parser,
            Function<T, @Nullable String> formatter,
            @Nullable Direct<T> direct) {
        this.noun = noun;
        this.parser = parser;
        this.formatter = formatter;
        this.direct = direct;
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

    /** Null if {@link #parse} and {@link #format} are all that there is. */
    @Nullable Direct<T> direct() {
        return direct;
    }

    String noun() {
        return noun;
    }
}
