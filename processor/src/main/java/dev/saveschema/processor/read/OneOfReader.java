package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.JsonTypes;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.OneOfProblems;
import dev.saveschema.processor.read.UnsupportedTypeException.Replacement;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads sealed interfaces whose records are told apart by their types of JSON. */
final class OneOfReader {

    private static final List<String> MEANINGLESS_ON_COMPONENT =
            List.of("Default", "Name", "Alias", "Since", "RenamedFrom", "MovedFrom", "Omit", "Summary", "Unknown");

    private static final List<String> MEANINGLESS_ON_RECORD =
            List.of("Subtype", "Alias", "RenamedFrom", "Removed", "Omit");

    private static final List<String> MEANINGLESS_ON_INTERFACE = List.of("Discriminator", "Removed");

    private final Reading reading;
    private final Accessibility reach;
    private final RecordReader records;
    private final Map<ClassRef, Shape.OneOf> known = new HashMap<>();
    private final Set<ClassRef> open = new HashSet<>();
    private final Deque<Runnable> later = new ArrayDeque<>();

    OneOfReader(Reading reading, Accessibility reach, RecordReader records) {
        this.reading = reading;
        this.reach = reach;
        this.records = records;
    }

    static boolean isOneOf(Elements elements, TypeElement type) {
        return Mirror.find(elements, type, "OneOf").isPresent() && ChoiceReader.isSealedInterface(type);
    }

    /**
     * Refuses a record that a sealed interface for several JSON types permits, where it is used by itself: it has a form in the
     * file only as one of the interface's.
     */
    static void refuseByItself(Elements elements, TypeElement record) throws UnsupportedTypeException {
        Optional<TypeElement> around =
                interfaces(record).filter(type -> isOneOf(elements, type)).findFirst();
        if (around.isPresent()) {
            throw new UnsupportedTypeException(
                    record.asType(),
                    "It is one of those that " + around.get().getSimpleName() + " can be in the file",
                    Replacement.of(around.get().getSimpleName().toString()));
        }
    }

    /** Reports {@code @OneOf} on anything but a sealed interface. */
    static void refuseOn(Reading reading, TypeElement record) {
        Mirror.find(reading.elements, record, "OneOf")
                .ifPresent(mirror -> reading.report(OneOfProblems.notSealed(
                        mirror.origin(), record.getSimpleName().toString())));
    }

    /**
     * Runs the reader of a record: at once, or if an interface is being read, after that. The record may contain the interface, and
     * the interface the record.
     */
    void afterwards(Runnable reader) {
        if (open.isEmpty()) {
            reader.run();
        } else {
            later.addLast(reader);
        }
    }

    Shape.OneOf read(DeclaredType mirror) throws UnsupportedTypeException {
        TypeElement type = (TypeElement) mirror.asElement();
        ClassRef ref = reading.refTo(type);
        Shape.OneOf shape = known.get(ref);
        if (shape == null) {
            if (!open.add(ref)) {
                String name = type.getSimpleName().toString();
                throw new UnsupportedTypeException(
                        mirror,
                        name + " contains itself with no record of several components in between",
                        Optional.of("put the inner one into a record with a name for it, such as record Part(" + name
                                + " content)"));
            }
            shape = shape(ref, type);
            open.remove(ref);
            known.put(ref, shape);
            while (open.isEmpty() && !later.isEmpty()) {
                later.removeFirst().run();
            }
        }
        return shape;
    }

    private Shape.OneOf shape(ClassRef ref, TypeElement type) {
        reach.require(type);
        reading.uses(type);
        refuse(type, type, MEANINGLESS_ON_INTERFACE);
        Map<JsonType, Alternative> alternatives = new HashMap<>();
        List<Alternative> inOrder = new ArrayList<>();
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                throw new UnresolvedException(permitted.toString()).in(type);
            }
            TypeElement record = (TypeElement) ((DeclaredType) permitted).asElement();
            alternative(type, record).ifPresent(alternative -> {
                Alternative same = alternatives.putIfAbsent(alternative.json(), alternative);
                if (same == null) {
                    inOrder.add(alternative);
                } else {
                    reading.report(OneOfProblems.same(
                            alternative.origin(),
                            type.getSimpleName().toString(),
                            same.type().simpleName(),
                            alternative.type().simpleName(),
                            alternative.json().noun()));
                }
            });
        }
        return new Shape.OneOf(ref, inOrder, SourceOrigin.of(type));
    }

    private Optional<Alternative> alternative(TypeElement type, TypeElement record) {
        SourceOrigin origin = SourceOrigin.of(record);
        String name = record.getSimpleName().toString();
        String around = type.getSimpleName().toString();
        int components = record.getRecordComponents().size();
        if (record.getKind() != ElementKind.RECORD
                || components != 1
                || !record.getTypeParameters().isEmpty()) {
            reading.report(OneOfProblems.notOneComponent(origin, name, around, hindrance(record)));
            return Optional.empty();
        }
        refuse(record, record, MEANINGLESS_ON_RECORD);
        refuse(
                record,
                ComponentReader.place(
                        reading, record, record.getRecordComponents().get(0)),
                MEANINGLESS_ON_COMPONENT);
        Optional<Component> component = records.only(record);
        Optional<JsonType> json = component.flatMap(read -> JsonTypes.of(read.shape()));
        if (component.isPresent() && json.isEmpty()) {
            reading.report(OneOfProblems.anyType(
                    component.get().origin(),
                    name,
                    around,
                    MirrorText.of(record.getRecordComponents().get(0).asType())));
        }
        return json.map(kind -> new Alternative(
                reading.refTo(record), component.orElseThrow(), kind, records.hasOwnConstructor(record), origin));
    }

    private static String hindrance(TypeElement record) {
        if (record.getKind() != ElementKind.RECORD) {
            return "is no record";
        }
        return record.getTypeParameters().isEmpty()
                ? "has %d components".formatted(record.getRecordComponents().size())
                : "has type parameters";
    }

    private void refuse(TypeElement type, Element on, List<String> annotations) {
        String name = type.getSimpleName().toString();
        for (String annotation : annotations) {
            Mirror.all(reading.elements, on, annotation)
                    .forEach(mirror -> reading.report(OneOfProblems.doesNotApply(mirror.origin(), name, annotation)));
        }
    }

    private static Stream<TypeElement> interfaces(TypeElement type) {
        return type.getInterfaces().stream()
                .filter(around -> around.getKind() == TypeKind.DECLARED)
                .map(around -> (TypeElement) ((DeclaredType) around).asElement());
    }
}
