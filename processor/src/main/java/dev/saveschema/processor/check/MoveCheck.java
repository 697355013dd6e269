package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.JsonPointer;
import dev.saveschema.processor.model.Move;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A moved component comes from a place that a JSON Pointer can name, no two components come from the same place, and the record
 * that a component has moved into is in just one place of the document.
 */
final class MoveCheck implements Check {

    /** The place that a component moved away from, and the version in which it did. */
    private record Source(String from, int since) {}

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>();
        Map<Source, String> movers = new HashMap<>();
        for (RecordModel record : schema.records()) {
            for (Component component : record.components()) {
                component
                        .move()
                        .flatMap(move -> of(schema, record, component, move))
                        .ifPresent(problems::add);
                component.move().ifPresent(move -> {
                    String first = movers.putIfAbsent(new Source(move.from(), move.since()), component.name());
                    if (first != null) {
                        problems.add(VersionProblems.movedTwice(move.origin(), component.name(), first, move.from()));
                    }
                });
            }
        }
        return problems;
    }

    private static Optional<Problem> of(SchemaModel schema, RecordModel record, Component component, Move move) {
        if (!move.from().startsWith("/") || move.from().length() == 1) {
            return Optional.of(VersionProblems.notAPointer(move.origin(), component.name(), move.from()));
        }
        if (record == schema.root() && JsonPointer.parent(move.from()).isEmpty()) {
            return Optional.of(VersionProblems.movedWithinRoot(
                    move.origin(), component.name(), JsonPointer.name(move.from()), move.since()));
        }
        return new RecordPlaces(schema).isOne(record)
                ? Optional.empty()
                : Optional.of(VersionProblems.movedIntoMany(
                        move.origin(), component.name(), record.type().simpleName()));
    }
}
