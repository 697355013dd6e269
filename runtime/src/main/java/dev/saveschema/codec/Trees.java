package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Between trees and what reads and writes values, for the steps of a migration. */
public final class Trees {

    private Trees() {}

    /** A reader over a tree, at its root. */
    public static SaveReader reader(JsonNode tree, LoadLimits limits, RepairLog log) {
        TokenCursor in = TokenCursor.over(tree);
        in.next();
        return new SaveReader(in, limits, log);
    }

    /**
     * The tree of a value that is written by itself.
     *
     * @throws RuntimeException as {@link DocumentWriter#body}
     */
    public static JsonNode written(Consumer<SaveWriter> content, LoadLimits limits) {
        return parsed(DocumentWriter.fragment(content, limits));
    }

    /** The tree of a value in JSON. */
    static JsonNode parsed(byte[] json) {
        try (JsonParser parser = Json.parser(json)) {
            TokenCursor in = TokenCursor.strict(parser, json);
            in.next();
            JsonNode tree = new SaveReader(in, LoadLimits.defaults(), new RepairLog()).readTree();
            return tree == null ? JsonNodeFactory.instance.nullNode() : tree;
        }
    }
}
