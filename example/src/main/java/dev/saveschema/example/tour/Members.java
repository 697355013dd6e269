package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file holds, member by member, without what belongs to SaveSchema. */
record Members(Map<String, String> values) {

    private static final int NAME = 17;
    private static final int VALUE = 32;

    static Members of(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member :
                JsonMapper.shared().readTree(Files.readAllBytes(file)).properties()) {
            if (!member.getKey().startsWith("$")) {
                values.put(member.getKey(), member.getValue().toString());
            }
        }
        return new Members(values);
    }

    /** A table of both, in which only what differs stands twice. */
    List<String> compare(Members later, String before, String after) {
        List<String> lines = new ArrayList<>(List.of(line("", before, after)));
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(later.values.keySet());
        for (String name : names) {
            String old = values.getOrDefault(name, "");
            String now = later.values.getOrDefault(name, "");
            lines.add(line(name, old, now.equals(old) ? "same" : now));
        }
        return lines;
    }

    private static String line(String name, String before, String after) {
        return Lines.padded(name, NAME) + Lines.padded(Lines.cut(before, VALUE), VALUE + 2) + Lines.cut(after, VALUE);
    }
}
