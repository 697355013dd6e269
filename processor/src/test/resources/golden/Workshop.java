package example;

import dev.saveschema.ValueCodec;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Unknown;
import dev.saveschema.annotation.UseCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Any JSON, members that only others know, and a type that only a codec knows. */
@SaveSchema(version = 1)
public record Workshop(
        @Default("{\"kind\": \"none\"}") JsonNode mod,
        List<Tool> tools,
        @UseCodec(PathCodec.class) @Default(factory = "home") Path folder,
        @UseCodec(PathCodec.class) Set<Path> recent,
        @Unknown Map<String, JsonNode> rest) {

    static Path home() {
        return Path.of("home");
    }

    public record Tool(@Unknown Map<String, JsonNode> extras, @Default("?") String name) {
        public Tool {
            name = name.strip();
        }
    }

    static final class PathCodec implements ValueCodec<Path> {

        @Override
        public Path read(JsonNode json) {
            return Path.of(json.stringValue());
        }

        @Override
        public JsonNode write(Path path) {
            return StringNode.valueOf(path.toString());
        }
    }
}
