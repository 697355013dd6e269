package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
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

/** Reads the {@code @Migration} methods of the record and of the classes that it names. */
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
        List<Step> steps = new ArrayList<>();
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                Mirror.find(reading.elements, method, "Migration")
                        .flatMap(migration -> resolvedStep(owner, method, migration))
                        .ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<Step> resolvedStep(TypeElement owner, ExecutableElement method, Mirror migration) {
        try {
            return step(owner, method, migration);
        } catch (UnresolvedException e) {
            throw e.in(owner);
        }
    }

    private Optional<Step> step(TypeElement owner, ExecutableElement method, Mirror migration) {
        reach.require(owner);
        reading.uses(method);
        requireResolved(method);
        String component = migration.text("component");
        Optional<Step.Form> form =
                component.isEmpty() ? whole(owner, method, migration) : conversion(owner, method, component);
        return form.filter(read -> !records.leftOut().contains(component))
                .map(read -> new Step(
                        reading.refTo(owner),
                        method.getSimpleName().toString(),
                        migration.whole("from"),
                        migration.whole("to"),
                        read,
                        migration.origin()));
    }

    private Optional<Step.Form> whole(TypeElement owner, ExecutableElement method, Mirror migration) {
        return typed.isMeant(method) ? typed.read(owner, method, migration) : tree(owner, method);
    }

    private Optional<Step.Form> tree(TypeElement owner, ExecutableElement method) {
        Optional<String> hindrance = methods.hindrance(method)
                .or(() -> isTree(method)
                        ? Optional.empty()
                        : Optional.of("it does not take one ObjectNode and nothing else"));
        if (hindrance.isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
            hindrance = Optional.of("it returns something; change the ObjectNode instead");
        }
        if (hindrance.isPresent()) {
            reading.report(MigrationProblems.wholeSignature(
                    SourceOrigin.of(method),
                    hindrance.get(),
                    MirrorText.of(method),
                    "%sstatic void %s(ObjectNode %s)"
                            .formatted(
                                    reach.modifierFor(owner), method.getSimpleName(), parameterName(method, "save"))));
            return Optional.empty();
        }
        return Optional.of(new Step.Form.Tree());
    }

    private static boolean isTree(ExecutableElement method) {
        return method.getParameters().size() == 1
                && method.getParameters().get(0).asType() instanceof DeclaredType type
                && ((TypeElement) type.asElement()).getQualifiedName().contentEquals(TREE);
    }

    private Optional<Step.Form> conversion(TypeElement owner, ExecutableElement method, String component) {
        Optional<String> hindrance = methods.hindrance(method);
        String parameter = method.getParameters().isEmpty()
                ? "String"
                : MirrorText.of(method.getParameters().get(0).asType());
        String result = MirrorText.of(method.getReturnType());
        if (hindrance.isEmpty() && method.getParameters().size() != 1) {
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

    /** A type that does not exist yet may be on its way: another processor may generate it. */
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
