package dev.saveschema.processor.history.head;

import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Documentation;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshot of the version that the sources describe, and the types that its definitions were made of.
 *
 * @param records the records, by the names of their definitions
 * @param choices the sealed interfaces, by the names of their definitions
 * @param sources the source of every definition, by the definition's name
 */
public record HeadSnapshot(
        Snapshot snapshot,
        Map<String, RecordModel> records,
        Map<String, Shape.Choice> choices,
        Map<String, Source> sources)
        implements SourceLookup {

    public HeadSnapshot {
        records = Map.copyOf(records);
        choices = Map.copyOf(choices);
        sources = Map.copyOf(sources);
    }

    /**
     * The record, enum or sealed interface that a definition was made of.
     *
     * @param named its components, constants or records
     * @param removals the names that it no longer has
     * @param origin the place of its declaration
     */
    public record Source(List<? extends Named> named, List<Removal> removals, Origin origin) {}

    public static HeadSnapshot of(SchemaModel schema, Documentation documentation) {
        return new SnapshotTaker(schema, schema.version(), documentation).take();
    }

    /** The snapshot of an older version, as far as the annotations tell: without later members, and with the old names. */
    public static HeadSnapshot of(SchemaModel schema, int version) {
        return new SnapshotTaker(schema, version, Documentation.NONE).take();
    }

    /** The record, enum or sealed interface that a definition was made of. */
    public Source source(String definition) {
        return Optional.ofNullable(sources.get(definition)).orElseThrow(() -> new AssertionError(definition));
    }

    @Override
    public Optional<Living> component(String definition, String member) {
        return Optional.ofNullable(records.get(definition))
                .flatMap(record -> record.components().stream()
                        .filter(component ->
                                component.jsonNameIn(snapshot.version()).equals(member))
                        .map(component -> new Living(component, record))
                        .findFirst());
    }

    @Override
    public List<String> aliases(String choice, String name) {
        return Optional.ofNullable(choices.get(choice)).stream()
                .flatMap(found -> found.subtypes().stream())
                .filter(subtype -> subtype.jsonNameIn(snapshot.version()).equals(name))
                .flatMap(subtype -> subtype.aliases().stream())
                .toList();
    }

    /** The components of a definition; none unless it was made of a record. */
    public List<Component> components(String definition) {
        return Optional.ofNullable(records.get(definition))
                .map(RecordModel::components)
                .orElse(List.of());
    }
}
