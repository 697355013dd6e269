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

/** Where in a document its records are. */
final class RecordPlaces {

    private final SchemaModel schema;

    /** The records that each is directly in: once for each component, twice where that holds any number or one of several. */
    private final Map<Shape.Nested, List<RecordModel>> around = new HashMap<>();

    RecordPlaces(SchemaModel schema) {
        this.schema = schema;
        around.put(schema.root().shape(), new ArrayList<>());
        visit(schema.root());
    }

    /**
     * Whether the record is in just one place, which is the same in every document; it may be left out there. This asks what is
     * around it, and ends at the document: whoever could go round in a circle also came into it from outside, so from two sides.
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
