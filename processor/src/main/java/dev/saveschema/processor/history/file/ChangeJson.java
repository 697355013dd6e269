package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import java.util.Optional;

/**
 * The JSON of a change in a version's file. The verb comes first:
 *
 * <pre>
 * {"added": "xp_points", "in": "Progress", "value": 0}
 * {"removed": "lives", "in": "Progress"}
 * {"renamed": "nick", "in": "Progress", "to": "display_name"}
 * {"renamedDiscriminator": "type", "in": "Figure", "to": "kind"}
 * {"required": "title", "in": "Book", "value": ""}
 * {"moved": "/volume", "in": "Progress", "to": "/settings/volume"}
 * {"code": "minutesToDuration", "in": "Progress", "component": "play_time"}
 * {"code": "split", "in": "Level", "part": "Stage"}
 * </pre>
 */
final class ChangeJson {

    private ChangeJson() {}

    static Json.Members of(Change change) {
        if (change instanceof Change.Added added) {
            return valued(verb("added", added.name(), added), added.value());
        }
        if (change instanceof Change.Removed removed) {
            return verb("removed", removed.name(), removed);
        }
        if (change instanceof Change.Renamed renamed) {
            return verb("renamed", renamed.from(), renamed).with("to", Json.of(renamed.to()));
        }
        if (change instanceof Change.RenamedDiscriminator renamed) {
            return verb("renamedDiscriminator", renamed.from(), renamed).with("to", Json.of(renamed.to()));
        }
        if (change instanceof Change.Required required) {
            return valued(verb("required", required.name(), required), required.value());
        }
        if (change instanceof Change.Moved moved) {
            return verb("moved", moved.from(), moved).with("to", Json.of(moved.to()));
        }
        Change.Coded coded = (Change.Coded) change;
        Json.Members method = verb("code", coded.method(), coded);
        Json.Members code = coded.isCompatible() ? method.with("compatible", Json.of(true)) : method;
        return coded.component()
                .map(component -> code.with("component", Json.of(component)))
                .or(() -> coded.part().map(part -> code.with("part", Json.of(part))))
                .orElse(code);
    }

    private static Json.Members verb(String verb, String subject, Change change) {
        return Json.NOTHING.with(verb, Json.of(subject)).with("in", Json.of(change.in()));
    }

    private static Json.Members valued(Json.Members change, Optional<Json> value) {
        return value.map(present -> change.with("value", present)).orElse(change);
    }

    static Change read(Json.Members change) throws NotASnapshotException {
        String verb = change.values().keySet().stream().findFirst().orElse("");
        String subject = Fields.text(change, verb);
        String in = Fields.text(change, "in");
        return switch (verb) {
            case "added" -> new Change.Added(in, subject, change.get("value"));
            case "removed" -> new Change.Removed(in, subject);
            case "renamed" -> new Change.Renamed(in, subject, Fields.text(change, "to"));
            case "renamedDiscriminator" -> new Change.RenamedDiscriminator(in, subject, Fields.text(change, "to"));
            case "required" -> new Change.Required(in, subject, change.get("value"));
            case "moved" -> new Change.Moved(in, subject, Fields.text(change, "to"));
            case "code" ->
                new Change.Coded(
                        in,
                        subject,
                        text(change, "component"),
                        text(change, "part"),
                        change.get("compatible").isPresent());
            default -> throw new NotASnapshotException("\"" + verb + "\" is no change");
        };
    }

    private static Optional<String> text(Json.Members change, String name) throws NotASnapshotException {
        Optional<Json> value = change.get(name);
        return value.isPresent() ? Optional.of(Fields.text(value.get(), name)) : Optional.empty();
    }
}
