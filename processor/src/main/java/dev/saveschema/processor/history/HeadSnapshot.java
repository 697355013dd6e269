package dev.saveschema.processor.history;

import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.Map;

/**
 * The snapshot of the version that the sources describe, and what its definitions were made of.
 *
 * @param records by the names of their definitions
 * @param enums by the names of their definitions
 */
record HeadSnapshot(Snapshot snapshot, Map<String, RecordModel> records, Map<String, Shape.Enumeration> enums) {

    HeadSnapshot {
        records = Map.copyOf(records);
        enums = Map.copyOf(enums);
    }

    static HeadSnapshot of(SchemaModel schema) {
        return of(schema, schema.version());
    }

    /** As far as the annotations tell, the snapshot of an older version: without what came later, and with the old names. */
    static HeadSnapshot of(SchemaModel schema, int version) {
        return new SnapshotTaker(schema, version).take();
    }
}
