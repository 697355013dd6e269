package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * A record that stands in the file as the value of its only component, one of several that are told apart by their types of JSON.
 *
 * @param component it has no name in the file, and no default
 * @param json the type of JSON that it is
 * @param hasOwnConstructor whether the developer wrote the canonical constructor, which may then throw
 * @param origin the record
 */
public record Alternative(
        ClassRef type, Component component, JsonType json, boolean hasOwnConstructor, Origin origin) {}
