package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.JsonLayout;
import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A digest of the shape of a version's files in 32 digits: names, types and limits. The order of members and constants does not
 * count; nor do defaults, descriptions, and the names of definitions, which are names of classes.
 */
public final class Fingerprint {

    private final Snapshot snapshot;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final List<String> pending = new ArrayList<>();

    private Fingerprint(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static String of(Snapshot snapshot) {
        return Digest.of(new Fingerprint(snapshot).canonical());
    }

    /**
     * The definitions, each with a number in place of its name. They are numbered as they are reached from the root, with members
     * in the order of their names.
     */
    private String canonical() {
        List<Json> all = new ArrayList<>();
        number(snapshot.root().name());
        if (!snapshot.isSealed()) {
            all.add(Json.NOTHING.with("versionMember", Json.of(snapshot.versionMember())));
        }
        for (int next = 0; next < pending.size(); next++) {
            all.add(definition(snapshot.definition(pending.get(next))));
        }
        return JsonLayout.line(new Json.Elements(all));
    }

    private String number(String definition) {
        return numbers.computeIfAbsent(definition, name -> {
            pending.add(name);
            return Integer.toString(pending.size());
        });
    }

    private Json definition(Definition definition) {
        if (definition instanceof Definition.Constants constants) {
            return Json.NOTHING.with(
                    "enum", Json.of(constants.values().stream().sorted().toList()));
        }
        if (definition instanceof Definition.Choice choice) {
            Json.Members canonical = Json.NOTHING.with("oneOf", new Json.Elements(sortedParts(choice)));
            return choice.other()
                    .map(other -> canonical.with("other", Json.of(number(other))))
                    .orElse(canonical);
        }
        return part((Definition.Part) definition);
    }

    private List<Json> sortedParts(Definition.Choice choice) {
        return choice.parts().stream()
                .map(name -> (Definition.Part) snapshot.definition(name))
                .sorted(Comparator.comparing(part -> part.tag().orElseThrow().value()))
                .<Json>map(part -> Json.of(number(part.name())))
                .toList();
    }

    private Json part(Definition.Part part) {
        Json.Members canonical = Json.NOTHING;
        if (part.tag().isPresent()) {
            Definition.Tag tag = part.tag().get();
            canonical = canonical.with("tag", Json.of(List.of(tag.member(), tag.value())));
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (Definition.Member member : part.members().stream()
                .sorted(Comparator.comparing(Definition.Member::name))
                .toList()) {
            Json.Members type = (Json.Members) numbered(TypeSchema.of(member.type()));
            // a file that leaves the member out stands for the default, so that the default is part of the shape here
            members.put(
                    member.name(),
                    member.absence().map(value -> type.with("omitted", value)).orElse(type));
        }
        canonical = canonical.with("members", new Json.Members(members));
        return part.isOpen() ? canonical.with("open", Json.of(true)) : canonical;
    }

    /** The schema with the numbers of definitions in place of their names. */
    private Json numbered(Json schema) {
        if (schema instanceof Json.Members members) {
            Json.Members result = Json.NOTHING;
            for (Map.Entry<String, Json> member : members.values().entrySet()) {
                if (member.getKey().equals("oneOf") && member.getValue() instanceof Json.Elements alternatives) {
                    result = result.with("oneOf", alternatives(alternatives));
                    continue;
                }
                if (member.getKey().equals("title") && member.getValue() instanceof Json.Text) {
                    continue; // the name of a class
                }
                // a member may be called $ref, too, and then its value is an object
                boolean isReference = member.getKey().equals("$ref") && member.getValue() instanceof Json.Text;
                result = result.with(
                        member.getKey(), isReference ? reference(member.getValue()) : numbered(member.getValue()));
            }
            return result;
        }
        return schema instanceof Json.Elements elements
                ? new Json.Elements(
                        elements.values().stream().map(this::numbered).toList())
                : schema;
    }

    /** The alternatives, sorted by type: the order of an interface's records does not count. */
    private Json alternatives(Json.Elements alternatives) {
        return new Json.Elements(alternatives.values().stream()
                .sorted(Comparator.comparing(each ->
                        ((Json.Members) each).values().get("type") instanceof Json.Text type ? type.value() : ""))
                .map(this::numbered)
                .toList());
    }

    private Json reference(Json pointer) {
        return Json.of(number(((Json.Text) pointer).value().substring(TypeSchema.DEFINITIONS.length())));
    }
}
