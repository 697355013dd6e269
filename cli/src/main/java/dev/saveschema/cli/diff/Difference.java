package dev.saveschema.cli.diff;

import tools.jackson.databind.JsonNode;

/** One difference between two saves. The pointers are JSON Pointers, made harmless for a terminal. */
public sealed interface Difference {

    /** The place of the value: in the second save, or in the first one if only that has the value. */
    String pointer();

    /** A value that only the second save has. */
    record Added(String pointer, JsonNode value) implements Difference {}

    /** A value that only the first save has. */
    record Removed(String pointer, JsonNode value) implements Difference {}

    /** A value that differs in the two saves. */
    record Changed(String pointer, JsonNode from, JsonNode to) implements Difference {}

    /** A value that both saves have, at different places or under different names. */
    record Moved(String from, String pointer, JsonNode value) implements Difference {}
}
