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
 * What is done to a document to bring it one version further: the developer's methods first, then the changes.
 *
 * @param after the version that it leads to
 * @param code the methods that take part, in the order they are written
 * @param sources finds what the sources have for what that version has
 * @param merged members that the version before had in some of what became their definition, and not in all
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
     * @param member what it converts, by its name in the version before; empty for the whole document or part
     * @param part the definition of the newer version that it is for; empty for the document
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

    /** The changes that are made in a definition, not in those that it mentions. */
    public List<Change> changesIn(String definition) {
        return changes.stream()
                .filter(change -> change.in().equals(definition) && !(change instanceof Change.Coded))
                .toList();
    }

    /** Whether a change adds that member wherever it is, so that it has nothing old in it. */
    public boolean isAdded(String definition, String member) {
        return !merged.contains(new Place(definition, member))
                && changes.stream()
                        .anyMatch(change -> change instanceof Change.Added added
                                && added.in().equals(definition)
                                && added.name().equals(member));
    }

    /** As {@link #changesIn(String)}, those of one kind. */
    public <C extends Change> List<C> changesIn(String definition, Class<C> kind) {
        return changesIn(definition).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Other names that are accepted for a member in every version. */
    public List<String> aliases(String definition, String member) {
        return sources.component(definition, member).stream()
                .flatMap(living -> living.component().aliases().stream())
                .toList();
    }

    /** What a member was called in the version before. */
    public String oldName(String definition, String member) {
        return changesIn(definition, Change.Renamed.class).stream()
                .filter(renamed -> renamed.to().equals(member))
                .map(Change.Renamed::from)
                .findFirst()
                .orElse(member);
    }

    /** Whether there is any change, or a method for it, in a definition or in one that it mentions, or that is mentioned there. */
    public boolean isChanged(String definition) {
        Set<String> within = new HashSet<>();
        collect(definition, within);
        return within.stream()
                .anyMatch(name -> !changesIn(name).isEmpty() || !codeOf(name).isEmpty());
    }

    /** Whether a definition mentions itself, or is mentioned by one that it mentions. */
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
        Set<String> names = new HashSet<>();
        Definition found = after.definition(definition);
        if (found instanceof Definition.Part part) {
            for (Definition.Member member : part.members()) {
                if (!isAdded(definition, member.name())) {
                    names.addAll(Mentions.in(member.type()));
                }
            }
        } else if (found instanceof Definition.Choice choice) {
            names.addAll(choice.parts());
        }
        return names;
    }
}
