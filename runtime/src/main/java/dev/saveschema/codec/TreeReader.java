package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a tree within the limits: what is nested too deep, or too long, is left out and reported. */
final class TreeReader {

    private final TokenCursor in;
    private final LoadLimits limits;
    private final Nesting nesting;
    private final RepairReporter repairs;
    private final MemoryEstimate footprint;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    TreeReader(TokenCursor in, LoadLimits limits, Nesting nesting, RepairReporter repairs, MemoryEstimate footprint) {
        this.in = in;
        this.limits = limits;
        this.nesting = nesting;
        this.repairs = repairs;
        this.footprint = footprint;
    }

    /** The value at the current place; null if it had to be left out. */
    @Nullable JsonNode read() {
        JsonToken token = in.token();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> readText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> throw new AssertionError(token);
        };
    }

    private @Nullable ObjectNode readObject() {
        if (!nesting.enter(null)) {
            repairs.tooDeep(limits.nesting());
            return null;
        }
        footprint.object();
        ObjectNode object = nodes.objectNode();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            nesting.current().enterEntry(name);
            in.next();
            footprint.treeEntry(name);
            JsonNode value = read();
            if (value != null && object.replace(name, value) != null) {
                repairs.duplicateMember();
            }
        }
        nesting.leave();
        return object;
    }

    private @Nullable ArrayNode readArray() {
        if (!nesting.enter(null)) {
            repairs.tooDeep(limits.nesting());
            return null;
        }
        footprint.array();
        ArrayNode array = nodes.arrayNode();
        for (JsonToken token = in.next(); token != null && token != JsonToken.END_ARRAY; token = in.next()) {
            nesting.current().enterElement();
            footprint.element();
            JsonNode element = read();
            if (element != null) {
                array.add(element);
            }
        }
        nesting.leave();
        return array;
    }

    private @Nullable JsonNode readText() {
        if (in.textLength() > limits.textLength()) {
            repairs.longerThanAllowed(in.textLength(), limits.textLength());
            return null;
        }
        String text = in.text();
        if (text == null) {
            return null;
        }
        footprint.text(text);
        return nodes.stringNode(text);
    }

    /** As Jackson itself would: nodes of two widths are not equal. */
    private JsonNode whole(long value) {
        return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
    }

    private JsonNode whole(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return whole(value.longValue());
        }
        footprint.bigNumber(in.textLength());
        return nodes.numberNode(value);
    }

    private @Nullable JsonNode readNumber() {
        if (in.textLength() > limits.numberLength()) {
            repairs.longerThanAllowed(in.textLength(), limits.numberLength());
            return null;
        }
        if (in.token() == JsonToken.VALUE_NUMBER_INT) {
            return in.isLong() ? whole(in.longValue()) : whole(in.bigIntegerValue());
        }
        // asked for first: the parser makes a double from a decimal that it has, and decimals have no -0.0
        double nearest = in.doubleValue();
        BigDecimal exact = in.decimalValue();
        if (exact == null) {
            repairs.tooLarge();
            return null;
        }
        // a double where it is exactly what is written, -0.0 among them, since that is what a step expects to meet
        if (text(nearest).equals(in.text())) {
            return nodes.numberNode(nearest);
        }
        // as it will be written, so that what is read of that is the same node: 14E0 is written as 14
        if (exact.scale() == 0) {
            return whole(exact.unscaledValue());
        }
        if (text(exact.doubleValue()).equals(exact.toString())) {
            return nodes.numberNode(exact.doubleValue());
        }
        footprint.bigNumber(in.textLength());
        return nodes.numberNode(exact);
    }

    /** As the writer writes it: before Java 19 the JDK's own text of some doubles has more digits than it takes. */
    private static String text(double value) {
        return NumberOutput.toString(value, true);
    }
}
