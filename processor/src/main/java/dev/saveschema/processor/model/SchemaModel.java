package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code @SaveSchema} record with everything its file can hold.
 *
 * @param id the id of the schema, which names its history
 * @param records the annotated record first, then every record nested in it, each once for each list of
 *     type arguments, in order of first mention
 * @param envelope the way in which documents hold their version
 * @param downgrade the promise that users can go back to an older version, if it is given
 * @param steps the {@code @Migration} methods, in the order in which they are written
 * @param origin the annotated record; the other origins are the values in {@code @SaveSchema}, else the annotation
 */
public record SchemaModel(
        String id,
        int version,
        int oldest,
        int unversioned,
        Envelope envelope,
        Optional<Downgrade> downgrade,
        List<RecordModel> records,
        List<Step> steps,
        Surroundings surroundings,
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

    /** The sealed interfaces, each once, in order of first mention. */
    public List<Shape.Choice> choices() {
        return shapes(Shape.Choice.class);
    }

    /** The sealed interfaces whose records are told apart by their types of JSON, each once, in order of first mention. */
    public List<Shape.OneOf> oneOfs() {
        return shapes(Shape.OneOf.class);
    }

    /** The enums, each once, in order of first mention. */
    public List<Shape.Enumeration> enumerations() {
        return shapes(Shape.Enumeration.class);
    }

    private <S extends Shape> List<S> shapes(Class<S> kind) {
        Set<S> found = new LinkedHashSet<>();
        for (RecordModel record : records) {
            record.components().forEach(component -> collect(component.shape(), kind, found));
        }
        for (Step step : steps) {
            if (step.form() instanceof Step.Form.Conversion conversion) {
                collect(conversion.from(), kind, found);
                collect(conversion.to(), kind, found);
            }
        }
        return List.copyOf(found);
    }

    private static <S extends Shape> void collect(Shape shape, Class<S> kind, Set<S> found) {
        if (kind.isInstance(shape)) {
            found.add(kind.cast(shape));
        }
        shape.parts().forEach(part -> collect(part, kind, found));
    }
}
