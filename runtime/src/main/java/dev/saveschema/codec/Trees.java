package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Converts between trees and readers and writers of values, for the steps of a migration. */
public final class Trees {

    private Trees() {}

    /** A reader over a tree, at its root. */
    public static SaveReader reader(JsonNode tree, LoadLimits limits, RepairLog log) {
        return reader(TreeBytes.of(tree, limits.nesting()), false, limits, log);
    }

    /**
     * A reader over the bytes of a tree, at its root.
     *
     * @param salvaging whether the tree ends, without an exception, where it exceeds a limit
     */
    static SaveReader reader(byte[] tree, boolean salvaging, LoadLimits limits, RepairLog log) {
        SaveReader reader = SaveReader.over(tree, salvaging, limits, log, 0);
        reader.first();
        return reader;
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
        return parsed(json, LoadLimits.defaults());
    }

    /** The tree of a value in JSON. */
    static JsonNode parsed(byte[] json, LoadLimits limits) {
        SaveReader reader = SaveReader.over(json, false, limits, new RepairLog(), 0);
        reader.first();
        JsonNode tree = reader.readTree();
        return tree == null ? JsonNodeFactory.instance.nullNode() : tree;
    }
}
