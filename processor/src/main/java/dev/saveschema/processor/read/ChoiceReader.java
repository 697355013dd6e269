package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Spelling;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.problem.SubtypeProblems;
import dev.saveschema.processor.read.mirror.DeclaredNames;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** Reads sealed interfaces. Their records are all that they permit, directly or through other sealed interfaces. */
final class ChoiceReader {

    private static final String DISCRIMINATOR = "type";

    private final Reading reading;
    private final Accessibility reach;
    private final RecordReader records;
    private final Map<ClassRef, Shape.Choice> known = new HashMap<>();

    ChoiceReader(Reading reading, Accessibility reach, RecordReader records) {
        this.reading = reading;
        this.reach = reach;
        this.records = records;
    }

    Shape.Choice read(TypeElement type) throws UnsupportedTypeException {
        ClassRef ref = reading.refTo(type);
        Shape.Choice shape = known.get(ref);
        if (shape == null) {
            reach.require(type);
            reading.uses(type);
            List<Loss> losses = new ArrayList<>();
            Set<TypeElement> permitted = permitted(type, losses);
            shape = shape(ref, type, permitted, losses);
            // the shape is put down before its records are read, since a record may contain the interface
            known.put(ref, shape);
            for (TypeElement record : permitted) {
                records.nested((DeclaredType) record.asType(), List.of());
            }
        }
        return shape;
    }

    private Shape.Choice shape(ClassRef ref, TypeElement type, Set<TypeElement> permitted, List<Loss> losses) {
        Map<TypeElement, Subtype> subtypes = new LinkedHashMap<>();
        Optional<TypeElement> other =
                permitted.stream().filter(this::isForOthers).findFirst();
        for (TypeElement record : permitted) {
            if (!Optional.of(record).equals(other)) {
                subtype(type, record).ifPresent(subtype -> subtypes.put(record, subtype));
            }
        }
        Optional<Mirror> discriminator = discriminator(type);
        return new Shape.Choice(
                ref,
                discriminator.map(mirror -> mirror.text("value")).orElse(DISCRIMINATOR),
                List.copyOf(subtypes.values()),
                other.map(record -> new Shape.Nested(reading.refTo(record), List.of())),
                losses.stream()
                        .filter(loss -> loss.isOf(subtypes))
                        .map(Loss::removal)
                        .toList(),
                SourceOrigin.of(type),
                discriminator.map(Mirror::origin).orElse(SourceOrigin.of(type)));
    }

    /**
     * Whether a record has no {@code @Subtype} and only a component for unknown members: such a record takes objects with an
     * unknown discriminator.
     */
    private boolean isForOthers(TypeElement record) {
        return Mirror.find(reading.elements, record, "Subtype").isEmpty()
                && record.getRecordComponents().size() == 1
                && Mirror.find(
                                reading.elements,
                                ComponentReader.place(
                                        reading,
                                        record,
                                        record.getRecordComponents().get(0)),
                                "Unknown")
                        .isPresent();
    }

    private Optional<Subtype> subtype(TypeElement type, TypeElement record) {
        String name = record.getSimpleName().toString();
        if (Mirror.find(reading.elements, record, "Subtype").isEmpty()) {
            reading.report(SubtypeProblems.unnamed(
                    SourceOrigin.of(record), name, type.getSimpleName().toString(), Spelling.KEBAB_CASE.of(name)));
            return Optional.empty();
        }
        DeclaredNames names = DeclaredNames.of(reading.elements, record, "Subtype", name);
        return Optional.of(new Subtype(
                new Shape.Nested(reading.refTo(record), List.of()),
                names.main(),
                names.aliases(),
                names.renames(),
                SourceOrigin.of(record),
                names.mainOrigin(),
                names.aliasOrigin()));
    }

    /**
     * The records that a sealed interface permits, directly or through other sealed interfaces. The removals that each of these
     * declares are added to the losses.
     */
    private Set<TypeElement> permitted(TypeElement type, List<Loss> losses) {
        Set<TypeElement> records = new LinkedHashSet<>();
        for (Removal removal : DeclaredNames.removals(reading.elements, type)) {
            losses.add(new Loss(removal, records));
        }
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                throw new UnresolvedException(permitted.toString()).in(type);
            }
            TypeElement subtype = (TypeElement) ((DeclaredType) permitted).asElement();
            if (isSealedInterface(subtype)) {
                reach.require(subtype);
                records.addAll(permitted(subtype, losses));
            } else if (subtype.getKind() != ElementKind.RECORD) {
                reading.report(SubtypeProblems.notARecord(
                        SourceOrigin.of(subtype), subtype.getSimpleName().toString(), kind(subtype), nameOf(type)));
            } else if (!subtype.getTypeParameters().isEmpty()) {
                reading.report(SubtypeProblems.generic(
                        SourceOrigin.of(subtype), subtype.getSimpleName().toString(), nameOf(type)));
            } else {
                records.add(subtype);
            }
        }
        return records;
    }

    /**
     * A removal that a sealed interface declares.
     *
     * @param within the records that this interface permits
     */
    private record Loss(Removal removal, Set<TypeElement> within) {

        /**
         * Whether the outermost interface has lost the record, too. It has not if it permits another record of that name elsewhere.
         */
        boolean isOf(Map<TypeElement, Subtype> around) {
            return around.entrySet().stream()
                    .filter(record -> !within.contains(record.getKey()))
                    .map(Map.Entry::getValue)
                    .noneMatch(subtype -> subtype.jsonName().equals(removal.name())
                            || subtype.jsonNameIn(removal.since() - 1).equals(removal.name()));
        }
    }

    /** The {@code @Discriminator} of the outermost sealed interface, which counts for the interfaces within it as well. */
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
