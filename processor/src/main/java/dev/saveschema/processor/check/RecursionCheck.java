package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A record that contains itself does so through something that may be empty. */
final class RecursionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        Search search = new Search(schema);
        schema.records().forEach(search::visit);
        return search.problems;
    }

    /** Follows the components that are records themselves, from each record once. */
    private static final class Search {

        private final SchemaModel schema;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<RecordModel> done = new HashSet<>();
        private final List<RecordModel> records = new ArrayList<>();
        private final List<Component> components = new ArrayList<>();

        private Search(SchemaModel schema) {
            this.schema = schema;
        }

        private void visit(RecordModel record) {
            if (done.contains(record)) {
                return;
            }
            records.add(record);
            for (Component component : record.components()) {
                if (component.shape() instanceof Shape.Nested nested) {
                    components.add(component);
                    follow(component, schema.record(nested));
                    components.remove(components.size() - 1);
                }
            }
            records.remove(records.size() - 1);
            done.add(record);
        }

        private void follow(Component component, RecordModel inner) {
            int first = records.indexOf(inner);
            if (first < 0) {
                visit(inner);
                return;
            }
            StringBuilder path = new StringBuilder();
            for (int at = first; at < records.size(); at++) {
                path.append(Wording.type(records.get(at).shape()))
                        .append('.')
                        .append(components.get(at).name())
                        .append(" → ");
            }
            String name = Wording.type(inner.shape());
            problems.add(TypeProblems.unboundedRecursion(
                    component.origin(),
                    name,
                    path + name,
                    List.of(
                            "Optional<%s> %s".formatted(name, component.name()),
                            "List<%s> %s".formatted(name, component.name()))));
        }
    }
}
