package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Makes sure that a {@code @Default(factory = …)} names a method that can make the default. */
final class FactoryReader {

    private final Reading reading;
    private final Accessibility reach;
    private final Methods methods;

    FactoryReader(Reading reading) {
        this.reading = reading;
        this.reach = new Accessibility(reading);
        this.methods = new Methods(reading, reach);
    }

    void check(TypeElement type, RecordComponentElement component, TypeMirror componentType, Mirror preset) {
        String name = preset.text("factory");
        if (!SourceVersion.isName(name) || name.contains(".")) {
            reading.report(DefaultProblems.noMethodName(
                    preset.origin("factory"),
                    component.getSimpleName().toString(),
                    name,
                    MirrorText.of(componentType)));
            return;
        }
        List<ExecutableElement> named = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        if (named.isEmpty()) {
            reportMissing(type, component, componentType, preset);
            return;
        }
        ExecutableElement method = named.stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst()
                .orElse(named.get(0));
        reading.uses(method);
        hindrance(method, componentType)
                .ifPresent(reason -> reading.report(DefaultProblems.factory(
                        preset.origin("factory"),
                        "%s() cannot make the default of %s: %s".formatted(name, component.getSimpleName(), reason),
                        Optional.of(MirrorText.of(method)),
                        head(type, componentType, name),
                        Optional.empty())));
    }

    /** Whether the record has a method of that name that can make a default of that type. */
    boolean couldMake(TypeElement type, TypeMirror componentType, String name) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                // other methods may return types that are still to be generated
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getReturnType().getKind() != TypeKind.ERROR)
                .anyMatch(method -> hindrance(method, componentType).isEmpty());
    }

    private List<String> candidates(TypeElement type, TypeMirror componentType) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.STATIC)
                        && hindrance(method, componentType).isEmpty())
                .map(method -> method.getSimpleName().toString())
                .toList();
    }

    private Optional<String> hindrance(ExecutableElement method, TypeMirror type) {
        if (!method.getParameters().isEmpty()) {
            return Optional.of("it has parameters");
        }
        Optional<String> hindrance = methods.hindrance(method);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        return gives(method, type)
                ? Optional.empty()
                : Optional.of(
                        "it returns %s, not %s".formatted(MirrorText.of(method.getReturnType()), MirrorText.of(type)));
    }

    private boolean gives(ExecutableElement method, TypeMirror type) {
        TypeMirror returned = method.getReturnType();
        if (returned.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException(returned.toString());
        }
        // a raw List can be assigned to a List<String>, but only with a warning
        return returned.getKind().isPrimitive() || type.getKind().isPrimitive()
                ? reading.types.isAssignable(returned, type)
                : returned.getKind() != TypeKind.VOID && reading.types.isSubtype(returned, type);
    }

    private void reportMissing(
            TypeElement type, RecordComponentElement component, TypeMirror componentType, Mirror preset) {
        String name = preset.text("factory");
        String body = MirrorText.of(componentType).equals("UUID")
                ? "return UUID.randomUUID();"
                : "throw new UnsupportedOperationException(\"not written yet\");";
        reading.report(DefaultProblems.factory(
                preset.origin("factory"),
                "%s has no method %s() to make the default of %s"
                        .formatted(type.getSimpleName(), name, component.getSimpleName()),
                Optional.empty(),
                head(type, componentType, name) + " { " + body + " }",
                Nearest.similarTo(name, candidates(type, componentType))));
    }

    private String head(TypeElement type, TypeMirror componentType, String name) {
        return reach.modifierFor(type) + "static " + MirrorText.of(componentType) + " " + name + "()";
    }
}
