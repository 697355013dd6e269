package dev.saveschema.cli.command;

import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import dev.saveschema.SaveSeal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of JSON that several answers have in common. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static ArrayNode array() {
        return JsonMapper.shared().createArrayNode();
    }

    static ArrayNode repairs(List<Repair> repairs) {
        ArrayNode all = array();
        for (Repair repair : repairs) {
            ObjectNode each = all.addObject()
                    .put("pointer", repair.pointer())
                    .put("place", repair.place())
                    .put("reason", repair.reason().name())
                    .put("problem", repair.problem());
            repair.found().ifPresent(found -> each.put("found", found));
            each.put("used", repair.used());
        }
        return all;
    }

    static ArrayNode steps(List<MigratedStep> steps) {
        ArrayNode all = array();
        for (MigratedStep step : steps) {
            ArrayNode changes = all.addObject()
                    .put("from", step.from())
                    .put("to", step.to())
                    .putArray("changes");
            step.changes().forEach(changes::add);
        }
        return all;
    }

    /** The seal as JSON; {@code null} if there is none. */
    static JsonNode seal(Optional<SaveSeal> seal) {
        return seal.<JsonNode>map(known -> object().put("generation", known.generation())
                        .put("id", known.id())
                        .put("parent", known.parent())
                        .put("time", known.time().toString()))
                .orElseGet(() -> JsonMapper.shared().getNodeFactory().nullNode());
    }
}
