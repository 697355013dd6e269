package dev.saveschema.benchmark.broad;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which other programs may have written the same save. */
enum Variants {
    COMPACT,
    PRETTY,
    /** The members of every record in an order of their own. */
    SHUFFLED,
    /** The form that a tool leaves which sorts names, or adds changed members at the end. */
    VERSION_LAST,
    /** The form of a program without versions. It has a seal of its own, so that it is read as the head's version. */
    VERSION_ABSENT,
    /** A save in which one value of a hundred has the wrong type. */
    DAMAGED,
    ONE_VERSION_OLD,
    THREE_VERSIONS_OLD;

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int ONE_IN = 100;
    private static final Set<String> MAPS = Set.of("counters", "keys");

    /** Whether the save is read as it was written. */
    boolean isWhole() {
        return this != DAMAGED;
    }

    /** Whether other libraries read the same value from it. */
    boolean isForAll() {
        return isWhole() && this != ONE_VERSION_OLD && this != THREE_VERSIONS_OLD;
    }

    /** The save in this variant. */
    byte[] of(Broad save) {
        byte[] body = new SaveSchemaContender(false).body(save);
        byte[] compact = (new String(body, StandardCharsets.UTF_8) + "}").getBytes(StandardCharsets.UTF_8);
        ObjectNode tree = (ObjectNode) MAPPER.readTree(compact);
        return switch (this) {
            case COMPACT -> compact;
            case PRETTY -> MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
            case SHUFFLED -> MAPPER.writeValueAsBytes(shuffled(tree, "", new Random(7)));
            case VERSION_LAST -> {
                JsonNode version = tree.remove("$version");
                tree.set("$version", version);
                yield MAPPER.writeValueAsBytes(tree);
            }
            case VERSION_ABSENT -> {
                tree.remove("$version");
                tree.putObject("$save");
                yield MAPPER.writeValueAsBytes(tree);
            }
            case DAMAGED -> MAPPER.writeValueAsBytes(damaged(tree, new int[1]));
            case ONE_VERSION_OLD -> MAPPER.writeValueAsBytes(three(tree));
            case THREE_VERSIONS_OLD -> MAPPER.writeValueAsBytes(one(three(tree)));
        };
    }

    /** The save in the form of version 3. */
    private static ObjectNode three(ObjectNode save) {
        save.put("$version", 3);
        save.set("xp", save.remove("experience"));
        return save;
    }

    /** The save in the form of version 1. */
    private static ObjectNode one(ObjectNode save) {
        save.put("$version", 1);
        save.set("class", save.remove("kind"));
        save.putObject("statistics").set("counters", save.remove("counters"));
        for (JsonNode item : save.get("items")) {
            ((ObjectNode) item).set("number", ((ObjectNode) item).remove("count"));
        }
        return save;
    }

    private static JsonNode shuffled(JsonNode node, String of, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            if (!MAPS.contains(of)) {
                Collections.shuffle(names, random);
            }
            ObjectNode result = MAPPER.createObjectNode();
            names.forEach(name -> result.set(name, shuffled(object.get(name), name, random)));
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = MAPPER.createArrayNode();
            array.forEach(element -> result.add(shuffled(element, of, random)));
            return result;
        }
        return node;
    }

    private static JsonNode damaged(JsonNode node, int[] values) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, damaged(object.get(name), values)));
        } else if (node instanceof ArrayNode array) {
            for (int each = 0; each < array.size(); each++) {
                array.set(each, damaged(array.get(each), values));
            }
        } else if (values[0]++ % ONE_IN == ONE_IN - 1) {
            return MAPPER.createArrayNode();
        }
        return node;
    }
}
