package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.CodecProblems;
import dev.saveschema.processor.read.mirror.Ancestors;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the codec that a component names, and makes sure that generated code can make one. */
final class CodecReader {

    private static final String INTERFACE = "dev.saveschema.ValueCodec";

    private final Reading reading;
    private final ShapeReader shapes;
    private final Accessibility reach;

    CodecReader(Reading reading, ShapeReader shapes) {
        this.reading = reading;
        this.shapes = shapes;
        this.reach = new Accessibility(reading);
    }

    /** The codec. Empty if it cannot be used, which is reported. */
    Optional<Codec> read(Mirror useCodec, String component, String componentType) {
        TypeElement type = useCodec.type("value");
        String name = type.getSimpleName().toString();
        Ancestors.requireResolved(type);
        Optional<DeclaredType> codec = interfaceOf(type.asType());
        if (codec.isEmpty() || codec.get().getTypeArguments().isEmpty()) {
            reading.report(CodecProblems.notACodec(useCodec.origin(), name, componentType));
            return Optional.empty();
        }
        TypeMirror of = codec.get().getTypeArguments().get(0);
        Optional<List<Shape>> forms = new FormReader(reading, shapes).read(useCodec, name);
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        Optional<Shape.Custom> shape = shape(of, reading.refTo(type), forms.get());
        if (shape.isEmpty()) {
            reading.report(
                    isLookedInto(of)
                            ? CodecProblems.ofCollection(useCodec.origin(), name, MirrorText.of(of))
                            : CodecProblems.genericType(
                                    useCodec.origin(), name, MirrorText.of(of), spoken(MirrorText.of(of))));
            return Optional.empty();
        }
        Optional<String> hindrance = new Constructible(reach).hindrance(type);
        if (hindrance.isPresent()) {
            reading.report(CodecProblems.cannotBeMade(useCodec.origin(), component, name, hindrance.get()));
            return Optional.empty();
        }
        reading.uses(type);
        return Optional.of(new Codec(name, of, shape.get(), useCodec.origin()));
    }

    private Optional<DeclaredType> interfaceOf(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(INTERFACE)) {
            return Optional.of(declared);
        }
        return reading.types.directSupertypes(type).stream()
                .flatMap(parent -> interfaceOf(parent).stream())
                .findFirst();
    }

    private Optional<Shape.Custom> shape(TypeMirror type, ClassRef codec, List<Shape> forms) {
        TypeMirror innermost = type;
        int dimensions = 0;
        while (innermost instanceof ArrayType array) {
            innermost = array.getComponentType();
            dimensions++;
        }
        if (innermost.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException(innermost.toString());
        }
        if (innermost.getKind().isPrimitive()) {
            return Optional.of(
                    new Shape.Custom(new ClassRef("", List.of(innermost.toString())), dimensions, codec, forms));
        }
        if (innermost instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getTypeParameters().isEmpty()) {
            reach.require((TypeElement) declared.asElement());
            reading.uses(declared.asElement());
            return Optional.of(
                    new Shape.Custom(reading.refTo((TypeElement) declared.asElement()), dimensions, codec, forms));
        }
        return Optional.empty();
    }

    /** Whether the reader looks for the codec's type within such a type, as it does within a {@code List}. */
    private static boolean isLookedInto(TypeMirror type) {
        return type instanceof DeclaredType declared
                && switch (((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .toString()) {
                    case "java.util.List",
                            "java.util.Set",
                            "java.util.SortedSet",
                            "java.util.Deque",
                            "java.util.Map",
                            "java.util.Optional" -> true;
                    default -> false;
                };
    }

    /** {@code BoxOfString} for {@code Box<String>}. */
    private static String spoken(String type) {
        return type.replace("<", "Of").replace(", ", "And").replaceAll("\\W", "");
    }
}
