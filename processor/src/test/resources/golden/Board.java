package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Subtype;
import dev.saveschema.annotation.Unknown;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A sealed interface that keeps what it does not know. */
@SaveSchema(version = 1)
public record Board(List<Part> parts) {

    public sealed interface Part {}

    @Subtype("lamp")
    public record Lamp(@Default("40") int watts) implements Part {}

    public record Other(@Unknown Map<String, JsonNode> members) implements Part {}
}
