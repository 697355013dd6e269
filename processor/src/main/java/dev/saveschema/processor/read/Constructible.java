package dev.saveschema.processor.read;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Decides whether the generated class can make an object of a class that the developer names. */
record Constructible(Accessibility reach) {

    /** The reason why the generated class cannot, as the end of a sentence; empty if it can. */
    Optional<String> hindrance(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS) {
            return Optional.of("it is " + (type.getKind() == ElementKind.ENUM ? "an enum" : "no class"));
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("it is abstract");
        }
        if (type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("it belongs to an instance of the class around it");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of("it has type parameters");
        }
        if (!reach.seesAll(type)) {
            return Optional.of("the generated class cannot see it");
        }
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream().noneMatch(this::isUsable)
                ? Optional.of("it has no constructor without parameters that the generated class can call")
                : Optional.empty();
    }

    private boolean isUsable(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && constructor.getThrownTypes().isEmpty()
                && reach.sees(constructor);
    }
}
