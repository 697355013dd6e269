package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.text.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A format with the version as a whole number in a member of its own, which is written first.
 *
 * @param name the member's name
 */
public record MemberEnvelope(String name) implements Envelope {

    @Override
    public int version(JsonNode root) {
        JsonNode version = root.path(name);
        if (version.isMissingNode()) {
            return 0;
        }
        // a program without whole numbers writes 2.0
        boolean isWhole =
                version.isNumber() && version.canConvertToInt() && version.doubleValue() == version.intValue();
        if (!isWhole || version.intValue() < 1) {
            throw new IllegalArgumentException(Excerpt.oneLine(name + " is " + version) + ", which is no version");
        }
        return version.intValue();
    }

    @Override
    public void stamp(ObjectNode root, int version) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        root.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.remove(name);
        root.removeAll();
        root.put(name, version);
        root.setAll(members);
    }
}
