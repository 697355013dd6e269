package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.PartTypes;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the {@code @Migration} methods of the annotated record, of its parts and of the classes that {@code @SaveSchema} names. */
final class StepReader {

    private static final String TREE = "tools.jackson.databind.node.ObjectNode";

    private final Reading reading;
    private final RecordReader records;
    private final Accessibility reach;
    private final Methods methods;
    private final TypedStepReader typed;

    StepReader(Reading reading, RecordReader records, Accessibility reach) {
        this.reading = reading;
        this.records = records;
        this.reach = reach;
        this.methods = new Methods(reading, reach);
        this.typed = new TypedStepReader(reading, reach, methods);
    }

    List<Step> read(List<TypeElement> named) {
        Set<TypeElement> owners = new LinkedHashSet<>(List.of(reading.root));
        owners.addAll(named);
        named.forEach(this::warnIfWithoutSteps);
        List<TypeElement> parts = PartTypes.of(reading.root, reading.elements);
        List<Step> steps = new ArrayList<>();
        owners.stream()
                .filter(owner -> !parts.contains(owner))
                .forEach(owner -> steps.addAll(steps(owner, Optional.empty())));
        parts.forEach(part -> steps.addAll(steps(part, Optional.of(reading.refTo(part)))));
        return steps;
    }

    private void warnIfWithoutSteps(TypeElement named) {
        boolean hasSteps = ElementFilter.methodsIn(named.getEnclosedElements()).stream()
                .anyMatch(method ->
                        Mirror.find(reading.elements, method, "Migration").isPresent());
        if (!hasSteps) {
            Mirror schema =
                    Mirror.find(reading.elements, reading.root, "SaveSchema").orElseThrow();
            List<String> methods = ElementFilter.methodsIn(named.getEnclosedElements()).stream()
                    .filter(method -> this.methods.hindrance(method).isEmpty() && Methods.takesOne(method))
                    .map(method -> method.getSimpleName().toString())
                    .toList();
            reading.report(MigrationProblems.withoutSteps(
                    schema.origin("migrations"),
                    named.getSimpleName().toString(),
                    schema.whole("version") > 1 ? methods : List.of(),
                    schema.whole("version")));
        }
    }

