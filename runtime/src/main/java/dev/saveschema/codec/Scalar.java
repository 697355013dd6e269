package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Scanner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values stand in the file as one text; all of them are in {@link Scalars}, {@link CalendarScalars} and
 * {@link NameScalars}.
 *
 * @param <T> the type in Java
 */
public abstract class Scalar<T> {

    private final String noun;

    /** @param noun the noun for a text of the type, in a message: {@code a date such as 2026-11-22} */
    Scalar(String noun) {
        this.noun = noun;
    }

    /**
     * A type that two functions read and write.
     *
     * @param parser throws if the text is none of the type
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

    /** Reads a text, or throws if the text is none of the type. */
    abstract T parsed(String text);

    /** The value of a text that is known to be one of these, as a default is, which was checked when it was compiled. */
    public final T of(String text) {
        return parsed(text);
    }

    /** Reads a text; null if the text is none of the type. */
    final @Nullable T parse(String text) {
        try {
            return parsed(text);
        } catch (RuntimeException e) {
            // each of the JDK's parsers throws an exception of its own for a wrong text; its message is not meant for a
            // person
            return null;
        }
    }

    /** The text of a value; null if no text stands for exactly this value. */
    abstract @Nullable String format(T value);

    /**
     * Whether values are written straight to the document, and usual texts are read straight from it, without a {@code String} in
     * between.
     */
    boolean isInPlace() {
        return false;
    }

    /** Reads the current text straight from the document; null if there is no text, or one for {@link #parse}. */
    @Nullable T readInPlace(Scanner in) {
        return null;
    }

    /** Writes the text of a value, in quotes, straight to the document. To be called only if {@link #isInPlace}. */
    void writeInPlace(ByteWriter out, T value) {
        throw new AssertionError(noun);
    }

    final String noun() {
        return noun;
    }
}
