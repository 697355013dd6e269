package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record: the root of a schema, or nested in one.
 *
 * @param arguments the type arguments, {@code [Integer]} for {@code Box<Integer>}, which are already filled into the components'
 *     shapes
 * @param unknown the component that keeps members for which there is no component
 * @param removals the names of components that the record no longer has
 * @param isPublic whether the record can be seen from other packages
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
     * The arguments of the constructor, in its order, each made by a function.
     *
     * @param ofUnknown makes the argument for the component that keeps unknown members
     */
    public <T> List<T> arguments(Function<Component, T> ofComponent, Function<UnknownMembers, T> ofUnknown) {
        List<T> inOrder = new ArrayList<>(components.stream().map(ofComponent).toList());
        unknown.ifPresent(members -> inOrder.add(members.position(), ofUnknown.apply(members)));
        return inOrder;
    }

    /** The components in the order in which they are written to a file: those of the summary come first. */
    public List<Component> inFile() {
        List<Component> inFile = new ArrayList<>(summary());
        components.stream().filter(component -> component.summary().isEmpty()).forEach(inFile::add);
        return inFile;
    }

    /** The components that a list of slots shows. */
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
