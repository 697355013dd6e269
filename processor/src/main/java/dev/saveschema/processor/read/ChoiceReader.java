package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.problem.SubtypeProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads sealed interfaces: all the records that one permits, through whatever sealed interfaces are between. */
final class ChoiceReader {

    private static final String DISCRIMINATOR = "type";

    private final Reading reading;
    private final Reach reach;
    private final RecordReader records;
    private final Map<ClassRef, Shape.Choice> known = new HashMap<>();

    ChoiceReader(Reading reading, Reach reach, RecordReader records) {
        this.reading = reading;
        this.reach = reach;
        this.records = records;
    }

    Shape.Choice read(TypeElement type) throws UnsupportedTypeException {
        ClassRef ref = reading.refTo(type);
        Shape.Choice shape = known.get(ref);
        if (shape == null) {
            reach.require(type);
            Set<TypeElement> permitted = new LinkedHashSet<>();
            List<Removal> removals = new ArrayList<>();
            collect(type, permitted, removals);
            shape = shape(ref, type, permitted, removals);
            // known before its records are read, since one of them may contain the interface
            known.put(ref, shape);
            for (TypeElement record : permitted) {
                records.nested((DeclaredType) record.asType(), List.of());
            }
        }
        return shape;
    }

    private Shape.Choice shape(ClassRef ref, TypeElement type, Set<TypeElement> permitted, List<Removal> removals) {
        List<Subtype> subtypes = new ArrayList<>();
        for (TypeElement record : permitted) {
            subtype(type, record).ifPresent(subtypes::add);
        }
        Optional<Mirror> discriminator = discriminator(type);
        return new Shape.Choice(
                ref,
                discriminator.map(mirror -> mirror.text("value")).orElse(DISCRIMINATOR),
                subtypes,
                removals,
                SourceOrigin.of(type),
                discriminator.map(Mirror::origin).orElse(SourceOrigin.of(type)));
    }

    private Optional<Subtype> subtype(TypeElement type, TypeElement record) {
        String name = record.getSimpleName().toString();
        if (Mirror.find(reading.elements, record, "Subtype").isEmpty()) {
            reading.report(SubtypeProblems.unnamed(
                    SourceOrigin.of(record), name, type.getSimpleName().toString(), Spelling.KEBAB_CASE.of(name)));
            return Optional.empty();
        }
        Names names = Names.of(reading.elements, record, "Subtype", name);
        return Optional.of(new Subtype(
                new Shape.Nested(reading.refTo(record), List.of()),
                names.main(),
                names.aliases(),
                names.renames(),
                SourceOrigin.of(record),
                names.mainOrigin(),
                names.aliasOrigin()));
    }

    /** What a sealed interface within this one permits or has lost, this one does too. */
    private void collect(TypeElement type, Set<TypeElement> into, List<Removal> removals) {
        removals.addAll(Names.removals(reading.elements, type));
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                throw new UnresolvedException(permitted.toString()).in(type);
            }
            TypeElement subtype = (TypeElement) ((DeclaredType) permitted).asElement();
            if (isSealedInterface(subtype)) {
                reach.require(subtype);
                collect(subtype, into, removals);
            } else if (subtype.getKind() != ElementKind.RECORD) {
                reading.report(SubtypeProblems.notARecord(
                        SourceOrigin.of(subtype), subtype.getSimpleName().toString(), kind(subtype), nameOf(type)));
            } else if (!subtype.getTypeParameters().isEmpty()) {
                reading.report(SubtypeProblems.generic(
                        SourceOrigin.of(subtype), subtype.getSimpleName().toString(), nameOf(type)));
            } else {
                into.add(subtype);
            }
        }
    }

    /** What the outermost sealed interface says, which speaks for all within it. */
    private Optional<Mirror> discriminator(TypeElement type) {
        Optional<Mirror> own = Mirror.find(reading.elements, type, "Discriminator");
        Optional<TypeElement> around = around(type);
        if (around.isEmpty()) {
            return own;
        }
        own.ifPresent(mirror -> reading.report(
                SubtypeProblems.innerDiscriminator(mirror.origin(), nameOf(type), nameOf(around.get()))));
        return discriminator(around.get());
    }

    private static Optional<TypeElement> around(TypeElement type) {
        return type.getInterfaces().stream()
                .filter(around -> around.getKind() == TypeKind.DECLARED)
                .map(around -> (TypeElement) ((DeclaredType) around).asElement())
                .filter(ChoiceReader::isSealedInterface)
                .findFirst();
    }

    static boolean isSealedInterface(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case INTERFACE -> "an open interface";
            default -> "a class";
        };
    }

    private static String nameOf(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
