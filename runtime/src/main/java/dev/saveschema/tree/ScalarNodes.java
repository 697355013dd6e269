package dev.saveschema.tree;

import dev.saveschema.json.Decimals;
import dev.saveschema.json.Scanner;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes nodes of texts and numbers: those that Jackson makes of them as we will write them, so that reading them again gives the same
 * node.
 */
public final class ScalarNodes {

    private final Scanner in;
    private final MemoryEstimate estimate;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    public ScalarNodes(Scanner in, MemoryEstimate estimate) {
        this.in = in;
        this.estimate = estimate;
    }

    /** The node of a text. */
    public JsonNode text(String text) {
        estimate.text(text.length());
        return nodes.stringNode(text);
    }

    /**
     * The node of the number at the current place; null if the number is too large for any type of Java. The scanner has been asked
     * whether there is a number, and its length is within the limit.
     */
    public @Nullable JsonNode number() {
        if (in.isWhole()) {
            return in.isLong() ? whole(in.longValue()) : whole(in.bigIntegerValue());
        }
        double nearest = in.doubleValue();
        // a double if it is spelled exactly as in the document, also -0.0, since a step expects doubles
        if (in.isWrittenAs(nearest)) {
            return nodes.numberNode(nearest);
        }
        BigDecimal exact = in.decimalValue();
        if (exact == null) {
            return null;
        }
        // the number as it will be written, 14 for 14E0
        if (exact.scale() == 0) {
            return whole(exact.unscaledValue());
        }
        if (Decimals.text(exact.doubleValue()).equals(exact.toString())) {
            return nodes.numberNode(exact.doubleValue());
        }
        estimate.bigNumber(in.numberLength());
        return nodes.numberNode(exact);
    }

    /** The node that Jackson itself would make: an int node does not equal a long node with the same value. */
    private JsonNode whole(long value) {
        return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
    }

    private JsonNode whole(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return whole(value.longValue());
        }
        estimate.bigNumber(in.numberLength());
        return nodes.numberNode(value);
    }
}
