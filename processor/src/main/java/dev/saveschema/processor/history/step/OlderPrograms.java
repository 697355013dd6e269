package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.file.MinReader;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.step.Difference.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of older versions that can read or write files of the head. Each locked version is compared with the head itself,
 * and not step by step: a change that was undone later is no difference.
 *
 * @param minReader the oldest versions whose programs may read and write
 * @param reasons the reasons why programs of older versions may not, a line each: {@code 3: nick was renamed}
 */
public record OlderPrograms(MinReader minReader, List<String> reasons) {

    public OlderPrograms {
        reasons = List.copyOf(reasons);
    }

    /** The rights of one version's programs. */
    private enum May {
        WRITE,
        READ,
        NOTHING;

        May and(May other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** @param toDraft the changes from the version before to the head, if the head is a draft */
    public static OlderPrograms of(SchemaAndHistory both, List<Change> toDraft) {
        Snapshot head = both.head().snapshot();
        List<Change> chain =
                new ArrayList<>(both.locked().map(LockedVersion::changes).orElse(toDraft));
        List<String> reasons = new ArrayList<>();
        int reads = both.version();
        int writes = both.version();
        May may = May.WRITE;
        for (int version = both.version() - 1; head.isSealed() && may != May.NOTHING; version--) {
            Optional<LockedVersion> older = both.history().find(version);
            if (older.isEmpty() || !older.get().snapshot().isSealed()) {
                break;
            }
            Judgement judgement = new Judgement(older.get().snapshot(), head, chain);
            May allowed = may.and(judgement.may);
            if (allowed != may) {
                reasons.add(version + ": " + judgement.reason);
            }
            may = allowed;
            reads = may == May.NOTHING ? reads : version;
            writes = may == May.WRITE ? version : writes;
            chain.addAll(older.get().changes());
        }
        return new OlderPrograms(new MinReader(reads, writes), reasons);
    }

    /** {@code read by 3 and newer, written by 4 and newer (2: nick was renamed)}. */
    public String inWords() {
        String words = "read by %d and newer, written by %d and newer".formatted(minReader.reads(), minReader.writes());
        return reasons.isEmpty() ? words : words + " (" + String.join("; ", reasons) + ")";
    }

    /** Compares one older version with the head, and decides the rights of its programs. */
    private static final class Judgement {

        private final Snapshot older;
        private final Snapshot head;
        private final List<Change> chain;
        private final Set<String> elements = new HashSet<>();
        private May may = May.WRITE;
        private String reason = "";

        /** @param chain all changes that were declared from the older version to the head */
        Judgement(Snapshot older, Snapshot head, List<Change> chain) {
            this.older = older;
            this.head = head;
            this.chain = chain;
            Set<String> met = new HashSet<>();
            collect(head.root().name(), false, met);
            chain.forEach(this::judge);
            Comparison.between(older, head, List.of()).differences().forEach(this::judge);
        }

        private void only(May most, String why, Object... parts) {
            if (may.and(most) != may) {
                may = most;
                reason = why.formatted(parts);
            }
        }

        private void judge(Change change) {
            if (change instanceof Change.Coded coded && !coded.isCompatible()) {
                if (coded.component().isPresent()) {
                    only(
                            May.NOTHING,
                            "%s converts %s",
                            coded.method(),
                            coded.component().get());
                } else if (coded.part().isPresent()) {
                    only(May.NOTHING, "%s converts %s", coded.method(), coded.in());
                } else {
                    only(May.NOTHING, "%s is code over the whole document", coded.method());
                }
            } else if (change instanceof Change.Moved moved) {
                only(May.NOTHING, "%s was moved", moved.from());
            }
        }

        private void judge(Difference difference) {
            if (difference instanceof Difference.Gone gone) {
                gone(gone);
            } else if (difference instanceof Difference.New added) {
                added(added);
            } else if (difference instanceof Difference.Retyped retyped) {
                retyped(retyped);
            } else if (difference instanceof Difference.Absence absence) {
                absence(absence);
            } else if (difference instanceof Difference.Discriminator discriminator) {
                only(May.NOTHING, "what says which %s it is was renamed", discriminator.in());
            }
            // the openness of a record makes no difference: an older program keeps unknown members in any case
        }

        private void gone(Difference.Gone gone) {
            if (isRenamed(gone.name())) {
                only(May.NOTHING, "%s was renamed", gone.name());
            } else if (gone.subject() != Subject.MEMBER) {
                only(May.READ, "%s was removed from %s", gone.name(), gone.in());
            }
        }

        private void added(Difference.New added) {
            if (isRenamed(added.name())) {
                only(May.NOTHING, "%s has another name", added.name());
            } else if (added.subject() == Subject.MEMBER && elements.contains(added.in())) {
                only(May.READ, "%s was added to %s, of which there are lists", added.name(), added.in());
            }
        }

        private boolean isRenamed(String name) {
            return chain.stream()
                    .anyMatch(change -> change instanceof Change.Renamed renamed
                            && (renamed.from().equals(name) || renamed.to().equals(name)));
        }

        private void retyped(Difference.Retyped retyped) {
            ValueType was = retyped.from();
            ValueType is = retyped.to();
            boolean isReadable =
                    retyped.isAutomatic() || new Widening((old, now) -> true, definition -> false).isAutomatic(is, was);
            if (!isReadable) {
                only(May.NOTHING, "%s is of another type", retyped.name());
            } else if (!retyped.isAutomatic() || !Acceptance.accepts(is, was)) {
                only(May.READ, "%s takes less", retyped.name());
            }
        }

        private void absence(Difference.Absence absence) {
            Optional<Json> known = older.definitions().stream()
                    .filter(Definition.Part.class::isInstance)
                    .map(Definition.Part.class::cast)
                    .filter(part -> part.name().equals(absence.in()))
                    .flatMap(part -> part.member(absence.name()).stream())
                    .findFirst()
                    .flatMap(Definition.Member::fallback);
            if (absence.is().isPresent() && !Objects.equals(absence.is(), known)) {
                only(May.NOTHING, "%s means another value where it is left out", absence.name());
            } else if (absence.was().isPresent() && !absence.was().equals(absence.is())) {
                only(May.READ, "%s may not be left out any more", absence.name());
            }
        }

        /** Finds the definitions of the head that stand in lists or sets. */
        private void collect(String definition, boolean inList, Set<String> met) {
            if (inList) {
                elements.add(definition);
            }
            if (!met.add(definition + (inList ? "[]" : ""))) {
                return;
            }
            Definition found = head.definition(definition);
            if (found instanceof Definition.Part part) {
                part.members().forEach(member -> collect(member.type(), inList, met));
            } else if (found instanceof Definition.Choice choice) {
                choice.parts().forEach(part -> collect(part, inList, met));
            }
        }

        private void collect(ValueType type, boolean inList, Set<String> met) {
            if (type instanceof ValueType.Defined defined) {
                collect(defined.definition(), inList, met);
            } else if (type instanceof ValueType.Nullable nullable) {
                collect(nullable.of(), inList, met);
            } else if (type instanceof ValueType.ListOf list) {
                collect(list.element(), true, met);
            } else if (type instanceof ValueType.MapOf map) {
                collect(map.value(), inList, met);
            } else if (type instanceof ValueType.OneOf oneOf) {
                oneOf.types().forEach(each -> collect(each, inList, met));
            }
        }
    }
}
