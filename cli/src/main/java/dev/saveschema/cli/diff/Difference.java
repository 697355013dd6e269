package dev.saveschema.cli.diff;

import tools.jackson.databind.JsonNode;

/** Something in which two saves differ. Pointers are JSON Pointers, harmless ones. */
public sealed interface Difference {

    /** Where, in the second save if it is there. */
    String pointer();

    /** Only the second has it. */
    record Added(String pointer, JsonNode value) implements Difference {}

    /** Only the first has it. */
    record Removed(String pointer, JsonNode value) implements Difference {}

    /** Both have it, and not the same. */
    record Changed(String pointer, JsonNode from, JsonNode to) implements Difference {}

    /** The same value stands elsewhere, or under another name. */
    record Moved(String from, String pointer, JsonNode value) implements Difference {}
}
