package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.tree.MemoryEstimate;
import dev.saveschema.tree.MetNames;
import dev.saveschema.tree.ScalarNodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a tree within the limits. A value that is nested too deep, or is too long, is left out and reported. */
final class TreeReader {

    private final Scanner in;
    private final LoadLimits limits;
    private final Nesting nesting;
    private final RepairReporter repairs;
    private final MemoryEstimate estimate;
    private final boolean isOlder;
    private final ScalarNodes scalars;
    private final MetNames names = new MetNames();
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    /** @param isOlder whether the tree is a document to be migrated, which was written from records */
    TreeReader(
            Scanner in,
            LoadLimits limits,
            Nesting nesting,
            RepairReporter repairs,
            MemoryEstimate estimate,
            boolean isOlder) {
        this.in = in;
        this.limits = limits;
        this.nesting = nesting;
        this.repairs = repairs;
        this.estimate = estimate;
        this.isOlder = isOlder;
        this.scalars = new ScalarNodes(in, estimate);
    }

    /** The value at the current place; null if it had to be left out. */
    @Nullable JsonNode read() {
        return switch (in.token()) {
            case NONE -> null;
            case OBJECT -> readObject();
            case ARRAY -> readArray();
            case TEXT -> readText();
            case NUMBER -> readNumber();
            case TRUE -> nodes.booleanNode(true);
            case FALSE -> nodes.booleanNode(false);
            case NULL -> nodes.nullNode();
            case BROKEN -> unusable();
        };
    }

    private @Nullable JsonNode unusable() {
        repairs.wrongType("JSON");
        return null;
    }

    private @Nullable ObjectNode readObject() {
        if (!nesting.enter(null)) {
            repairs.tooDeep(limits.nesting());
            return null;
        }
        estimate.object();
        in.enter();
        ObjectNode object = nodes.objectNode();
        while (true) {
            nesting.current().enterNothing();
            if (in.nextName(CollectionReader.NO_NAMES, 0) == Scanner.END) {
                break;
            }
            String name = counted(in.currentName());
            nesting.current().enterEntry(name);
            in.value();
            JsonNode value = read();
            if (value != null && object.replace(name, value) != null) {
                repairs.duplicateMember();
            }
        }
        nesting.leave();
        return object;
    }

    /**
     * Counts a name. In a document that was written from records, a name that was met before is returned as the same {@code
     * String}; keys are rarely met twice.
     */
    private String counted(String name) {
        if (!isOlder) {
            estimate.entry(name);
            return name;
        }
        String known = names.again(name);
        estimate.member(known != null, name);
        return known == null ? name : known;
    }

    private @Nullable ArrayNode readArray() {
        if (!nesting.enter(null)) {
            repairs.tooDeep(limits.nesting());
            return null;
        }
        estimate.array();
        in.enter();
        ArrayNode array = nodes.arrayNode();
        while (true) {
            nesting.current().enterElement();
            if (in.nextElement() == Token.NONE) {
                break;
            }
            estimate.element();
            JsonNode element = read();
            if (element != null) {
                array.add(element);
            }
        }
        nesting.leave();
        return array;
    }

    private @Nullable JsonNode readText() {
        String text = in.text();
        if (text == null) {
            return unusable();
        }
        if (text.length() > limits.textLength()) {
            repairs.longerThanAllowed(text.length(), limits.textLength());
            return null;
        }
        return scalars.text(text);
    }

    private @Nullable JsonNode readNumber() {
        if (!in.isNumber()) {
            return unusable();
        }
        if (in.numberLength() > limits.numberLength()) {
            repairs.longerThanAllowed(in.numberLength(), limits.numberLength());
            return null;
        }
        JsonNode number = scalars.number();
        if (number == null) {
            repairs.tooLarge();
        }
        return number;
    }
}
