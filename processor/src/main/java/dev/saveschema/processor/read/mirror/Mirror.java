package dev.saveschema.processor.read.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * An annotation on an element. It is read by name, since the processor's jar does not contain the annotations, not even
 * SaveSchema's own.
 */
public record Mirror(Elements elements, Element element, AnnotationMirror mirror) {

    private static final String PACKAGE = "dev.saveschema.annotation.";

    public static Optional<Mirror> find(Elements elements, Element element, String name) {
        return all(elements, element, name).stream().findFirst();
    }

    /** All annotations of that name, also those that the compiler has wrapped in a container {@code All}. */
    public static List<Mirror> all(Elements elements, Element element, String name) {
        List<Mirror> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String type = ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            if (type.equals(PACKAGE + name)) {
                found.add(new Mirror(elements, element, mirror));
            } else if (type.equals(PACKAGE + name + ".All")) {
                for (AnnotationValue wrapped : new Mirror(elements, element, mirror).array("value")) {
                    found.add(new Mirror(elements, element, (AnnotationMirror) wrapped.getValue()));
                }
            }
        }
        return found;
    }

    /** The annotation's simple name. */
    public String name() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    public SourceOrigin origin() {
        return new SourceOrigin(element, Optional.of(mirror), Optional.empty());
    }

    /** The attribute if it is written, else the annotation. */
    public SourceOrigin origin(String attribute) {
        return new SourceOrigin(element, Optional.of(mirror), written(attribute));
    }

    public boolean has(String attribute) {
        return written(attribute).isPresent();
    }

    public String text(String attribute) {
        return value(attribute, String.class);
    }

    public int whole(String attribute) {
        return value(attribute, Integer.class);
    }

    public long large(String attribute) {
        return value(attribute, Long.class);
    }

    public boolean flag(String attribute) {
        return value(attribute, Boolean.class);
    }

    /** The names of an enum's constants. */
    public List<String> constants(String attribute) {
        return array(attribute).stream()
                .map(value -> as(value, VariableElement.class).getSimpleName().toString())
                .toList();
    }

    /** The name of an enum's constant. */
    public String constant(String attribute) {
        return value(attribute, VariableElement.class).getSimpleName().toString();
    }

    /** An attribute that is an annotation, if it is written; problems are shown at it. */
    public Optional<Mirror> nested(String attribute) {
        return written(attribute).map(value -> new Mirror(elements, element, as(value, AnnotationMirror.class)));
    }

    List<String> texts(String attribute) {
        return array(attribute).stream().map(value -> as(value, String.class)).toList();
    }

    public TypeElement type(String attribute) {
        TypeMirror type = value(attribute, TypeMirror.class);
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            return (TypeElement) declared.asElement();
        }
        throw new UnresolvedException(type.toString());
    }

    public List<TypeMirror> types(String attribute) {
        return array(attribute).stream()
                .map(value -> as(value, TypeMirror.class))
                .toList();
    }

    public List<TypeElement> classes(String attribute) {
        return array(attribute).stream().map(Mirror::declared).toList();
    }

    private static TypeElement declared(AnnotationValue value) {
        TypeMirror type = as(value, TypeMirror.class);
        if (type.getKind() != TypeKind.DECLARED) {
            throw new UnresolvedException(type.toString());
        }
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    @SuppressWarnings("unchecked") // an array attribute's value is documented to be a List<? extends AnnotationValue>
    private List<? extends AnnotationValue> array(String attribute) {
        return value(attribute, List.class);
    }

    private <T> T value(String attribute, Class<T> type) {
        return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .findFirst()
                .map(entry -> as(entry.getValue(), type))
                .orElseThrow(() -> new UnresolvedException(attribute));
    }

    /** javac gives the text {@code <error>} for an expression that it cannot resolve. */
    private static <T> T as(AnnotationValue value, Class<T> type) {
        Object found = value.getValue();
        if (!type.isInstance(found) || found.equals("<error>")) {
            throw new UnresolvedException(value.toString());
        }
        return type.cast(found);
    }

    private Optional<AnnotationValue> written(String attribute) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .findFirst()
                .map(entry -> entry.getValue());
    }
}
