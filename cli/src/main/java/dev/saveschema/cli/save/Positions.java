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

/** Where the values of a document stand in its text, as far as that can be parsed. */
public final class Positions {

    private final Map<String, Position> positions = new HashMap<>();

    /**
     * The place of a value in a text.
     *
     * @param line that it begins in, from 1
     * @param column that it begins in, from 1, in bytes
     * @param from the byte that it begins at
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
            // what precedes the damage has its positions
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

    /** At the end of a structure the context is the one around it again. */
    private static String pointer(JsonParser parser) {
        return pointer(parser.streamReadContext());
    }

    private static String pointer(TokenStreamContext context) {
        return ShownPointer.of(context.pathAsPointer().toString());
    }

    /** Whether the value itself is there. */
    public boolean has(String pointer) {
        return positions.containsKey(ShownPointer.of(pointer));
    }

    /** Where a value is, or if it is missing, the nearest that it would be in; empty in a document that is not there at all. */
    public Optional<Position> of(String pointer) {
        for (String at = ShownPointer.of(pointer); ; at = ShownPointer.parent(at)) {
            Position found = positions.get(at);
            if (found != null || at.isEmpty()) {
                return Optional.ofNullable(found);
            }
        }
    }
}
