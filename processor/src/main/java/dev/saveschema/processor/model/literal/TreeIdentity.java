package dev.saveschema.processor.model.literal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes of JSON a key that is equal for values that are equal at run time. The order of members does not count. A number is the
 * node that a load makes of it: {@code 1e0} is the same as {@code 1}, and {@code 1.0} is another.
 */
final class TreeIdentity {

    private static final JsonFactory FACTORY = new JsonFactory();

    private TreeIdentity() {}

    static Object of(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser json) {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT -> decimal(json.getString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token;
            default -> throw new AssertionError(token);
        };
    }

    private static Map<String, Object> members(JsonParser json) {
        Map<String, Object> members = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> elements(JsonParser json) {
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }

    /**
     * The number, as the runtime's {@code TreeReader} makes it: a double if the double is written the same, else a whole number if
     * there is no fraction, else a decimal.
     */
    private static Object decimal(String text) {
        double nearest = Double.parseDouble(text);
        if (text(nearest).equals(text)) {
            return nearest;
        }
        BigDecimal exact = new BigDecimal(text);
        if (exact.scale() == 0) {
            return exact.unscaledValue();
        }
        return text(exact.doubleValue()).equals(exact.toString()) ? (Object) exact.doubleValue() : exact;
    }

    private static String text(double value) {
        return NumberOutput.toString(value, true);
    }
}
