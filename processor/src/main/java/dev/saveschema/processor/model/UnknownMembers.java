package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * {@code @Unknown}: the component that keeps the members that the record does not know. It is not among the components that have a
 * member of their own.
 *
 * @param name the name in Java
 * @param position the number of components before it
 */
public record UnknownMembers(String name, int position, Origin origin) {}
