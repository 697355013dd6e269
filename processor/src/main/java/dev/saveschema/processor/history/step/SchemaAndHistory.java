package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.HistoryDirectory;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.Origin;
import java.util.Optional;
import java.util.Set;

/** A schema in its sources beside the schema in its history. */
public record SchemaAndHistory(
        SchemaModel schema, HeadSnapshot head, History history, Lineage lineage, HistoryDirectory directory) {

    public int version() {
        return schema.version();
    }

    public String id() {
        return schema.id();
    }

    /** The record's simple name. */
    public String name() {
        return schema.root().type().simpleName();
    }

    public String file(int version) {
        return directory.nameOf(id(), version);
    }

    /** The head's own file, if the head is locked. */
    public Optional<LockedVersion> locked() {
        return history.find(version());
    }

    /** The version before the head, if it is locked. */
    public Optional<LockedVersion> previous() {
        return history.find(version() - 1);
    }

    /**
     * The member that a conversion takes, by its name in the version that the step starts from; empty for a step that is no
     * conversion.
     */
    public Optional<String> converted(Step step) {
        return new ConvertedMember(schema, history, lineage).of(step);
    }

    /** The definitions that a step for a part leads to, in the version that it leads to. */
    public Set<String> partsOf(Step step) {
        StepParts parts = new StepParts(head, lineage);
        boolean isLocked = history.find(step.to()).isPresent();
        return isLocked ? parts.ofLocked(step) : parts.ofSources(step, head);
    }

    /** The definitions of a locked version that became the given definition of the next one. */
    public Set<String> hadBeen(int version, String definition) {
        return lineage.after(version)
                .map(comparison -> comparison.hadBeen(definition))
                .orElse(Set.of());
    }

    /** The member of a definition of the head, if it is a record's component. */
    Optional<Component> component(String definition, String member) {
        return head.components(definition).stream()
                .filter(component -> component.jsonName().equals(member))
                .findFirst();
    }

    /** The place of the head's member in the sources; if the member is no component, the place of its definition. */
    public Origin origin(String definition, String member) {
        return component(definition, member)
                .map(Component::origin)
                .orElseGet(() -> head.source(definition).origin());
    }

    /** The member's name in a message: {@code gold}, or {@code stars of Level} in a part. */
    public String called(String definition, String member) {
        if (definition.equals(head.snapshot().root().name())) {
            return member;
        }
        RecordModel record = head.records().get(definition);
        return member + " of " + (record == null ? definition : record.type().simpleName());
    }
}
