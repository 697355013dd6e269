package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;

/**
 * A record: the root of a schema, or nested in one.
 *
 * @param arguments what its type parameters stand for, which its components' shapes show
 * @param removals what {@code @Removed} says, on the root only
 * @param hasOwnConstructor whether the developer wrote the canonical constructor, which may then throw
 */
public record RecordModel(
        ClassRef type,
        List<Shape> arguments,
        List<Component> components,
        List<Removal> removals,
        boolean hasOwnConstructor,
        Origin origin) {

    public RecordModel {
        arguments = List.copyOf(arguments);
        components = List.copyOf(components);
        removals = List.copyOf(removals);
    }

    /** The record as a component's type. */
    public Shape.Nested shape() {
        return new Shape.Nested(type, arguments);
    }
}
