package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.SubtypeProblems;
import dev.saveschema.processor.problem.TypeProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record contains itself only through a component that may be empty or may hold another record: {@code Optional<Node>}, {@code
 * List<Node>}. The default of a record is not made of another default of the same record.
 */
final class RecursionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        Search search = new Search(schema);
        schema.records().forEach(search::visit);
        return search.problems;
    }

    /** Follows the components that always hold a record, and those whose default is a record. Each record is visited once. */
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
                inner(component).ifPresent(inner -> {
                    components.add(component);
                    follow(component, schema.record(inner));
                    components.remove(components.size() - 1);
                });
            }
            records.remove(records.size() - 1);
            done.add(record);
        }

        private static Optional<Shape.Nested> inner(Component component) {
            if (component.shape() instanceof Shape.Nested nested) {
                return Optional.of(nested);
            }
            try {
                return component.fallback() instanceof Fallback.Literal written
                                && Literals.parse(component.shape(), written.text())
                                        instanceof Literal.OfSubtype literal
                        ? Optional.of(literal.subtype().record())
                        : Optional.empty();
            } catch (LiteralException e) {
                // DefaultCheck reports the default
                return Optional.empty();
            }
        }

        private void follow(Component component, RecordModel inner) {
            int first = records.indexOf(inner);
            if (first < 0) {
                visit(inner);
                return;
            }
            String name = ShapeText.type(inner.shape());
            List<Component> circle = components.subList(first, components.size());
            Optional<Component> byDefault = circle.stream()
                    .filter(each -> !(each.shape() instanceof Shape.Nested))
                    .findFirst();
            if (byDefault.isPresent()) {
                if (circle.stream().noneMatch(each -> each.fallback() instanceof Fallback.Factory)) {
                    problems.add(SubtypeProblems.endlessDefault(byDefault.get().origin(), name, path(first, name)));
                }
            } else {
                problems.add(TypeProblems.unboundedRecursion(
                        component.origin(),
                        name,
                        path(first, name),
                        List.of(
                                "Optional<%s> %s".formatted(name, component.name()),
                                "List<%s> %s".formatted(name, component.name()))));
            }
        }

        /** {@code Node.next → Node}. */
        private String path(int first, String last) {
            StringBuilder path = new StringBuilder();
            for (int at = first; at < records.size(); at++) {
                path.append(ShapeText.type(records.get(at).shape()))
                        .append('.')
                        .append(components.get(at).name())
                        .append(" → ");
            }
            return path.append(last).toString();
        }
    }
}
