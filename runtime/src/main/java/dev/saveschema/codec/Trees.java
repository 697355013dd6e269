package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.ValueWriter.Outer;
import dev.saveschema.tree.LazyDocument;
import dev.saveschema.tree.TreeBytes;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts between trees and readers and writers of values, for the steps of a migration. */
public final class Trees {

    private Trees() {}

    /** A reader over a tree, at its root. */
    public static SaveReader reader(JsonNode tree, LoadLimits limits, RepairLog log) {
        return first(TreeBytes.of(tree, limits.nesting()), limits, log);
    }

    private static SaveReader first(byte[] json, LoadLimits limits, RepairLog log) {
        DocumentInput in = DocumentInput.over(json, false, limits, log, 0);
        in.first();
        return in.reader();
    }

    /**
     * The tree of a value that is written by itself.
     *
     * @throws RuntimeException if the value cannot be saved
     */
    public static JsonNode written(Consumer<SaveWriter> content, LoadLimits limits) {
        return parsed(SaveWriter.fragment(content, limits, Outer.NONE));
    }

    /**
     * The tree of an object that is written by itself. Its nodes are made when they are asked for.
     *
     * @throws RuntimeException if the object cannot be saved
     */
    public static ObjectNode lazilyWritten(Consumer<SaveWriter> content, LoadLimits limits) {
        byte[] bytes = SaveWriter.fragment(content, limits, Outer.NONE);
        LazyDocument lazy = LazyDocument.of(bytes, limits);
        return lazy == null ? (ObjectNode) parsed(bytes) : lazy.root();
    }

    /** The tree of a value in JSON. */
    static JsonNode parsed(byte[] json) {
        return parsed(json, LoadLimits.defaults());
    }

    /** The tree of a value in JSON. */
    public static JsonNode parsed(byte[] json, LoadLimits limits) {
        JsonNode tree = first(json, limits, new RepairLog()).readTree();
        return tree == null ? JsonNodeFactory.instance.nullNode() : tree;
    }
}
