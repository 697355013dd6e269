package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.ConstraintProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Finds the constraints of Jakarta Validation on a component. A constraint that is not honoured is a warning, since the developer
 * who wrote it relies on it.
 */
final class Constraints {

    private static final String JAKARTA = "jakarta.validation.constraints.";
    private static final String JAVAX = "javax.validation.constraints.";
    private static final String LIST = ".List";

    private final Reading reading;

    Constraints(Reading reading) {
        this.reading = reading;
    }

    /** The limits that a component's constraints stand for. */
    Limits read(Element place, Shape shape) {
        Limits limits = Limits.NONE;
        for (AnnotationMirror annotation : unwrapped(place.getAnnotationMirrors())) {
            limits = limits.and(read(place, annotation, shape));
        }
        warnOfParts(place, place.asType(), 0);
        return limits;
    }

    /** Warns of constraints on a written accessor. They hold for the method's result, and not for a file or the constructor. */
    void warnOfAccessor(ExecutableElement accessor, Element place) {
        if (reading.elements.getOrigin(accessor) != Elements.Origin.EXPLICIT || isSilenced(accessor)) {
            return;
        }
        List<String> written = unwrapped(place.getAnnotationMirrors()).stream()
                .map(Object::toString)
                .toList();
        for (AnnotationMirror annotation : unwrapped(accessor.getAnnotationMirrors())) {
            // an accessor that is not written out has the component's own constraints
            if (isConstraint(annotation) && !written.contains(annotation.toString())) {
                reading.report(ConstraintProblems.onAccessor(
                        new Mirror(reading.elements, accessor, annotation).origin(),
                        simpleName(annotation),
                        place.getSimpleName().toString(),
                        MirrorText.of(accessor.getReturnType())));
            }
        }
    }

    private Limits read(Element place, AnnotationMirror annotation, Shape shape) {
        String name = simpleName(annotation);
        Mirror mirror = new Mirror(reading.elements, place, annotation);
        try {
            if (qualifiedName(annotation).equals(JAKARTA + name)) {
                return new ConstraintReader(name, mirror, shape).read();
            }
            if (isConstraint(annotation)) {
                throw new NotHonouredException("SaveSchema honours those of jakarta.validation.constraints: "
                        + String.join(", ", ConstraintReader.HONOURED));
            }
        } catch (NotHonouredException e) {
            if (!isSilenced(place)) {
                reading.report(ConstraintProblems.notHonoured(
                        mirror.origin(), name, place.getSimpleName().toString(), e.reason()));
            }
        }
        return Limits.NONE;
    }

    /**
     * Warns of constraints on type arguments, {@code List<@Min(1) Integer>}. In a class file javac 17 does not find them, so that
     * they count nowhere.
     */
    private void warnOfParts(Element place, TypeMirror type, int depth) {
        List<? extends TypeMirror> parts = type instanceof DeclaredType declared
                ? declared.getTypeArguments()
                : type instanceof ArrayType array ? List.of(array.getComponentType()) : List.of();
        for (int at = 0; at < parts.size(); at++) {
            boolean isKey = parts.size() == 2 && at == 0;
            for (AnnotationMirror annotation : unwrapped(parts.get(at).getAnnotationMirrors())) {
                warnOfPart(place, annotation, depth == 0 ? Optional.of(isKey ? "EachKey" : "Each") : Optional.empty());
            }
            warnOfParts(place, parts.get(at), depth + 1);
        }
    }

    /** @param each {@code Each} or {@code EachKey}, if one of them can limit this part */
    private void warnOfPart(Element place, AnnotationMirror annotation, Optional<String> each) {
        // a collection never holds null
        boolean isKept = qualifiedName(annotation).equals(JAKARTA + "NotNull");
        if (isConstraint(annotation) && !isKept && !isSilenced(place)) {
            reading.report(ConstraintProblems.onPart(
                    SourceOrigin.of(place),
                    simpleName(annotation),
                    place.getSimpleName().toString(),
                    each.flatMap(name -> EachText.of(name, new Mirror(reading.elements, place, annotation)))));
        }
    }

    /** The annotations one by one, where the compiler has wrapped several of a kind in a container. */
    private List<AnnotationMirror> unwrapped(List<? extends AnnotationMirror> annotations) {
        List<AnnotationMirror> all = new ArrayList<>();
        for (AnnotationMirror annotation : annotations) {
            String type = qualifiedName(annotation);
            if (type.endsWith(LIST) && (type.startsWith(JAKARTA) || type.startsWith(JAVAX))) {
                for (AnnotationValue one : annotation.getElementValues().values()) {
                    ((List<?>) one.getValue())
                            .forEach(value -> all.add((AnnotationMirror) ((AnnotationValue) value).getValue()));
                }
            } else {
                all.add(annotation);
            }
        }
        return all;
    }

    private static boolean isConstraint(AnnotationMirror annotation) {
        String name = qualifiedName(annotation);
        return name.startsWith(JAKARTA)
                || name.startsWith(JAVAX)
                || annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
                        .anyMatch(meta -> qualifiedName(meta).equals("jakarta.validation.Constraint"));
    }

    /** Whether {@code @SuppressWarnings} on the component, on a type around it or on the schema silences the warning. */
    private boolean isSilenced(Element place) {
        return isSilencedFrom(place) || isSilencedFrom(reading.root);
    }

    private static boolean isSilencedFrom(Element innermost) {
        for (Element element = innermost; element != null; element = element.getEnclosingElement()) {
            SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
            if (silenced != null && Arrays.asList(silenced.value()).contains(ConstraintProblems.SILENCER)) {
                return true;
            }
        }
        return false;
    }

    private static String qualifiedName(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    private static String simpleName(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getSimpleName().toString();
    }
}
