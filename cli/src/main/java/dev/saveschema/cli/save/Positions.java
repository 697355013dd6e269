package dev.saveschema.cli.save;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Where the values of a document stand in its text, as far as that can be parsed. */
public final class Positions {

    private final Map<String, Position> positions = new HashMap<>();

    /**
     * A place in a text, where a value begins.
     *
     * @param line from 1
     * @param column from 1, in bytes
     */
    public record Position(int line, int column) {}

    private Positions() {}

    public static Positions in(byte[] document) {
        Positions found = new Positions();
        try (JsonParser parser = JsonMapper.shared().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    TokenStreamLocation start = parser.currentTokenLocation();
                    found.positions.putIfAbsent(
                            ShownPointer.of(pointer(parser, token)),
                            new Position(start.getLineNr(), start.getColumnNr()));
                }
            }
        } catch (JacksonException damaged) {
            // what precedes the damage has its positions
        }
        return found;
    }

    private static String pointer(JsonParser parser, JsonToken token) {
        var context = parser.streamReadContext();
        // at the start of a structure the context is already inside
        return (token.isStructStart() ? context.getParent() : context)
                .pathAsPointer()
                .toString();
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
