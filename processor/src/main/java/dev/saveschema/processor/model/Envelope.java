package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** The way in which a document holds its version. */
public sealed interface Envelope {

    /** SaveSchema's own way: {@code $version} and a seal. */
    record None() implements Envelope {}

    /** {@code versionMember}: a whole number in a member of the root. */
    record Member(String name, Origin origin) implements Envelope {}

    /** {@code envelope}: a way that a class of the developer's knows. */
    record Custom(ClassRef type, Origin origin) implements Envelope {}
}