    /** @param part the owner, if it is a part of the document */
    private List<Step> steps(TypeElement owner, Optional<ClassRef> part) {
        List<Step> steps = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            Mirror.find(reading.elements, method, "Migration")
                    .flatMap(migration -> resolvedStep(owner, part, method, migration))
                    .ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Step> resolvedStep(
            TypeElement owner, Optional<ClassRef> part, ExecutableElement method, Mirror migration) {
        try {
            return step(owner, part, method, migration);
        } catch (UnresolvedException e) {
            throw e.in(owner);
        }
    }

    private Optional<Step> step(
            TypeElement owner, Optional<ClassRef> part, ExecutableElement method, Mirror migration) {
        reach.require(owner);
        reading.uses(method);
        String component = migration.text("component");
        Optional<String> older = component.isEmpty() ? Optional.empty() : typed.olderPart(method);
        if (older.isPresent()) {
            reading.report(MigrationProblems.conversionOfPart(
                    SourceOrigin.of(method), method.getSimpleName().toString(), older.get(), component));
            return Optional.empty();
        }
        requireResolved(method);
        if (part.isPresent() && !component.isEmpty()) {
            reading.report(MigrationProblems.componentOfPart(
                    migration.origin("component"),
                    component,
                    owner.getSimpleName().toString(),
                    method.getSimpleName().toString()));
            return Optional.empty();
        }
        if (!component.isEmpty()) {
            return conversion(owner, method, component)
                    .filter(read -> !records.leftOut().contains(component))
                    .map(read -> step(owner, method, migration, read, Optional.empty()));
        }
        if (typed.isMeant(method)) {
            return typed.read(owner, part, method, migration)
                    .map(read -> step(owner, method, migration, read.form(), read.part()));
        }
        String name = migration.text("part");
        Optional<Step.Part> of = name.isEmpty()
                ? part.map(type -> new Step.Part(Optional.of(type), Optional.empty()))
                : Optional.of(new Step.Part(Optional.empty(), Optional.of(name)));
        return tree(owner, method).map(read -> step(owner, method, migration, read, of));
    }

    private Step step(
            TypeElement owner, ExecutableElement method, Mirror migration, Step.Form form, Optional<Step.Part> part) {
        return new Step(
                reading.refTo(owner),
                method.getSimpleName().toString(),
                migration.whole("from"),
                migration.whole("to"),
                form,
                part,
                Methods.asksForOriginal(method),
                migration.flag("compatible"),
                migration.origin());
    }

    private Optional<Step.Form> tree(TypeElement owner, ExecutableElement method) {
        Optional<String> hindrance =
                methods.hindrance(method).or(() -> isTree(method) ? Optional.empty() : Optional.of(otherTree(method)));
        if (hindrance.isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
            hindrance = Optional.of("it returns something; change the ObjectNode instead");
        }
        if (hindrance.isPresent()) {
            reading.report(MigrationProblems.wholeSignature(
                    SourceOrigin.of(method),
                    hindrance.get(),
                    MirrorText.of(method),
                    "%sstatic void %s(%s %s)"
                            .formatted(
                                    reach.modifierFor(owner),
                                    method.getSimpleName(),
                                    takesTree(method) ? "ObjectNode" : TREE,
                                    parameterName(method, "save"))));
            return Optional.empty();
        }
        return Optional.of(new Step.Form.Tree());
    }

    /** The reason why the method does not take the tree, which may be that it takes the class of the same name in Jackson 2. */
    private static String otherTree(ExecutableElement method) {
        return method.getParameters().stream()
                .findFirst()
                .map(parameter -> parameter.asType().toString())
                .filter(type -> type.endsWith(".ObjectNode") && !type.equals(TREE))
                .map(type -> "it takes a %s, not a %s".formatted(type, TREE))
                .orElse("it does not take one " + TREE + ", and at most the original version as an int");
    }

    private static boolean isTree(ExecutableElement method) {
        return Methods.takesOne(method) && takesTree(method);
    }

    /** Whether it takes one first, so that its source knows the simple name. */
    private static boolean takesTree(ExecutableElement method) {
        return method.getParameters().stream()
                .limit(1)
                .anyMatch(parameter -> parameter.asType() instanceof DeclaredType type
                        && ((TypeElement) type.asElement()).getQualifiedName().contentEquals(TREE));
    }

    private Optional<Step.Form> conversion(TypeElement owner, ExecutableElement method, String component) {
        Optional<String> hindrance = methods.hindrance(method);
        String parameter = method.getParameters().isEmpty()
                ? "String"
                : MirrorText.of(method.getParameters().get(0).asType());
        String result = MirrorText.of(method.getReturnType());
        if (hindrance.isEmpty() && !Methods.takesOne(method)) {
            hindrance = Optional.of(
                    "it takes %d values".formatted(method.getParameters().size()));
        }
        if (hindrance.isEmpty() && method.getReturnType().getKind() == TypeKind.VOID) {
            hindrance = Optional.of("it returns nothing");
        }
        if (hindrance.isEmpty()) {
            try {
                Shape from = records.shapes().read(method.getParameters().get(0).asType());
                Shape to = records.shapes().read(method.getReturnType());
                return Optional.of(new Step.Form.Conversion(component, from, to));
            } catch (UnsupportedTypeException e) {
                hindrance = Optional.of(e.reason());
                parameter = e.instead(method.getParameters().get(0).asType(), records.shapes());
                result = e.instead(method.getReturnType(), records.shapes());
            }
        }
        reading.report(MigrationProblems.conversionSignature(
                SourceOrigin.of(method),
                hindrance.orElseThrow(),
                MirrorText.of(method),
                "%sstatic %s %s(%s %s)"
                        .formatted(
                                reach.modifierFor(owner),
                                result.equals("void") ? parameter : result,
                                method.getSimpleName(),
                                parameter,
                                parameterName(method, "old"))));
        return Optional.empty();
    }

    private static String parameterName(ExecutableElement method, String otherwise) {
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.isEmpty()
                ? otherwise
                : parameters.get(0).getSimpleName().toString();
    }

    /** Makes sure that the types of the method's parameters and result exist: another processor may be about to generate one. */
    private static void requireResolved(ExecutableElement method) {
        method.getParameters().forEach(parameter -> requireResolved(parameter.asType()));
        requireResolved(method.getReturnType());
    }

    private static void requireResolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException(type.toString());
        }
    }
}
