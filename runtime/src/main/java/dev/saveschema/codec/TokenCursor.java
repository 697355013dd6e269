package dev.saveschema.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * A position in a JSON document. Where the document cannot be read on, it throws; or, when salvaging, it stays where it is and
 * says that everything ends here, so that whoever reads keeps what came before.
 */
final class TokenCursor {

    private static final int LONGEST_EXCERPT = 100;

    private final JsonParser parser;
    private final @Nullable MalformedContentException damage;
    private Runnable onEnd = () -> {};
    private @Nullable MalformedContentException ending;
    private boolean ended;
    private @Nullable JsonToken token;

    private TokenCursor(JsonParser parser, @Nullable MalformedContentException damage) {
        this.parser = parser;
        this.damage = damage;
    }

    static TokenCursor strict(JsonParser parser) {
        return new TokenCursor(parser, null);
    }

    /** @param damage where reading is known to fail */
    static TokenCursor salvaging(JsonParser parser, MalformedContentException damage) {
        return new TokenCursor(parser, damage);
    }

    /** A cursor over a tree that was made of this document, with the same patience. */
    TokenCursor over(JsonParser tree) {
        return new TokenCursor(tree, damage == null ? null : new MalformedContentException("", Long.MAX_VALUE));
    }

    /** The current token; null after the end, where the document ends early, and once its value was taken or passed over. */
    @Nullable JsonToken token() {
        return token;
    }

    /** Sets what is done once, where the document turns out to end before its end. */
    void onEnd(Runnable action) {
        onEnd = action;
    }

    /** What the document ends early for. */
    String damage() {
        MalformedContentException cause = ending == null ? damage : ending;
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    /** Whether the document turned out to end before its end. */
    boolean endedEarly() {
        return ended;
    }

    @Nullable JsonToken next() {
        if (ended) {
            return null;
        }
        try {
            token = parser.nextToken();
            // a number has no end of its own: the last one before the damage may have lost its last digits
            if (damage != null && token != null && token.isNumeric() && endOfToken() >= damage.offset()) {
                return end();
            }
            return token;
        } catch (JacksonException e) {
            return failed(e);
        }
    }

    /** Moves to the next name, and answers which it is; {@link PropertyNameMatcher#MATCH_END_OBJECT} where the object ends. */
    int nextName(PropertyNameMatcher matcher) {
        if (ended) {
            return PropertyNameMatcher.MATCH_END_OBJECT;
        }
        try {
            return parser.nextNameMatch(matcher);
        } catch (JacksonException e) {
            failed(e);
            return PropertyNameMatcher.MATCH_END_OBJECT;
        }
    }

    /** Moves to the next name, whatever it is; null where the object ends. */
    @Nullable String nextName() {
        if (ended) {
            return null;
        }
        try {
            return parser.nextName();
        } catch (JacksonException e) {
            failed(e);
            return null;
        }
    }

    String currentName() {
        return parser.currentName();
    }

    /** The current text or number as it is written; null if the document ends within it. */
    @Nullable String text() {
        // a parser that failed within a text still offers the text before it
        if (ended) {
            return null;
        }
        try {
            return parser.getString();
        } catch (JacksonException e) {
            failed(e);
            return null;
        }
    }

    /** How many characters the current text or number has; 0 if the document ends within it. */
    int textLength() {
        try {
            return parser.getStringLength();
        } catch (JacksonException e) {
            failed(e);
            return 0;
        }
    }

    /** The first characters of the current text or number, for a message. */
    String excerpt() {
        try {
            int length = parser.getStringLength();
            return new String(
                    parser.getStringCharacters(), parser.getStringOffset(), Math.min(length, LONGEST_EXCERPT));
        } catch (JacksonException e) {
            failed(e);
            return "";
        }
    }

    /** Whether the current number, written without fraction or exponent, fits a {@code long}. */
    boolean isLong() {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    long longValue() {
        return parser.getLongValue();
    }

    double doubleValue() {
        return parser.getDoubleValue();
    }

    float floatValue() {
        return parser.getFloatValue();
    }

    BigInteger bigIntegerValue() {
        return parser.getBigIntegerValue();
    }

    /** The current number exactly; null if its exponent is beyond all numbers, or a migration left what is not finite. */
    @Nullable BigDecimal decimalValue() {
        try {
            return parser.getDecimalValue();
        } catch (JacksonException | NumberFormatException e) {
            return null;
        }
    }

    /** Passes over the current value, however deep it is. */
    void skip() {
        if (!ended) {
            try {
                parser.skipChildren();
            } catch (JacksonException e) {
                failed(e);
            }
        }
        token = null;
    }

    /** Marks the current value as taken. */
    void taken() {
        token = null;
    }

    /** Gives the document up although it could be read on. */
    void refuse(String message) {
        failed(new MalformedContentException(
                message, parser.currentTokenLocation().getByteOffset()));
    }

    private long endOfToken() {
        return parser.currentLocation().getByteOffset();
    }

    private @Nullable JsonToken failed(JacksonException cause) {
        return failed(MalformedContentException.of(cause));
    }

    private @Nullable JsonToken failed(MalformedContentException cause) {
        if (damage == null) {
            throw cause;
        }
        if (ending == null) {
            ending = cause;
        }
        return end();
    }

    private @Nullable JsonToken end() {
        if (!ended) {
            ended = true;
            onEnd.run();
        }
        token = null;
        return null;
    }
}
