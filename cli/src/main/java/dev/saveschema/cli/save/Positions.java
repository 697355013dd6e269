package dev.saveschema.cli.save;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** The positions of a document's values in its text, as far as the text can be parsed. */
public final class Positions {

    private final Map<String, Position> positions = new HashMap<>();

    /**
     * The position of a value in a text.
     *
     * @param line the line in which the value begins, from 1
     * @param column the column in which it begins, from 1, in bytes
     * @param from the byte at which it begins
     * @param to the byte behind it
     */
    public record Position(int line, int column, int from, int to) {}

    private Positions() {}

    public static Positions in(byte[] document) {
        Positions found = new Positions();
        try (JsonParser parser = JsonMapper.shared().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    TokenStreamLocation start = parser.currentTokenLocation();
                    parser.getStringLength(); // has a text read to its end
                    found.put(pointer(parser, token), start, (int)
                            parser.currentLocation().getByteOffset());
                } else if (token.isStructEnd()) {
                    found.end(pointer(parser), (int) parser.currentLocation().getByteOffset());
                }
            }
        } catch (JacksonException damaged) {
            // the values before the damage have their positions
        }
        return found;
    }

    private void put(String pointer, TokenStreamLocation start, int end) {
        positions.putIfAbsent(
                pointer, new Position(start.getLineNr(), start.getColumnNr(), (int) start.getByteOffset(), end));
    }

    private void end(String pointer, int end) {
        positions.computeIfPresent(
                pointer, (at, start) -> new Position(start.line(), start.column(), start.from(), end));
    }

    private static String pointer(JsonParser parser, JsonToken token) {
        // at the start of a structure the context is already inside
        return pointer(token.isStructStart() ? parser.streamReadContext().getParent() : parser.streamReadContext());
    }

    /** The pointer to the current value. At the end of an object or array the parser's context is the one around it again. */
    private static String pointer(JsonParser parser) {
        return pointer(parser.streamReadContext());
    }

    private static String pointer(TokenStreamContext context) {
        return ShownPointer.of(context.pathAsPointer().toString());
    }

    /** Whether the document has a value at this pointer. */
    public boolean has(String pointer) {
        return positions.containsKey(ShownPointer.of(pointer));
    }

    /**
     * The position of a value; if the value is missing, that of the nearest object or array around it. Empty if the document has no
     * position at all.
     */
    public Optional<Position> of(String pointer) {
        for (String at = ShownPointer.of(pointer); ; at = ShownPointer.parent(at)) {
            Position found = positions.get(at);
            if (found != null || at.isEmpty()) {
                return Optional.ofNullable(found);
            }
        }
    }
}
