package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.ScalarKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The {@code format} of a text: JSON Schema's name for it where there is one, else our own. */
public final class TextFormat {

    /** A text of one UTF-16 unit. */
    public static final String CHAR = "char";

    private TextFormat() {}

    public static String of(ScalarKind kind) {
        return switch (kind) {
            case INSTANT -> "date-time";
            case LOCAL_DATE -> "date";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The JDK's type that a format stands for, if it is one. */
    public static Optional<ScalarKind> kind(String format) {
        return Arrays.stream(ScalarKind.values())
                .filter(kind -> of(kind).equals(format))
                .findFirst();
    }

    /** The Java type that a text of a format is read as. */
    static String java(String format) {
        return switch (format) {
            case ValueType.Text.PLAIN -> "String";
            case CHAR -> "char";
            default -> kind(format).map(kind -> kind.type().getSimpleName()).orElse("String");
        };
    }
}
