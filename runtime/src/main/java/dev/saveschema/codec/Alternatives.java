package dev.saveschema.codec;

import dev.saveschema.json.Token;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON types that a value may have. Each type stands for one of several records, whose number is its place in the list. */
public final class Alternatives {

    /** The number of a value that has none of these types. */
    static final int NONE = -1;

    private final Map<Type, Integer> numbers = new EnumMap<>(Type.class);
    private final String expected;

    private Alternatives(Type... types) {
        for (Type type : types) {
            numbers.put(type, numbers.size());
        }
        this.expected = Arrays.stream(types).map(type -> type.noun).collect(Collectors.joining(" or "));
    }

    /** The alternatives of these types, in the order of their records. */
    public static Alternatives of(Type... types) {
        return new Alternatives(types);
    }

    int numberOf(Token token) {
        return switch (token) {
            case TEXT -> numberOf(Type.TEXT);
            case NUMBER -> numberOf(Type.NUMBER);
            case TRUE, FALSE -> numberOf(Type.FLAG);
            case ARRAY -> numberOf(Type.LIST);
            case OBJECT -> numberOf(Type.OBJECT);
            case NONE, NULL, BROKEN -> NONE;
        };
    }

    private int numberOf(Type type) {
        return numbers.getOrDefault(type, NONE);
    }

    /** {@code text or a list}, for a message. */
    String expected() {
        return expected;
    }

    /** A JSON type that stands for a record. */
    public enum Type {
        FLAG("true or false"),
        NUMBER("a number"),
        TEXT("text"),
        LIST("a list"),
        OBJECT("an object");

        private final String noun;

        Type(String noun) {
            this.noun = noun;
        }
    }
}
