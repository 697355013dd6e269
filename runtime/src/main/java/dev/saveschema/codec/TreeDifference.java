package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says, member by member, what a developer's step did to an object. */
final class TreeDifference {

    private TreeDifference() {}

    static List<String> between(ObjectNode before, ObjectNode after) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            JsonNode old = before.get(member.getKey());
            if (old == null) {
                lines.add("added " + member.getKey() + " = " + text(member.getValue()));
            } else if (!old.equals(member.getValue())) {
                lines.add(changed(member.getKey(), old, member.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            if (!after.has(member.getKey())) {
                lines.add("removed " + member.getKey());
            }
        }
        return lines;
    }

    static String changed(String name, JsonNode old, JsonNode value) {
        return "changed " + name + " from " + text(old) + " to " + text(value);
    }

    /** A value on one line, cut. */
    static String text(JsonNode value) {
        try {
            byte[] json = DocumentWriter.fragment(out -> out.write(value), LoadLimits.DEFAULTS);
            return Excerpt.oneLine(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // a step may leave nodes that are not JSON; the loader will report them where they stand
            return "something that is not JSON";
        }
    }
}
