package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Problem;

/** A type that no file can hold. */
abstract class NoShapeException extends Exception {

    private static final long serialVersionUID = 1;

    NoShapeException() {
        super(null, null, false, false);
    }

    /** The problem, if it is a component's type. */
    abstract Problem of(Site component);

    /** Why, as a sentence's end. */
    abstract String reason();

    /** What to write instead of the type, as far as that can be said. */
    abstract String instead(String type);

    /**
     * A component whose type is read.
     *
     * @param hasDefault whether it has a {@code @Default}, so that a fix need not show one
     */
    record Site(SourceOrigin origin, String name, String type, boolean hasDefault) {}
}
