package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.UnknownMembers;
import dev.saveschema.processor.problem.SubtypeProblems;
import dev.saveschema.processor.read.mirror.DeclaredNames;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the annotated record and, each once, the records that are nested in it. */
final class RecordReader {

    private final Reading reading;
    private final Accessibility reach;
    private final ComponentReader components;
    private final UnknownReader unknowns;
    private final OneOfReader alternatives;
    private final ShapeReader shapes;
    private final GenericPath path = new GenericPath();
    private final Set<String> leftOut = new HashSet<>();

    RecordReader(Reading reading, Accessibility reach) {
        this.reading = reading;
        this.reach = reach;
        this.alternatives = new OneOfReader(reading, reach, this);
        this.shapes = new ShapeReader(
                reading, this, new EnumReader(reading, reach), new ChoiceReader(reading, reach, this), alternatives);
        this.unknowns = new UnknownReader(reading, shapes);
        this.components = new ComponentReader(reading, shapes);
    }

    ShapeReader shapes() {
        return shapes;
    }

    /** The names of those components of the annotated record that could not be read, which is reported. */
    Set<String> leftOut() {
        return leftOut;
    }

    void root() {
        read(
                (DeclaredType) reading.root.asType(),
                new Shape.Nested(reading.refTo(reading.root), List.of()),
                removals(reading.root));
    }

    /**
     * The shape of a record. The record is read if it is new, and not again if it is being read, since a record may contain itself.
     */
    Shape nested(DeclaredType type, List<Shape> arguments) throws UnsupportedTypeException {
        TypeElement element = (TypeElement) type.asElement();
        OneOfReader.refuseByItself(reading.elements, element);
        Shape.Nested shape = new Shape.Nested(reading.refTo(element), arguments);
        if (!reading.records.containsKey(shape)) {
            path.refuseEndless(type);
            alternatives.afterwards(() -> {
                if (!reading.records.containsKey(shape)) {
                    read(type, shape, isDocument(element) ? List.of() : removals(element));
                }
            });
        }
        return shape;
    }

    /**
     * The only component of a record that stands in the file as that component's value. Empty if the component cannot be read,
     * which is reported.
     */
    Optional<Component> only(TypeElement element) {
        reach.require(element);
        reading.uses(element);
        canonical(element).ifPresent(reading::uses);
        return component(
                (DeclaredType) element.asType(), element.getRecordComponents().get(0));
    }

    private void read(DeclaredType type, Shape.Nested shape, List<Removal> removals) {
        TypeElement element = (TypeElement) type.asElement();
        reach.require(element);
        reading.uses(element);
        canonical(element).ifPresent(reading::uses);
        refuseNamesOf(element);
        OneOfReader.refuseOn(reading, element);
        reading.records.put(shape, Optional.empty());
        path.enter(type);
        List<Component> read = new ArrayList<>();
        Optional<UnknownMembers> unknown = Optional.empty();
        for (RecordComponentElement component : element.getRecordComponents()) {
            if (unknowns.isUnknown(element, component)) {
                unknown = Optional.of(unknowns.read(element, component, read.size(), unknown));
            } else {
                component(type, component).ifPresentOrElse(read::add, () -> leaveOut(element, component));
            }
        }
        path.leave();
        reading.records.put(
                shape,
                Optional.of(new RecordModel(
                        shape.type(),
                        shape.arguments(),
                        read,
                        unknown,
                        removals,
                        Accessibility.isPublic(element),
                        hasOwnConstructor(element),
                        SourceOrigin.of(element))));
    }

    private Optional<Component> component(DeclaredType type, RecordComponentElement component) {
        try {
            Optional<Component> read = components.read(type, component);
            return type.asElement().equals(reading.root) || !isDocument((TypeElement) type.asElement())
                    ? read
                    : read.map(Component::withoutSummary);
        } catch (UnresolvedException e) {
            throw e.in((TypeElement) type.asElement());
        }
    }

    private void leaveOut(TypeElement type, RecordComponentElement component) {
        if (type.equals(reading.root)) {
            leftOut.add(component.getSimpleName().toString());
        }
    }

    private List<Removal> removals(TypeElement type) {
        return DeclaredNames.removals(reading.elements, type);
    }

    /**
     * Whether the record is a document by itself, which has versions of its own. A nested document's annotations count for those
     * versions.
     */
    private boolean isDocument(TypeElement type) {
        return Mirror.find(reading.elements, type, "SaveSchema").isPresent();
    }

    /** Reports names on a record that no sealed interface permits: only a record that one permits has a name in the file. */
    private void refuseNamesOf(TypeElement type) {
        boolean isPermitted = type.getInterfaces().stream()
                .anyMatch(around -> around instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement()).getModifiers().contains(Modifier.SEALED));
        if (isPermitted) {
            return;
        }
        for (String annotation : List.of("Subtype", "Alias", "RenamedFrom")) {
            for (Mirror mirror : Mirror.all(reading.elements, type, annotation)) {
                reading.report(SubtypeProblems.notPermitted(
                        mirror.origin(), annotation, type.getSimpleName().toString()));
            }
        }
    }

    /**
     * Whether the developer wrote the canonical constructor. A class file does not tell, so that a record from one always counts as
     * having one.
     */
    boolean hasOwnConstructor(TypeElement type) {
        return canonical(type)
                .filter(constructor -> reading.elements.getOrigin(constructor) == Elements.Origin.EXPLICIT)
                .isPresent();
    }

    private Optional<ExecutableElement> canonical(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> isCanonical(type, constructor))
                .findFirst();
    }

    private boolean isCanonical(TypeElement type, ExecutableElement constructor) {
        List<? extends RecordComponentElement> expected = type.getRecordComponents();
        if (constructor.getParameters().size() != expected.size()) {
            return false;
        }
        boolean same = true;
        for (int i = 0; i < expected.size(); i++) {
            same &= reading.types.isSameType(
                    reading.types.erasure(constructor.getParameters().get(i).asType()),
                    reading.types.erasure(expected.get(i).asType()));
        }
        return same;
    }
}
