package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows in which other records each record of a schema stands. */
final class RecordPlaces {

    private final SchemaModel schema;

    /**
     * For each record, the records that have a component of its type: once for each such component, and twice if the component is a
     * collection, a map or a sealed interface, since the record may then be there any number of times.
     */
    private final Map<Shape.Nested, List<RecordModel>> around = new HashMap<>();

    RecordPlaces(SchemaModel schema) {
        this.schema = schema;
        around.put(schema.root().shape(), new ArrayList<>());
        visit(schema.root());
    }

    /**
     * Whether the record is in just one place, which is the same in every document. It may be left out there, as in an {@code
     * Optional}.
     *
     * <p>The search goes outwards until it is at the root. It cannot run in a circle: a record that contains itself and is in the
     * document is in at least two places, in itself and in the record outside that leads to it.
     */
    boolean isOne(RecordModel record) {
        List<RecordModel> outer = around.getOrDefault(record.shape(), List.of());
        return record == schema.root() ? outer.isEmpty() : outer.size() == 1 && isOne(outer.get(0));
    }

    private void visit(RecordModel record) {
        for (Component component : record.components()) {
            visit(component.shape(), record, 1);
        }
    }

    private void visit(Shape shape, RecordModel in, int times) {
        if (shape instanceof Shape.Nested nested) {
            boolean isNew = !around.containsKey(nested);
            around.computeIfAbsent(nested, first -> new ArrayList<>()).addAll(Collections.nCopies(times, in));
            if (isNew) {
                visit(schema.record(nested));
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice.subtypes().forEach(subtype -> visit(subtype.record(), in, 2));
        } else {
            int inner = shape instanceof Shape.OptionalOf ? times : 2;
            shape.parts().forEach(part -> visit(part, in, inner));
        }
    }
}
