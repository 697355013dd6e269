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
public abstract class Scalar<T> {

    private final String noun;

    /** @param noun what a text should have been, in a message: {@code a date such as 2026-11-22} */
    Scalar(String noun) {
        this.noun = noun;
    }

    /**
     * A type that two functions read and write.
     *
     * @param parser throws if the text is none of these
     * @param formatter answers null if no text stands for exactly that value
     */
    static <T> Scalar<T> of(String noun, Function<String, T> parser, Function<T, @Nullable String> formatter) {
        return new Scalar<>(noun) {

            @Override
            T parsed(String text) {
                return parser.apply(text);
            }

            @Override
            @Nullable String format(T value) {
                return formatter.apply(value);
            }
        };
    }

    /** Reads a text, or throws if it is none of these. */
    abstract T parsed(String text);

    /** Reads a text; null if it is none of these. */
    final @Nullable T parse(String text) {
        try {
            return parsed(text);
        } catch (RuntimeException e) {
            // each of the JDK's parsers has an exception of its own for "this is not one"; what it says is not for a
            // person
            return null;
        }
    }

    /** The text of a value; null if no text stands for exactly this one. */
    abstract @Nullable String format(T value);

    /** Whether values are written, and usual texts read, where they stand, without being made. */
    boolean isInPlace() {
        return false;
    }

    /** Reads the current text where it stands; null if there is none, or {@link #parse} is to read it. */
    @Nullable T readInPlace(Scanner in) {
        return null;
    }

    /** Writes the text of a value, in quotes, if {@link #isInPlace}. */
    void writeInPlace(ByteWriter out, T value) {
        throw new AssertionError(noun);
    }

    final String noun() {
        return noun;
    }
}
