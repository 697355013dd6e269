package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** How a document says its version. */
public sealed interface Envelope {

    /** In {@code $version}, and with a seal. */
    record None() implements Envelope {}

    /** {@code versionMember}: as a whole number in a member of its root. */
    record Member(String name, Origin origin) implements Envelope {}

    /** {@code envelope}: in a way that a class of the developer's knows. */
    record Custom(ClassRef type, Origin origin) implements Envelope {}
}
