package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * A record that stands in the file as the value of its only component. The sealed interface that permits it has several such
 * records, which are told apart by their JSON types.
 *
 * @param component the component, which has no name in the file and no default
 * @param json the record's JSON type
 * @param hasOwnConstructor whether the developer wrote the canonical constructor, which may then throw
 * @param origin the record
 */
public record Alternative(
        ClassRef type, Component component, JsonType json, boolean hasOwnConstructor, Origin origin) {}
