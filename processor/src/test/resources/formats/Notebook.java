package example;

import dev.saveschema.Envelope;
import dev.saveschema.ValueCodec;
import dev.saveschema.annotation.*;
import java.util.*;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Jupyter's notebooks: 1, 2, 3 and 4.0 to 4.5 are the versions 1 to 9. */
@SaveSchema(version = 9, naming = Naming.SNAKE_CASE, envelope = Notebook.Versions.class)
public record Notebook(Metadata metadata, List<Cell> cells, @Unknown Map<String, JsonNode> others) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "text", "text/plain", "html", "text/html", "svg", "image/svg+xml", "png", "image/png", "jpeg", "image/jpeg",
            "latex", "text/latex", "json", "application/json", "javascript", "application/javascript");

    public Notebook {
        Set<String> seen = new HashSet<>();
        cells = cells.stream().map(cell -> seen.add(cell.id()) ? cell : cell.withId(newId())).toList();
    }

    public record Metadata(
            @Omit Optional<Kernelspec> kernelspec, @Omit Optional<LanguageInfo> languageInfo, @Unknown Map<String, JsonNode> others) {}

    public record Kernelspec(@Default("") String name, @Default("") String displayName, @Unknown Map<String, JsonNode> others) {}

    public record LanguageInfo(@Default("") String name, @Unknown Map<String, JsonNode> others) {}

    /** What every cell has, whatever it is. */
    @Discriminator("cell_type")
    public sealed interface Cell permits CodeCell, TextCell, RawCell, OtherCell {

        String id();

        Cell withId(String id);
    }

    @Subtype("code")
    public record CodeCell(
            @Default(factory = "newId") @Pattern("[a-zA-Z0-9-_]{1,64}") String id,
            @UseCodec(Lines.class) @Default(factory = "none") String source, @Range(min = 0) Optional<Integer> executionCount,
            List<Output> outputs, Map<String, JsonNode> metadata, @Unknown Map<String, JsonNode> others) implements Cell {

        @Override
        public Cell withId(String other) {
            return new CodeCell(other, source, executionCount, outputs, metadata, others);
        }

        static String newId() {
            return Notebook.newId();
        }

        static String none() {
            return "";
        }
    }

    @Subtype("markdown")
    public record TextCell(
            @Default(factory = "newId") @Pattern("[a-zA-Z0-9-_]{1,64}") String id,
            @UseCodec(Lines.class) @Default(factory = "none") String source, Map<String, JsonNode> metadata,
            @Unknown Map<String, JsonNode> others) implements Cell {

        @Override
        public Cell withId(String other) {
            return new TextCell(other, source, metadata, others);
        }

        static String newId() {
            return Notebook.newId();
        }

        static String none() {
            return "";
        }
    }

    @Subtype("raw")
    public record RawCell(
            @Default(factory = "newId") @Pattern("[a-zA-Z0-9-_]{1,64}") String id,
            @UseCodec(Lines.class) @Default(factory = "none") String source, Map<String, JsonNode> metadata,
            @Unknown Map<String, JsonNode> others) implements Cell {

        @Override
        public Cell withId(String other) {
            return new RawCell(other, source, metadata, others);
        }

        static String newId() {
            return Notebook.newId();
        }

        static String none() {
            return "";
        }
    }

    /** A cell of a type that came later. */
    public record OtherCell(@Unknown Map<String, JsonNode> members) implements Cell {

        @Override
        public String id() {
            return members.getOrDefault("id", NODES.nullNode()).asString("");
        }

        @Override
        public Cell withId(String other) {
            Map<String, JsonNode> changed = new LinkedHashMap<>(members);
            changed.put("id", StringNode.valueOf(other));
            return new OtherCell(changed);
        }
    }

    @Discriminator("output_type")
    public sealed interface Output permits ExecuteResult, DisplayData, Failure, Stream, OtherOutput {}

    @Subtype("execute_result")
    public record ExecuteResult(
            @Range(min = 0) Optional<Integer> executionCount, @UseCodec(Media.Codec.class) @Default(factory = "nothing") Media data,
            Map<String, JsonNode> metadata, @Unknown Map<String, JsonNode> others) implements Output {

        static Media nothing() {
            return new Media(Map.of());
        }
    }

    @Subtype("display_data")
    public record DisplayData(
            @UseCodec(Media.Codec.class) @Default(factory = "nothing") Media data, Map<String, JsonNode> metadata,
            @Unknown Map<String, JsonNode> others) implements Output {

        static Media nothing() {
            return new Media(Map.of());
        }
    }

    @Subtype("error")
    public record Failure(
            @Default("") String ename, @Default("") String evalue, List<String> traceback, @Unknown Map<String, JsonNode> others)
            implements Output {}

    @Subtype("stream")
    public record Stream(
            @Default("stdout") String name, @UseCodec(Lines.class) @Default(factory = "none") String text,
            @Unknown Map<String, JsonNode> others) implements Output {

        static String none() {
            return "";
        }
    }

    public record OtherOutput(@Unknown Map<String, JsonNode> members) implements Output {}

    /** What an output shows, by media type: text in one piece, JSON as it is. */
    public record Media(Map<String, JsonNode> byType) {

        public static final class Codec implements ValueCodec<Media> {

            private final Lines lines = new Lines();

            @Override
            public Media read(JsonNode json) {
                Map<String, JsonNode> byType = new LinkedHashMap<>();
                json.asObject().properties().forEach(entry -> {
                    boolean isText = entry.getValue().isArray() && !entry.getKey().endsWith("json")
                            && entry.getValue().valueStream().allMatch(JsonNode::isString);
                    byType.put(entry.getKey(), isText ? StringNode.valueOf(lines.read(entry.getValue())) : entry.getValue());
                });
                return new Media(byType);
            }

            @Override
            public JsonNode write(Media media) {
                ObjectNode json = NODES.objectNode();
                media.byType.forEach((type, value) -> json.set(type, value.isString() && type.matches("text/.*|.*/(javascript|svg.xml)")
                        ? lines.write(value.stringValue()) : value));
                return json;
            }
        }
    }

    /** A text that a file has as one string or as a list of lines. */
    public static final class Lines implements ValueCodec<String> {

        @Override
        public String read(JsonNode json) {
            return json.isArray() ? String.join("", json.valueStream().map(JsonNode::stringValue).toList()) : json.stringValue();
        }

        @Override
        public JsonNode write(String text) {
            ArrayNode lines = NODES.arrayNode();
            Arrays.stream(text.split("(?<=\n)|(?<=\r)(?!\n)")).filter(line -> !line.isEmpty()).forEach(lines::add);
            return lines;
        }

        /** As versions 2 and 3 meant it: the lines may have lost their ends. */
        static String whole(JsonNode json) {
            boolean haveEnds = json.path(0).asString("").matches("(?s).*[\n\r]");
            return json.isArray() ? String.join(haveEnds ? "" : "\n", json.valueStream().map(line -> line.asString("")).toList()) : json.asString("");
        }
    }

    static final class Versions implements Envelope {

        @Override
        public int version(JsonNode root) {
            int major = root.path("nbformat").asInt(1);
            return major < 4 ? major : major == 4 ? 4 + Math.min(root.path("nbformat_minor").asInt(0), 5) : Integer.MAX_VALUE;
        }

        @Override
        public void stamp(ObjectNode root, int version) {
            root.put("nbformat", Math.min(version, 4)).put("nbformat_minor", Math.max(version - 4, 0));
        }
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @Migration(from = 1, to = 2)
    static void toWorksheet(ObjectNode notebook) {
        ArrayNode cells = NODES.arrayNode();
        for (JsonNode cell : notebook.path("cells")) {
            boolean isCode = cell.path("cell_type").asString("").equals("code");
            ObjectNode now = cells.addObject().put("cell_type", isCode ? "code" : "markdown");
            now.set(isCode ? "input" : "source", cell.path(isCode ? "code" : "text"));
            if (isCode) {
                now.put("collapsed", false).set("outputs", NODES.arrayNode());
                now.set("prompt_number", cell.path("prompt_number"));
            }
        }
        notebook.remove("cells");
        notebook.putArray("worksheets").addObject().set("cells", cells);
    }

    /** From worksheets to one list of cells, and from members to media types. */
    @Migration(from = 3, to = 4)
    static void flatten(ObjectNode notebook) {
        ArrayNode cells = NODES.arrayNode();
        notebook.path("worksheets").forEach(sheet -> sheet.path("cells").forEach(cell -> cells.add(flattened((ObjectNode) cell))));
        notebook.remove("worksheets");
        notebook.withObject("/metadata").remove(List.of("name", "signature"));
        notebook.set("cells", cells);
    }

    private static ObjectNode flattened(ObjectNode cell) {
        String type = cell.path("cell_type").asString("");
        String source = Lines.whole(cell.path(type.equals("code") ? "input" : "source"));
        ObjectNode metadata = cell.withObject("/metadata");
        if (type.equals("code")) {
            cell.optional("collapsed").ifPresent(collapsed -> metadata.set("collapsed", collapsed));
            cell.set("execution_count", cell.optional("prompt_number").orElse(NODES.nullNode()));
            cell.path("outputs").forEach(output -> show((ObjectNode) output));
        } else if (type.equals("heading")) {
            source = "#".repeat(cell.path("level").asInt(1)) + " " + String.join(" ", source.lines().toList());
        }
        cell.remove(List.of("input", "prompt_number", "collapsed", "language", "level", "rendered"));
        return cell.put("source", source).put("cell_type", type.equals("heading") || type.equals("html") ? "markdown" : type);
    }

    private static void show(ObjectNode output) {
        String type = output.path("output_type").asString("");
        JsonNode prompt = output.remove("prompt_number");
        switch (type) {
            case "pyerr" -> output.put("output_type", "error");
            case "stream" -> {
                JsonNode name = output.remove("stream");
                output.put("name", name == null ? "stdout" : name.asString("stdout")).put("text", Lines.whole(output.path("text")));
            }
            default -> {
                ObjectNode metadata = named(output.withObject("/metadata"));
                output.remove(List.of("metadata", "output_type"));
                ObjectNode data = named(output);
                data.properties().forEach(shown -> shown.setValue(shown(shown.getKey(), shown.getValue())));
                output.removeAll();
                output.put("output_type", type.equals("pyout") ? "execute_result" : type);
                output.set("data", data);
                output.set("metadata", metadata);
                if (type.equals("pyout")) {
                    output.set("execution_count", prompt == null ? NODES.nullNode() : prompt);
                }
            }
        }
    }

    private static ObjectNode named(JsonNode byShortName) {
        ObjectNode byType = NODES.objectNode();
        byShortName.properties().forEach(entry -> byType.set(MEDIA_TYPES.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()));
        return byType;
    }

    private static JsonNode shown(String type, JsonNode value) {
        if (!value.isArray() && !value.isString()) {
            return value;
        }
        String text = Lines.whole(value);
        try {
            return type.equals("application/json") ? JsonMapper.shared().readTree(text) : StringNode.valueOf(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text); // one bad output must not cost the whole notebook
        }
    }

    /** From 4.5 on each cell has an id. */
    @Migration(from = 8, to = 9)
    static void identify(ObjectNode notebook) {
        notebook.path("cells").forEach(cell -> ((ObjectNode) cell).put("id", cell.path("id").asString(newId())));
    }
}
