package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** What a component takes when the file has nothing usable. */
public sealed interface Fallback {

    /** Nothing is declared: collections are empty, nested records are made of their own defaults. */
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
