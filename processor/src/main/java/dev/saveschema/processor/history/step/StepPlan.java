package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.head.SourceLookup;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The work of one step, which brings a document to the next version: the developer's methods first, then the changes.
 *
 * @param after the snapshot of the version that the step leads to
 * @param code the developer's methods, in the order in which they are written
 * @param sources finds the components of the sources for members of that snapshot
 * @param merged members of definitions that were several in the version before, of which some had the member and some had not
 */
public record StepPlan(
        int from, Snapshot after, List<Code> code, List<Change> changes, SourceLookup sources, Set<Place> merged) {

    public StepPlan {
        code = List.copyOf(code);
        changes = List.copyOf(changes);
        merged = Set.copyOf(merged);
    }

    /** A member of a definition. */
    public record Place(String definition, String member) {}

    /**
     * A method of the developer's.
     *
     * @param member the member that the method converts, by its name in the version before; empty if it takes the whole document or
     *     part
     * @param part the definition of the newer version that the method is for; empty for the document
     */
    public record Code(Step step, Optional<String> member, Optional<String> part) {}

    /** The methods for the document. */
    public List<Code> codeOfDocument() {
        return code.stream().filter(each -> each.part().isEmpty()).toList();
    }

    /** The methods for a part. */
    public List<Code> codeOf(String definition) {
        return code.stream()
                .filter(each -> each.part().equals(Optional.of(definition)))
                .toList();
    }

    /** The changes in a definition itself. Changes within other definitions that it mentions are not among them. */
    public List<Change> changesIn(String definition) {
        return changes.stream()
                .filter(change -> change.in().equals(definition) && !(change instanceof Change.Coded))
                .toList();
    }

    /** Whether a change adds the member wherever it stands, so that it can have no old value. */
    public boolean isAdded(String definition, String member) {
        return !merged.contains(new Place(definition, member))
                && changes.stream()
                        .anyMatch(change -> change instanceof Change.Added added
                                && added.in().equals(definition)
                                && added.name().equals(member));
    }

    /** The changes of one kind in a definition itself. */
    public <C extends Change> List<C> changesIn(String definition, Class<C> kind) {
        return Change.ofKind(kind, changesIn(definition)).toList();
    }

    /** Other names that are accepted for a member in every version. */
    public List<String> aliases(String definition, String member) {
        return sources.component(definition, member).stream()
                .flatMap(living -> living.component().aliases().stream())
                .toList();
    }

    /** The member's name in the version before. */
    public String oldName(String definition, String member) {
        return changesIn(definition, Change.Renamed.class).stream()
                .filter(renamed -> renamed.to().equals(member))
                .map(Change.Renamed::from)
                .findFirst()
                .orElse(member);
    }

    /** Whether there is a change in, or a method for, a definition or any definition that can stand within it. */
    public boolean isChanged(String definition) {
        Set<String> within = new HashSet<>();
        collect(definition, within);
        return within.stream()
                .anyMatch(name -> !changesIn(name).isEmpty() || !codeOf(name).isEmpty());
    }

    /** Whether an object of the definition can stand within another one, at any depth. */
    public boolean isWithinItself(String definition) {
        Set<String> within = new HashSet<>();
        mentionedBy(definition).forEach(name -> collect(name, within));
        return within.contains(definition);
    }

    private void collect(String definition, Set<String> within) {
        if (within.add(definition)) {
            mentionedBy(definition).forEach(name -> collect(name, within));
        }
    }

    private Set<String> mentionedBy(String definition) {
        Definition found = after.definition(definition);
        if (!(found instanceof Definition.Part part)) {
            return Mentions.in(found);
        }
        Set<String> names = new HashSet<>();
        for (Definition.Member member : part.members()) {
            if (!isAdded(definition, member.name())) {
                names.addAll(Mentions.in(member.type()));
            }
        }
        return names;
    }
}
