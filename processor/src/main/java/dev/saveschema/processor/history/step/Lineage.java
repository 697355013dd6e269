package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.history.head.SourceLookup;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Subtype;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the definitions of locked versions from each version to the next, and up to the sources. A definition has the name of a
 * class, which a program may change at any time. So definitions are taken for the same if they stand in the same place.
 */
public final class Lineage {

    /** A member, constant or tag of a definition. */
    private record Place(String definition, String name) {}

    private final HeadSnapshot head;

    /**
     * The comparison of each locked version with the next one, by the older version. If the newest version is locked and is the
     * head's, it is compared with the sources.
     */
    private final TreeMap<Integer, Comparison> toNext = new TreeMap<>();

    /** The places of today for each place of a version that was asked about. Each step asks about every member of its version. */
    private final Map<Integer, Map<Place, Set<Place>>> today = new HashMap<>();

    /**
     * @param version the head's version
     * @param toDraft the declared changes of the step to the head, if the head is a draft
     */
    public Lineage(HeadSnapshot head, int version, History history, List<Change> toDraft) {
        this.head = head;
        history.versions().forEach((from, locked) -> {
            Optional<LockedVersion> next = history.find(from + 1);
            if (next.isPresent()) {
                toNext.put(
                        from,
                        Comparison.between(
                                locked.snapshot(),
                                next.get().snapshot(),
                                next.get().changes()));
            } else if (from == version) {
                toNext.put(from, Comparison.between(locked.snapshot(), head.snapshot(), List.of()));
            } else if (from + 1 == version) {
                toNext.put(from, Comparison.between(locked.snapshot(), head.snapshot(), toDraft));
            }
        });
    }

    /** The comparison of a locked version with the next one; with the sources, if no newer version is locked. */
    Optional<Comparison> after(int version) {
        return Optional.ofNullable(toNext.get(version));
    }

    /** The definitions of a locked version that became one of the head. */
    public Set<String> before(int version, String definition) {
        Set<String> names = Set.of(definition);
        for (int from = toNext.isEmpty() ? version - 1 : toNext.lastKey(); from >= version; from--) {
            Comparison comparison = toNext.get(from);
            if (comparison == null) {
                return Set.of();
            }
            Set<String> later = names;
            names = comparison.pairs().stream()
                    .filter(pair -> later.contains(pair.now()))
                    .map(Comparison.Pair::old)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return names;
    }

    /** Finds the components and aliases that the sources have today for the members and names of a locked version. */
    SourceLookup of(int version) {
        return new SourceLookup() {
            @Override
            public Optional<Living> component(String definition, String member) {
                // if the member became several, any of them can stand for it: it was one member, with one default
                return today(version, new Place(definition, member)).stream()
                        .flatMap(Lineage.this::living)
                        .findFirst();
            }

            @Override
            public List<String> aliases(String choice, String name) {
                return today(version, new Place(choice, name)).stream()
                        .flatMap(Lineage.this::subtypes)
                        .flatMap(subtype -> subtype.aliases().stream())
                        .distinct()
                        .toList();
            }
        };
    }

    private Set<Place> today(int version, Place place) {
        Map.Entry<Integer, Comparison> step = toNext.ceilingEntry(version);
        if (step == null) {
            return Set.of(place);
        }
        Map<Place, Set<Place>> known = today.computeIfAbsent(step.getKey(), from -> new HashMap<>());
        Set<Place> found = known.get(place);
        if (found == null) {
            found = next(step.getValue(), place)
                    .flatMap(next -> today(step.getKey() + 1, next).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            known.put(place, found);
        }
        return found;
    }

    private static Stream<Place> next(Comparison comparison, Place place) {
        return comparison.pairs().stream()
                .filter(pair -> pair.old().equals(place.definition()))
                .map(pair -> new Place(pair.now(), comparison.newName(pair.now(), place.name())));
    }

    private Stream<SourceLookup.Living> living(Place place) {
        RecordModel record = head.records().get(place.definition());
        return record == null
                ? Stream.empty()
                : record.components().stream()
                        .filter(component -> component.jsonName().equals(place.name()))
                        .map(component -> new SourceLookup.Living(component, record));
    }

    private Stream<Subtype> subtypes(Place place) {
        return Optional.ofNullable(head.choices().get(place.definition())).stream()
                .flatMap(choice -> choice.subtypes().stream())
                .filter(subtype -> subtype.jsonName().equals(place.name()));
    }
}
