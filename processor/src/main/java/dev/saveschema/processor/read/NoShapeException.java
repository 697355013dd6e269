package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Problem;
import javax.lang.model.type.TypeMirror;

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

    /** What to write instead of the type that this is thrown for. */
    abstract String instead(TypeMirror type, ShapeReader shapes);

    /**
     * A component whose type is read.
     *
     * @param hasDefault whether it has a {@code @Default}, so that a fix need not show one
     * @param shapes what read it
     */
    record Site(SourceOrigin origin, String name, TypeMirror type, boolean hasDefault, ShapeReader shapes) {}
}
