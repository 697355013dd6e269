package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the place of a part in a document, if there is just one such place and it is the same in every document. */
public final class OnlyPlace {

    private final Snapshot snapshot;
    private final String wanted;
    private final List<String> places = new ArrayList<>();
    private final Set<String> above = new HashSet<>();
    private boolean isMany;

    private OnlyPlace(Snapshot snapshot, String wanted) {
        this.snapshot = snapshot;
        this.wanted = wanted;
    }

    /** A JSON Pointer; empty if the part is in a list, map or choice, or in several places. */
    public static Optional<String> of(String definition, Snapshot snapshot) {
        OnlyPlace search = new OnlyPlace(snapshot, definition);
        search.visit(snapshot.root(), "");
        return search.places.size() == 1 && !search.isMany ? Optional.of(search.places.get(0)) : Optional.empty();
    }

    private void visit(Definition.Part part, String place) {
        if (part.name().equals(wanted)) {
            places.add(place);
        }
        if (above.add(part.name())) {
            part.members().forEach(member -> visit(member, place + "/" + JsonPointer.escaped(member.name())));
            above.remove(part.name());
        }
    }

    private void visit(Definition.Member member, String place) {
        ValueType type = member.type() instanceof ValueType.Nullable nullable ? nullable.of() : member.type();
        if (type instanceof ValueType.Defined defined
                && snapshot.definition(defined.definition()) instanceof Definition.Part part) {
            visit(part, place);
        } else {
            isMany |= reaches(Mentions.in(type), new HashSet<>());
        }
    }

    /** Whether one of the definitions is the part, or may have it within itself at any depth. */
    private boolean reaches(Set<String> definitions, Set<String> seen) {
        return definitions.stream()
                .filter(seen::add)
                .anyMatch(name -> name.equals(wanted) || reaches(Mentions.in(snapshot.definition(name)), seen));
    }
}
