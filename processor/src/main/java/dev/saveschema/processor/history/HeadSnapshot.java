package dev.saveschema.processor.history;

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

/**
 * The snapshot of the version that the sources describe, and what its definitions were made of.
 *
 * @param records by the names of their definitions
 * @param enums by the names of their definitions
 * @param choices by the names of their definitions
 */
record HeadSnapshot(
        Snapshot snapshot,
        Map<String, RecordModel> records,
        Map<String, Shape.Enumeration> enums,
        Map<String, Shape.Choice> choices) {

    HeadSnapshot {
        records = Map.copyOf(records);
        enums = Map.copyOf(enums);
        choices = Map.copyOf(choices);
    }

    static HeadSnapshot of(SchemaModel schema, Documentation documentation) {
        return new SnapshotTaker(schema, schema.version(), documentation).take();
    }

    /** As far as the annotations tell, the snapshot of an older version: without what came later, and with the old names. */
    static HeadSnapshot of(SchemaModel schema, int version) {
        return new SnapshotTaker(schema, version, Documentation.NONE).take();
    }

    /** What a definition was made of that has names: components, constants or the records of a sealed interface. */
    List<? extends Named> named(String definition) {
        if (records.containsKey(definition)) {
            return records.get(definition).components();
        }
        return enums.containsKey(definition)
                ? enums.get(definition).constants()
                : choices.get(definition).subtypes();
    }

    /** The components of a definition; none unless it was made of a record. */
    List<Component> components(String definition) {
        return records.containsKey(definition) ? records.get(definition).components() : List.of();
    }

    /** What a definition was made of no longer has. */
    List<Removal> removals(String definition) {
        if (records.containsKey(definition)) {
            return records.get(definition).removals();
        }
        return enums.containsKey(definition)
                ? enums.get(definition).removals()
                : choices.get(definition).removals();
    }

    /** Where that is written which a definition was made of. */
    Origin origin(String definition) {
        if (records.containsKey(definition)) {
            return records.get(definition).origin();
        }
        return enums.containsKey(definition)
                ? enums.get(definition).origin()
                : choices.get(definition).origin();
    }
}
