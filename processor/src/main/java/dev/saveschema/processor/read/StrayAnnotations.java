package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.PartTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds annotations that have no effect, since their types are no parts of any schema in the compilation. They are never errors: a
 * compilation of a few files may lack the schema.
 */
public final class StrayAnnotations {

    /** The annotations of components. */
    private static final List<String> OF_COMPONENTS = List.of(
            "Default",
            "Since",
            "RenamedFrom",
            "MovedFrom",
            "Alias",
            "Name",
            "Range",
            "DecimalRange",
            "Size",
            "Pattern",
            "Each",
            "EachKey",
            "Unknown",
            "UseCodec",
            "Summary");

    private final Elements elements;

    /** The types with an annotated element in them, by their names: elements are good for one round only. */
    private final Map<String, TypeElement> annotated = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();

    public StrayAnnotations(Elements elements) {
        this.elements = elements;
    }

    /** Remembers the type that an annotated element is in. */
    public void remember(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement type && type.getNestingKind() != NestingKind.LOCAL) {
                annotated.put(type.getQualifiedName().toString(), type);
                return;
            }
        }
    }

    /** Remembers the types that belong to a schema. */
    public void rememberSchema(TypeElement schema) {
        List<TypeElement> owners = new ArrayList<>(List.of(schema));
        owners.addAll(PartTypes.of(schema, elements));
        owners.addAll(Mirror.find(elements, schema, "SaveSchema").orElseThrow().classes("migrations"));
        for (TypeElement owner : owners) {
            know(owner);
            // a conversion may take a type that no component has any more
            ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                    .filter(method -> Mirror.find(elements, method, "Migration").isPresent())
                    .flatMap(method -> PartTypes.of(method, elements).stream())
                    .forEach(this::know);
        }
    }

    private void know(TypeElement type) {
        known.add(type.getQualifiedName().toString());
    }

    /** A warning for each type whose annotations have no effect. */
    public Map<TypeElement, Problem> problems() {
        Map<TypeElement, Problem> problems = new LinkedHashMap<>();
        for (String name : annotated.keySet()) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                ofFields(type)
                        .or(() -> known.contains(name) ? Optional.empty() : problem(type))
                        .ifPresent(problem -> problems.put(type, problem));
            }
        }
        return problems;
    }

    private Optional<Problem> problem(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Optional<Mirror> migration = Mirror.find(elements, method, "Migration");
            if (migration.isPresent()) {
                return known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(MigrationProblems.ofNoSchema(
                                migration.get().origin(),
                                method.getSimpleName().toString(),
                                type.getSimpleName().toString()));
            }
        }
        // a record that is offered to other modules may be part of a schema there
        boolean isOffered = type.getNestingKind() == NestingKind.TOP_LEVEL
                && type.getModifiers().contains(Modifier.PUBLIC);
        return type.getKind() == ElementKind.RECORD && !isOffered ? ofComponents(type) : Optional.empty();
    }

    private Optional<Problem> ofFields(TypeElement type) {
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        String name = type.getSimpleName().toString();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            boolean isComponent = isRecord && !field.getModifiers().contains(Modifier.STATIC);
            if (field.getKind() == ElementKind.FIELD && !isComponent) {
                for (Mirror mirror : annotations(field)) {
                    return Optional.of(TypeProblems.onField(
                            mirror.origin(),
                            mirror.name(),
                            field.getSimpleName().toString(),
                            isRecord ? "it is static" : name + " is no record",
                            isRecord ? "remove @" + mirror.name() : "make " + name + " a record"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> ofComponents(TypeElement type) {
        // javac knows no position for a record's component, and knows one for the component's field
        for (VariableElement component : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            for (Mirror mirror : annotations(component)) {
                return Optional.of(TypeProblems.ofNoSchema(
                        mirror.origin(), mirror.name(), type.getSimpleName().toString()));
            }
        }
        return Optional.empty();
    }

    private List<Mirror> annotations(VariableElement component) {
        List<Mirror> found = new ArrayList<>();
        OF_COMPONENTS.forEach(name -> found.addAll(Mirror.all(elements, component, name)));
        return found;
    }
}
