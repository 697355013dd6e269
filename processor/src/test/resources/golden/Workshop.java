package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Unknown;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Any JSON, and members that only others know. */
@SaveSchema(version = 1)
public record Workshop(@Default("{\"kind\": \"none\"}") JsonNode mod, List<Tool> tools, @Unknown Map<String, JsonNode> rest) {

    public record Tool(@Unknown Map<String, JsonNode> extras, @Default("?") String name) {
        public Tool {
            name = name.strip();
        }
    }
}
