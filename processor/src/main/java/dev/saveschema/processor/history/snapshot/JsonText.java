package dev.saveschema.processor.history.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON of the history's files, and reports the place where a text is not JSON. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** Says that a text is not JSON. The message says where and why. */
    public static final class NotJsonException extends Exception {

        private static final long serialVersionUID = 1;

        NotJsonException(String message) {
            super(message);
        }
    }

    /** The one value that a text holds. */
    public static Json parse(String text) throws NotJsonException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() == null) {
                throw new NotJsonException("it is empty");
            }
            Json value = value(json);
            if (json.nextToken() != null) {
                throw new NotJsonException("there is more after its end");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new NotJsonException("a number's exponent is too large");
        } catch (JacksonException e) {
            throw new NotJsonException("line %d, column %d: %s"
                    .formatted(
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr(),
                            e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private static Json value(JsonParser json) {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> new Json.Text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(new BigDecimal(json.getString()));
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Null();
            default -> throw new AssertionError(token);
        };
    }

    private static Json members(JsonParser json) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return new Json.Members(members);
    }

    private static Json elements(JsonParser json) {
        List<Json> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return new Json.Elements(elements);
    }
}
