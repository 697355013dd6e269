package dev.saveschema.codec;

import dev.saveschema.json.MalformedContentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.JsonNode;

/**
 * A position in a JSON document. Where the document cannot be read on, it throws; or, when salvaging, it stays where it is and
 * says that everything ends here, so that whoever reads keeps what came before.
 */
final class TokenCursor {

    private static final int LONGEST_EXCERPT = 100;

    private final JsonParser parser;
    private final byte[] document;
    private final @Nullable MalformedContentException damage;
    private @Nullable Lookahead ahead;
    private boolean held;
    private Runnable onEnd = () -> {};
    private @Nullable MalformedContentException ending;
    private boolean ended;
    private @Nullable JsonToken token;

    private TokenCursor(JsonParser parser, byte[] document, @Nullable MalformedContentException damage) {
        this.parser = parser;
        this.document = document;
        this.damage = damage;
    }

    /** A position in a tree. */
    static TokenCursor over(JsonNode tree) {
        return new TokenCursor(Json.parser(tree), new byte[0], null);
    }

    /** @param document what the parser parses, from its beginning */
    static TokenCursor strict(JsonParser parser, byte[] document) {
        return new TokenCursor(parser, document, null);
    }

    /** @param damage where reading is known to fail */
    static TokenCursor salvaging(JsonParser parser, byte[] document, MalformedContentException damage) {
        return new TokenCursor(parser, document, damage);
    }

    /** A cursor over a tree that was made of this document, with the same patience. */
    TokenCursor over(JsonParser tree) {
        return new TokenCursor(
                tree, new byte[0], damage == null ? null : new MalformedContentException("", Long.MAX_VALUE));
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
        if (held) {
            held = false;
            return matcher.matchName(parser.currentName());
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

    /** Whether there is a tag, which is text, and whether reading has come to it. */
    record Tag(@Nullable String text, boolean isPassed) {}

    /**
     * What a member of the object at the current place says, without going on: that may be any of its members, and reading then
     * begins with the first of the others. {@link #leave} instead passes over the object.
     */
    Tag tag(String name) {
        if (parser instanceof TreeParser tree) {
            return new Tag(tree.textIn(name), false);
        }
        try {
            String first = parser.nextName();
            if (first == null) {
                return new Tag(null, false);
            }
            if (first.equals(name)) {
                return new Tag(parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : null, true);
            }
            held = true;
            int object = beginningOfObject();
            return new Tag(object < 0 ? null : ahead(name).textIn(object), false);
        } catch (JacksonException e) {
            failed(e);
            return new Tag(null, false);
        }
    }

    private Lookahead ahead(String name) {
        if (ahead == null || !ahead.name().equals(name)) {
            ahead = new Lookahead(document, name);
        }
        return ahead;
    }

    /** From the first name back: between it and the brace there is only white space. In UTF-16 nobody knows where that is. */
    private int beginningOfObject() {
        int at = (int) parser.currentTokenLocation().getByteOffset();
        while (at >= 0 && document[at] != '{') {
            at--;
        }
        return at;
    }

    /** Passes over the object of which {@link #tag} was asked. */
    void leave() {
        if (ended || parser instanceof TreeParser) {
            skip();
            return;
        }
        held = false;
        try {
            if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                parser.nextToken();
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                parser.skipChildren();
                while (parser.nextName() != null) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            failed(e);
        }
        token = null;
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

    /** The first characters of the current text or number, for a message; none if the document ends within it. */
    String excerpt() {
        if (ended) {
            return "";
        }
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
        return failed(Json.malformed(cause));
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
