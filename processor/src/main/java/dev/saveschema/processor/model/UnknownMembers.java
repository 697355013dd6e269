package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * The component that keeps the members that its record does not know, {@code @Unknown}; it is none of the components that have a
 * member of their own.
 *
 * @param name in Java
 * @param position how many components stand before it
 */
public record UnknownMembers(String name, int position, Origin origin) {}
