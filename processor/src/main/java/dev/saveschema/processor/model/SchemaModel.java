package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;

/**
 * A {@code @SaveSchema} record with everything its file can hold.
 *
 * @param id the name of the format in its history
 * @param records the annotated record first, then every record nested in it, each once for each list of
 *     type arguments, in order of first mention
 * @param steps the {@code @Migration} methods, in the order they are written
 * @param isPublic whether the record can be seen from other packages, and so its generated class
 * @param seesGenerated whether the record's module can read {@code javax.annotation.processing.Generated}
 * @param origin the annotated record; the other origins are the values in {@code @SaveSchema}, else the annotation
 */
public record SchemaModel(
        String id,
        int version,
        int oldest,
        int unversioned,
        List<RecordModel> records,
        List<Step> steps,
        boolean isPublic,
        boolean seesGenerated,
        Origin origin,
        Origin versionOrigin,
        Origin idOrigin,
        Origin oldestOrigin,
        Origin unversionedOrigin) {

    public SchemaModel {
        records = List.copyOf(records);
        steps = List.copyOf(steps);
    }

    /** The annotated record. */
    public RecordModel root() {
        return records.get(0);
    }

    /** The record behind a shape; the reader guarantees that there is one. */
    public RecordModel record(Shape.Nested shape) {
        return records.stream()
                .filter(record -> record.shape().equals(shape))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shape));
    }
}
