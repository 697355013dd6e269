package dev.saveschema.processor;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Moves problems of records and enums that come from class files. The compiler can show no place in a class file, and the developer
 * cannot mend one there. Such a problem is shown at the component of the sources that leads to the part.
 */
final class LibraryParts {

    private final SchemaModel schema;
    private final Predicate<String> isSource;

    /** @param isSource whether a type of that qualified name is outermost in a source */
    LibraryParts(SchemaModel schema, Predicate<String> isSource) {
        this.schema = schema;
        this.isSource = isSource;
    }

    Problem placed(Problem problem) {
        if (!(problem.origin() instanceof SourceOrigin origin)) {
            return problem;
        }
        TypeElement type = typeOf(origin.element());
        if (isOfSource(type.getQualifiedName().toString())) {
            return problem;
        }
        return leadingTo(type.getQualifiedName().toString())
                .map(component -> TypeProblems.inLibrary(
                        problem,
                        component.origin(),
                        component.name(),
                        type.getSimpleName().toString()))
                .orElse(problem);
    }

    private static TypeElement typeOf(Element element) {
        return element instanceof TypeElement type
                ? type
                : typeOf(Objects.requireNonNull(element.getEnclosingElement()));
    }

    private boolean isOfSource(String qualifiedName) {
        for (String name = qualifiedName; ; name = name.substring(0, name.lastIndexOf('.'))) {
            if (isSource.test(name)) {
                return true;
            }
            if (name.indexOf('.') < 0) {
                return false;
            }
        }
    }

    /**
     * The first component of a record in the sources that holds the type, or holds a type from a class file that leads to the type.
     */
    private Optional<Component> leadingTo(String type) {
        return schema.records().stream()
                .filter(record -> isOfSource(record.type().qualifiedName()))
                .flatMap(record -> record.components().stream())
                .filter(component -> leadsTo(component.shape(), type, new HashSet<>()))
                .findFirst();
    }

    private boolean leadsTo(Shape shape, String type, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return false;
        }
        if (shape instanceof Shape.Nested nested) {
            RecordModel record = schema.record(nested);
            return isOf(record.type().qualifiedName(), type)
                    || !isOfSource(record.type().qualifiedName())
                            && record.components().stream()
                                    .anyMatch(component -> leadsTo(component.shape(), type, seen));
        }
        if (shape instanceof Shape.Choice choice) {
            return isOf(choice.type().qualifiedName(), type)
                    || choice.subtypes().stream().anyMatch(subtype -> leadsTo(subtype.record(), type, seen));
        }
        if (shape instanceof Shape.Enumeration enumeration
                        && isOf(enumeration.type().qualifiedName(), type)
                || shape instanceof Shape.OneOf oneOf && isOf(oneOf.type().qualifiedName(), type)) {
            return true;
        }
        return shape.parts().stream().anyMatch(part -> leadsTo(part, type, seen));
    }

    /** Whether the name is the type's, or that of a type around it: {@code example.Outer} for {@code example.Outer.Kind}. */
    private static boolean isOf(String name, String type) {
        return type.equals(name) || type.startsWith(name + ".");
    }
}
