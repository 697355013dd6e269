package dev.saveschema.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds a member's text in an object of a document while reading is still before it. Somebody who edits a file may move the
 * member that says what an object is to its end.
 *
 * <p>An object is passed over once, and with it all that are within it: each is remembered by where it begins, so that objects
 * in objects cost no more than their bytes.
 */
final class Lookahead {

    private static final int FIRST_SIZE = 16;

    private final byte[] document;
    private final String name;

    /** The bytes that were passed over. */
    private int from;

    private int to;

    /** Where an object begins, in the upper half, and where the value of its member does; in ascending order. */
    private long[] members = {};

    private int count;

    /** For each open object or array where it begins, and for an object that has the member already its complement. */
    private int[] open = new int[FIRST_SIZE];

    private int depth;

    Lookahead(byte[] document, String name) {
        this.document = document;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The text of the member in the object that begins there; null if it has none, or one that is not text. */
    @Nullable String textIn(int object) {
        if (object < from || object >= to) {
            passOver(object);
        }
        // the value begins behind the object, so that this is where the pair would be inserted
        int at = -Arrays.binarySearch(members, 0, count, (long) object << Integer.SIZE) - 1;
        return at < count && members[at] >>> Integer.SIZE == object ? text((int) members[at]) : null;
    }

    private @Nullable String text(int value) {
        try (JsonParser parser = Json.parser(document, value)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
        } catch (JacksonException e) {
            // the document is damaged there, as whoever reads it will find
            return null;
        }
    }

    private void passOver(int object) {
        from = object;
        to = document.length;
        count = 0;
        depth = 0;
        try (JsonParser parser = Json.parser(document, object)) {
            do {
                token(parser, parser.nextToken());
            } while (depth > 0);
            to = object + (int) parser.currentLocation().getByteOffset();
        } catch (JacksonException e) {
            // as above: what precedes the damage has been passed over
            depth = 0;
        }
        Arrays.sort(members, 0, count);
    }

    private void token(JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> enter(from + position(parser));
            case END_OBJECT, END_ARRAY -> depth--;
            case PROPERTY_NAME -> {
                int object = open[depth - 1];
                if (object >= 0 && parser.currentName().equals(name)) {
                    open[depth - 1] = ~object;
                    JsonToken value = parser.nextToken();
                    remember(object, from + position(parser));
                    token(parser, value);
                }
            }
            default -> {}
        }
    }

    private static int position(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private void enter(int start) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = start;
    }

    private void remember(int object, int value) {
        if (count == members.length) {
            members = Arrays.copyOf(members, Math.max(FIRST_SIZE, count * 2));
        }
        members[count++] = (long) object << Integer.SIZE | value;
    }
}
