package dev.saveschema.processor.read.mirror;

import dev.saveschema.processor.problem.Origin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the developer's source. For a record component the element is its private field: javac 17 prints no position for the
 * component itself.
 */
public record SourceOrigin(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
        implements Origin {

    /** The element as a whole. */
    public static SourceOrigin of(Element element) {
        return new SourceOrigin(element, Optional.empty(), Optional.empty());
    }
}
