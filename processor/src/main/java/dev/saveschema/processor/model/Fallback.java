package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** The default of a component, for a file that has no usable value. */
public sealed interface Fallback {

    /** No declared default: a collection is empty, a nested record is made of its own defaults. */
    record Undeclared() implements Fallback {}

    /**
     * {@code @Default("…")}: a literal in the component's own spelling, not checked yet.
     *
     * @param isFactory whether the record has a method of that name, which could make a default too
     */
    record Literal(String text, boolean isFactory, Origin origin) implements Fallback {}

    /** {@code @Default(factory = "…")}: a static method of the record that declares the component. */
    record Factory(String method, Origin origin) implements Fallback {}
}
