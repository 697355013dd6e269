package dev.saveschema.processor;

import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.Severity;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints each problem at its place in the source. No other class prints problems. */
final class Reporter {

    private final Messager messager;

    /** Eclipse's compiler prints no position for a record or a component. */
    private final boolean showsPlaces;

    Reporter(Messager messager) {
        this.messager = messager;
        this.showsPlaces = !messager.getClass().getName().startsWith("org.eclipse.");
    }

    /** Prints the problems of a schema; true if one of them is an error. */
    boolean report(TypeElement schema, List<Problem> problems) {
        problems.forEach(problem -> print(schema, problem));
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Prints problems that are about no place in the sources. */
    void report(List<Problem> problems) {
        problems.forEach(problem -> messager.printMessage(kind(problem.severity()), problem.render()));
    }

    private void print(TypeElement schema, Problem problem) {
        SourceOrigin origin = (SourceOrigin) problem.origin();
        Problem placed = isElsewhere(schema, origin.element())
                ? problem.fact("In %s, which is part of %s", typeAround(origin.element()), schema.getQualifiedName())
                : problem;
        Problem complete =
                showsPlaces ? placed : placed.fact("At %s of %s", origin.element(), typeAround(origin.element()));
        messager.printMessage(
                kind(problem.severity()),
                complete.render(),
                origin.element(),
                origin.annotation().orElse(null),
                origin.value().orElse(null));
    }

    /** Whether the place is in another file than the schema. That may be a class file, for which the compiler shows no line. */
    private static boolean isElsewhere(TypeElement schema, Element place) {
        return !outermost(schema).equals(outermost(place));
    }

    private static Element typeAround(Element element) {
        return element instanceof TypeElement ? element : Objects.requireNonNull(element.getEnclosingElement());
    }

    private static Element outermost(Element element) {
        Element type = typeAround(element);
        while (type.getEnclosingElement() instanceof TypeElement around) {
            type = around;
        }
        return type;
    }

    private static Diagnostic.Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case MANDATORY_WARNING -> Diagnostic.Kind.MANDATORY_WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
