package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Documentation;
import dev.saveschema.processor.model.Downgrade;
import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Spelling;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.model.Surroundings;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.JavadocText;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads annotated records, and reports every part that cannot be read. An instance serves one round of the compiler. */
public final class SchemaReader {

    /** The classes of {@code java.lang} that generated code names. */
    private static final List<String> OF_JAVA_LANG = List.of(
            "AssertionError",
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Error",
            "Float",
            "Integer",
            "Long",
            "Override",
            "RuntimeException",
            "Short",
            "String",
            "SuppressWarnings");

    private final Elements elements;
    private final Types types;

    /** What generated code has to respect in each package that was asked about. */
    private final Map<PackageElement, Neighbourhood> neighbourhoods = new HashMap<>();

    /**
     * The classes around generated code.
     *
     * @param seesGenerated whether {@code javax.annotation.processing.Generated} can be named
     * @param hidden the classes of {@code java.lang} that are hidden by classes of the package
     */
    private record Neighbourhood(boolean seesGenerated, Set<String> hidden) {}

    public SchemaReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * Reads the record.
     *
     * @throws UnresolvedException if the record names a type that does not exist, or does not exist yet
     */
    public SchemaReading read(TypeElement type) {
        Mirror annotation = Mirror.find(elements, type, "SaveSchema").orElseThrow(() -> new AssertionError(type));
        String name = type.getSimpleName().toString();
        if (type.getKind() != ElementKind.RECORD) {
            return new SchemaReading(
                    Optional.empty(),
                    List.of(TypeProblems.notARecord(
                            SourceOrigin.of(type),
                            name,
                            kind(type),
                            modifiers(type) + "record " + name + "(" + fields(type) + ")")));
        }
        if (!type.getTypeParameters().isEmpty()) {
            String parameters =
                    type.getTypeParameters().stream().map(Object::toString).collect(Collectors.joining(" and "));
            return new SchemaReading(
                    Optional.empty(), List.of(TypeProblems.genericDocument(SourceOrigin.of(type), name, parameters)));
        }
        return read(type, annotation);
    }

    private static Optional<Downgrade> downgrade(Mirror annotation) {
        int to = annotation.whole("downgradeTo");
        return to == 0 ? Optional.empty() : Optional.of(new Downgrade(to, annotation.origin("downgradeTo")));
    }

    /** {@code int x, String y}: the fields of a class, which could be the components of a record. */
    private static String fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.FIELD
                        && !field.getModifiers().contains(Modifier.STATIC))
                .map(field -> MirrorText.of(field.asType()) + " " + field.getSimpleName())
                .collect(Collectors.joining(", "));
    }

    /**
     * The id of an annotated type's schema.
     *
     * @throws UnresolvedException if the id is given by a constant that does not exist, or does not exist yet
     */
    public String idOf(TypeElement type) {
        return idIfSchema(type).orElseThrow(() -> new AssertionError(type));
    }

    /** The id of a type's schema; empty if the type is not annotated. */
    public Optional<String> idIfSchema(TypeElement type) {
        return Mirror.find(elements, type, "SaveSchema")
                .map(annotation -> annotation.has("id")
                        ? annotation.text("id")
                        : Spelling.KEBAB_CASE.of(type.getSimpleName().toString()));
    }

    /** The place of the id in an annotated type's annotation, else the annotation. */
    public SourceOrigin idOrigin(TypeElement type) {
        return annotation(type).origin("id");
    }

    /** The place of the version in an annotated type's annotation. */
    public SourceOrigin versionOrigin(TypeElement type) {
        return annotation(type).origin("version");
    }

    private Mirror annotation(TypeElement type) {
        return Mirror.find(elements, type, "SaveSchema").orElseThrow(() -> new AssertionError(type));
    }

    /** The name of an annotated type. */
    public ClassRef refTo(TypeElement type) {
        return MirrorText.classRef(elements, type);
    }

    /** The Javadoc of a schema's records. Class files have none. */
    public Documentation documentation(SchemaModel schema) {
        Map<ClassRef, Documentation.OfRecord> records = new HashMap<>();
        for (RecordModel record : schema.records()) {
            TypeElement type = elements.getTypeElement(record.type().qualifiedName());
            String comment = type == null ? null : elements.getDocComment(type);
            if (comment != null) {
                records.put(record.type(), JavadocText.of(comment));
            }
        }
        return new Documentation(records);
    }

    /** The version of an annotated type's schema. */
    public int versionOf(TypeElement type) {
        return Mirror.find(elements, type, "SaveSchema").orElseThrow().whole("version");
    }

    /** The versions whose generated records are parameters or results of an annotated type's migrations. */
    public Set<Integer> olderRecordsNamed(TypeElement type) {
        return new OlderRecords(elements, type).named(stepClasses(type));
    }

    /** The older versions that a step from record to record leads to. */
    public Set<Integer> olderRecordsMade(TypeElement type) {
        return new OlderRecords(elements, type).made(stepClasses(type));
    }

    private List<TypeElement> stepClasses(TypeElement type) {
        return Mirror.find(elements, type, "SaveSchema").orElseThrow().classes("migrations");
    }

    private SchemaReading read(TypeElement type, Mirror annotation) {
        Reading reading = new Reading(elements, types, type, Spelling.valueOf(annotation.constant("naming")));
        Accessibility reach = new Accessibility(reading);
        Envelope envelope = new EnvelopeReader(reading, reach).read(annotation);
        RecordReader records = new RecordReader(reading, reach);
        records.root();
        List<Step> steps = new StepReader(reading, records, reach).read(annotation.classes("migrations"));
        SchemaModel schema = new SchemaModel(
                idOf(type),
                annotation.whole("version"),
                annotation.whole("oldest"),
                annotation.whole("unversioned"),
                envelope,
                downgrade(annotation),
                reading.records.values().stream()
                        .map(Optional<RecordModel>::orElseThrow)
                        .toList(),
                steps,
                surroundings(type).usingDeprecated(reading.usesDeprecated),
                SourceOrigin.of(type),
                annotation.origin("version"),
                annotation.origin("id"),
                annotation.origin("oldest"),
                annotation.origin("unversioned"));
        return new SchemaReading(Optional.of(schema), reading.problems);
    }

    /** The facts that a class generated beside an annotated type has to respect. */
    public Surroundings surroundings(TypeElement type) {
        Neighbourhood around = neighbourhoods.computeIfAbsent(elements.getPackageOf(type), this::neighbourhood);
        return new Surroundings(Accessibility.isPublic(type), around.seesGenerated(), around.hidden(), false);
    }

    private Neighbourhood neighbourhood(PackageElement around) {
        String packageName = around.getQualifiedName().toString();
        return new Neighbourhood(
                exists("javax.annotation.processing.Generated", around),
                OF_JAVA_LANG.stream()
                        .filter(name -> exists(packageName.isEmpty() ? name : packageName + "." + name, around))
                        .collect(Collectors.toSet()));
    }

    private boolean exists(String name, PackageElement seenFrom) {
        return elements.getTypeElement(elements.getModuleOf(seenFrom), name) != null;
    }

    private static String modifiers(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case INTERFACE -> "an interface";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "a " + type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }
}
