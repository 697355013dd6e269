package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import java.util.Optional;
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

    /** Whether a method takes or gives the record of an older version. */
    boolean isMeant(ExecutableElement method) {
        return isOfAVersion(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> isOfAVersion(parameter.asType()));
    }

    private boolean isOfAVersion(TypeMirror type) {
        return older.versionOf(type).isPresent() || isA(type, reading.refTo(reading.root));
    }

    Optional<Step.Form> read(TypeElement owner, ExecutableElement method, Mirror migration) {
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
                    "%sstatic %s %s(%s old)"
                            .formatted(
                                    reach.modifierFor(owner),
                                    after.nestedName(),
                                    method.getSimpleName(),
                                    before.simpleName())));
            return Optional.empty();
        }
        return Optional.of(new Step.Form.Typed(before, after));
    }

    private boolean isHead(int version) {
        return Mirror.find(reading.elements, reading.root, "SaveSchema")
                        .orElseThrow()
                        .whole("version")
                == version;
    }

    private static boolean takes(ExecutableElement method, ClassRef record) {
        return method.getParameters().size() == 1
                && isA(method.getParameters().get(0).asType(), record);
    }

    private static boolean isA(TypeMirror type, ClassRef record) {
        return type.toString().equals(record.qualifiedName());
    }
}
