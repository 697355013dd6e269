package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.PartTypes;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads migrations from record to record: {@code static ProgressV2 awardXp(ProgressV1 old)}. */
final class TypedStepReader {

    private final Reading reading;
    private final Accessibility reach;
    private final Methods methods;
    private final OlderRecords older;

    TypedStepReader(Reading reading, Accessibility reach, Methods methods) {
        this.reading = reading;
        this.reach = reach;
        this.methods = methods;
        this.older = new OlderRecords(reading.elements, reading.root);
    }

    /** Whether a method takes or returns the record of a version, an older one's or the head's. */
    boolean isMeant(ExecutableElement method) {
        return isOfAVersion(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> isOfAVersion(parameter.asType()));
    }

    private boolean isOfAVersion(TypeMirror type) {
        return older.versionOf(type).isPresent() || isA(type, reading.refTo(reading.root));
    }

    /** The record of an older version that a method takes or returns, also within a list or map. */
    Optional<String> olderPart(ExecutableElement method) {
        return Stream.concat(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(parameter -> parameter.asType()))
                .flatMap(type -> older.within(type).stream())
                .findFirst();
    }

    /** The form of a step, and the part that it is for. */
    record Typed(Step.Form form, Optional<Step.Part> part) {}

    /** @param part the owner, if it is a part of the document */
    Optional<Typed> read(TypeElement owner, Optional<ClassRef> part, ExecutableElement method, Mirror migration) {
        Optional<String> named =
                method.getParameters().stream().findFirst().flatMap(parameter -> older.partOf(parameter.asType()));
        return part.isPresent() || named.isPresent()
                ? ofPart(owner, part, named, method, migration)
                : ofDocument(owner, method, migration);
    }

    private Optional<Typed> ofDocument(TypeElement owner, ExecutableElement method, Mirror migration) {
        int from = migration.whole("from");
        int to = migration.whole("to");
        ClassRef record = reading.refTo(reading.root);
        ClassRef before = record.inVersion(from);
        ClassRef after = isHead(to) ? record : record.inVersion(to);
        Optional<String> hindrance = methods.hindrance(method)
                .or(() -> takes(method, before)
                        ? Optional.empty()
                        : Optional.of(
                                "it does not take one %s, which is version %d".formatted(before.simpleName(), from)))
                .or(() -> isA(method.getReturnType(), after)
                        ? Optional.empty()
                        : Optional.of("it does not return %s, which is version %d".formatted(after.nestedName(), to)));
        if (hindrance.isPresent()) {
            reading.report(MigrationProblems.typedSignature(
                    SourceOrigin.of(method),
                    hindrance.get(),
                    MirrorText.of(method),
                    instead(owner, method, before, after)));
            return Optional.empty();
        }
        return Optional.of(new Typed(new Step.Form.Typed(before, after), Optional.empty()));
    }

    /**
     * @param part the owner, if it is a part of the document
     * @param named the part of the older version that the method takes, if it takes one
     */
    private Optional<Typed> ofPart(
            TypeElement owner,
            Optional<ClassRef> part,
            Optional<String> named,
            ExecutableElement method,
            Mirror migration) {
        int to = migration.whole("to");
        String name = named.orElse(owner.getSimpleName().toString());
        ClassRef before = partOf(migration.whole("from"), name);
        ClassRef after = isHead(to)
                ? returned(method).or(() -> part).orElse(reading.refTo(owner))
                : returned(method, to).orElseGet(() -> partOf(to, name));
        Optional<String> hindrance = methods.hindrance(method)
                .or(() -> takes(method, before)
                        ? Optional.empty()
                        : Optional.of("it does not take one %s, which is of version %d"
                                .formatted(before.nestedName(), migration.whole("from"))))
                .or(() -> isA(method.getReturnType(), after)
                        ? Optional.empty()
                        : Optional.of("it does not return %s, or another part of version %d"
                                .formatted(after.nestedName(), to)));
        if (hindrance.isPresent()) {
            reading.report(MigrationProblems.partSignature(
                    SourceOrigin.of(method),
                    hindrance.get(),
                    MirrorText.of(method),
                    instead(owner, method, before, after)));
            return Optional.empty();
        }
        return Optional.of(new Typed(
                new Step.Form.Typed(before, after),
                Optional.of(new Step.Part(isHead(to) ? Optional.of(after) : Optional.empty(), Optional.of(name)))));
    }

    private ClassRef partOf(int version, String name) {
        ClassRef record = reading.refTo(reading.root).inVersion(version);
        List<String> names = new ArrayList<>(record.simpleNames());
        names.add(name);
        return new ClassRef(record.packageName(), names);
    }

    /** The part of the sources that a method returns, if it returns one. */
    private Optional<ClassRef> returned(ExecutableElement method) {
        return PartTypes.of(reading.root, reading.elements).stream()
                .map(reading::refTo)
                .filter(part -> isA(method.getReturnType(), part))
                .findFirst();
    }

    /** The part of an older version that a method returns, if it returns one. */
    private Optional<ClassRef> returned(ExecutableElement method, int version) {
        return older.versionOf(method.getReturnType()).equals(OptionalInt.of(version))
                ? older.partOf(method.getReturnType()).map(name -> partOf(version, name))
                : Optional.empty();
    }

    private String instead(TypeElement owner, ExecutableElement method, ClassRef before, ClassRef after) {
        return "%sstatic %s %s(%s old)"
                .formatted(reach.modifierFor(owner), after.nestedName(), method.getSimpleName(), before.nestedName());
    }

    private boolean isHead(int version) {
        return Mirror.find(reading.elements, reading.root, "SaveSchema")
                        .orElseThrow()
                        .whole("version")
                == version;
    }

    private static boolean takes(ExecutableElement method, ClassRef record) {
        return Methods.takesOne(method) && isA(method.getParameters().get(0).asType(), record);
    }

    private static boolean isA(TypeMirror type, ClassRef record) {
        return type.toString().equals(record.qualifiedName());
    }
}
