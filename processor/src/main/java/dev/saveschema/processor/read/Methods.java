package dev.saveschema.processor.read;

import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Decides whether generated code can call a method. */
final class Methods {

    private final Reading reading;
    private final Accessibility reach;

    Methods(Reading reading, Accessibility reach) {
        this.reading = reading;
        this.reach = reach;
    }

    /** The reason why generated code cannot call the method, as the end of a sentence; empty if it can. */
    Optional<String> hindrance(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("it is not static");
        }
        if (!reach.sees(method)) {
            return Optional.of(
                    method.getModifiers().contains(Modifier.PRIVATE)
                            ? "it is private, and the generated class calls it"
                            : "it is not public, and in another package");
        }
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of("it has type parameters");
        }
        return method.getThrownTypes().stream()
                .filter(this::isChecked)
                .findFirst()
                .map(thrown -> "it throws %s, which nobody could catch".formatted(MirrorText.of(thrown)));
    }

    /** Whether a method takes one value, with or without the file's original version behind it. */
    static boolean takesOne(ExecutableElement method) {
        return method.getParameters().size() == 1 || asksForOriginal(method);
    }

    /** Whether a method takes the file's original version after its value. */
    static boolean asksForOriginal(ExecutableElement method) {
        return method.getParameters().size() == 2
                && method.getParameters().get(1).asType().getKind() == TypeKind.INT;
    }

    private boolean isChecked(TypeMirror thrown) {
        if (thrown.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException(thrown.toString());
        }
        return !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error");
    }

    private boolean isA(TypeMirror type, String name) {
        return reading.types.isAssignable(
                type, reading.elements.getTypeElement(name).asType());
    }
}
