package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A table of what differs. */
    List<String> compare(Members later, String before, String after) {
        List<String> lines = new ArrayList<>(List.of(line("", before, after)));
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(later.values.keySet());
        names.removeIf(name -> Objects.equals(values.get(name), later.values.get(name)));
        names.forEach(
                name -> lines.add(line(name, values.getOrDefault(name, ""), later.values.getOrDefault(name, ""))));
        lines.add("and %d members as before".formatted(values.size() - differing(later)));
        return lines;
    }

    private long differing(Members later) {
        return values.entrySet().stream()
                .filter(member -> !member.getValue().equals(later.values.get(member.getKey())))
                .count();
    }

    private static String line(String name, String before, String after) {
        return Lines.padded(name, NAME) + Lines.padded(Lines.cut(before, VALUE), VALUE + 2) + Lines.cut(after, VALUE);
    }
}
