package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record: the root of a schema, or nested in one.
 *
 * @param arguments what its type parameters stand for, which its components' shapes show
 * @param unknown what keeps the members that no component is for
 * @param removals the components that it no longer has
 * @param isPublic whether it can be seen from other packages
 * @param hasOwnConstructor whether the developer wrote the canonical constructor, which may then throw
 */
public record RecordModel(
        ClassRef type,
        List<Shape> arguments,
        List<Component> components,
        Optional<UnknownMembers> unknown,
        List<Removal> removals,
        boolean isPublic,
        boolean hasOwnConstructor,
        Origin origin) {

    public RecordModel {
        arguments = List.copyOf(arguments);
        components = List.copyOf(components);
        removals = List.copyOf(removals);
    }

    /**
     * Something for each component in the order of the constructor's arguments.
     *
     * @param ofUnknown what it is for the one that keeps unknown members
     */
    public <T> List<T> arguments(Function<Component, T> ofComponent, Function<UnknownMembers, T> ofUnknown) {
        List<T> inOrder = new ArrayList<>(components.stream().map(ofComponent).toList());
        unknown.ifPresent(members -> inOrder.add(members.position(), ofUnknown.apply(members)));
        return inOrder;
    }

    /** The components in the order in which they are written: what a list shows comes first. */
    public List<Component> inFile() {
        List<Component> inFile = new ArrayList<>(summary());
        components.stream().filter(component -> component.summary().isEmpty()).forEach(inFile::add);
        return inFile;
    }

    /** The components that a list shows. */
    public List<Component> summary() {
        return components.stream()
                .filter(component -> component.summary().isPresent())
                .toList();
    }

    /** The record as a component's type. */
    public Shape.Nested shape() {
        return new Shape.Nested(type, arguments);
    }
}
