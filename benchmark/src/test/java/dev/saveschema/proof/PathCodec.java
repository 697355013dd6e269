package dev.saveschema.proof;

import dev.saveschema.ValueCodec;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Throws at whatever is no text, and at a text that is no path. */
public final class PathCodec implements ValueCodec<Path> {

    @Override
    public Path read(JsonNode json) {
        return Path.of(json.stringValue());
    }

    @Override
    public JsonNode write(Path path) {
        return StringNode.valueOf(path.toString());
    }
}
