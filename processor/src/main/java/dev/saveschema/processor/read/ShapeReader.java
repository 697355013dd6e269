package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Decimal.Precision;
import dev.saveschema.processor.model.Shape.Sequence.Kind;
import dev.saveschema.processor.model.Shape.Whole.Width;
import dev.saveschema.processor.read.UnsupportedTypeException.Replacement;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the type of a component, and finds its shape. */
final class ShapeReader {

    private final Reading reading;
    private final Types types;
    private final RecordReader records;
    private final EnumReader enums;
    private final ChoiceReader choices;
    private final OneOfReader alternatives;
    private final UnsupportedTypes refusals;
    private Optional<Codec> codec = Optional.empty();

    ShapeReader(
            Reading reading, RecordReader records, EnumReader enums, ChoiceReader choices, OneOfReader alternatives) {
        this.reading = reading;
        this.types = reading.types;
        this.records = records;
        this.enums = enums;
        this.choices = choices;
        this.alternatives = alternatives;
        this.refusals = new UnsupportedTypes(reading, this);
    }

    /**
     * Reads a component's type.
     *
     * @param ofComponent the codec that the component names, if it does
     */
    Shape read(TypeMirror type, Optional<Codec> ofComponent) throws UnsupportedTypeException {
        // a record within the type is read meanwhile, and its components name codecs of their own
        Optional<Codec> around = codec;
        codec = ofComponent;
        try {
            if (ofComponent.isEmpty() && isOptionalJson(type)) {
                return new Shape.OptionalOf(new Shape.Anything());
            }
            return ofComponent.filter(own -> isBoxed(type, own)).isPresent()
                    ? ofComponent.get().shape()
                    : read(type);
        } finally {
            codec = around;
        }
    }

    /** Whether the type is {@code Optional<JsonNode>}. Only a component may have it: a member can be absent as well as null. */
    private static boolean isOptionalJson(TypeMirror type) {
        return type instanceof DeclaredType optional
                && ((TypeElement) optional.asElement()).getQualifiedName().contentEquals("java.util.Optional")
                && optional.getTypeArguments().size() == 1
                && optional.getTypeArguments().get(0) instanceof DeclaredType json
                && ((TypeElement) json.asElement()).getQualifiedName().contentEquals("tools.jackson.databind.JsonNode");
    }

    /** Whether a component is a primitive and the codec is for its box. In an array a box cannot stand for a primitive. */
    private boolean isBoxed(TypeMirror type, Codec own) {
        return type instanceof PrimitiveType primitive
                && types.isSameType(types.boxedClass(primitive).asType(), own.type());
    }

    Shape read(TypeMirror type) throws UnsupportedTypeException {
        if (codec.isPresent() && types.isSameType(type, codec.get().type())) {
            return codec.get().shape();
        }
        return switch (type.getKind()) {
            case BOOLEAN -> new Shape.Flag(false);
            case BYTE -> new Shape.Whole(Width.BYTE, false);
            case SHORT -> new Shape.Whole(Width.SHORT, false);
            case INT -> new Shape.Whole(Width.INT, false);
            case LONG -> new Shape.Whole(Width.LONG, false);
            case FLOAT -> new Shape.Decimal(Precision.FLOAT, false);
            case DOUBLE -> new Shape.Decimal(Precision.DOUBLE, false);
            case CHAR -> new Shape.Letter(false);
            case ARRAY -> array((ArrayType) type);
            case DECLARED -> declared((DeclaredType) type);
            case ERROR -> throw new UnresolvedException(type.toString());
            default -> throw refusals.of(type);
        };
    }

    private Shape declared(DeclaredType type) throws UnsupportedTypeException {
        TypeElement element = (TypeElement) type.asElement();
        if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
            throw refusals.ofRaw(type);
        }
        String name = element.getQualifiedName().toString();
        return switch (name) {
            case "java.lang.Boolean" -> new Shape.Flag(true);
            case "java.lang.Byte" -> new Shape.Whole(Width.BYTE, true);
            case "java.lang.Short" -> new Shape.Whole(Width.SHORT, true);
            case "java.lang.Integer" -> new Shape.Whole(Width.INT, true);
            case "java.lang.Long" -> new Shape.Whole(Width.LONG, true);
            case "java.math.BigInteger" -> new Shape.Whole(Width.BIG, true);
            case "java.lang.Float" -> new Shape.Decimal(Precision.FLOAT, true);
            case "java.lang.Double" -> new Shape.Decimal(Precision.DOUBLE, true);
            case "java.math.BigDecimal" -> new Shape.Decimal(Precision.BIG, true);
            case "java.lang.Character" -> new Shape.Letter(true);
            case "java.lang.String" -> new Shape.Text();
            case "tools.jackson.databind.JsonNode" -> new Shape.Anything();
            case "java.util.Optional" -> optional(type);
            case "java.util.OptionalInt" -> new Shape.OptionalOf(new Shape.Whole(Width.INT, false));
            case "java.util.OptionalLong" -> new Shape.OptionalOf(new Shape.Whole(Width.LONG, false));
            case "java.util.OptionalDouble" -> new Shape.OptionalOf(new Shape.Decimal(Precision.DOUBLE, false));
            case "java.util.List" -> new Shape.Sequence(Kind.LIST, read(argument(type, 0)));
            case "java.util.Set" -> set(Kind.SET, type);
            case "java.util.SortedSet" -> set(Kind.SORTED_SET, type);
            case "java.util.Deque" -> new Shape.Sequence(Kind.DEQUE, read(argument(type, 0)));
            case "java.util.Map" -> new Shape.Mapping(key(type), read(argument(type, 1)));
            default -> named(name, element, type);
        };
    }

    private Shape named(String name, TypeElement element, DeclaredType type) throws UnsupportedTypeException {
        for (ScalarKind kind : ScalarKind.values()) {
            if (kind.type().getName().equals(name)) {
                return new Shape.Scalar(kind);
            }
        }
        if (element.getKind() == ElementKind.ENUM) {
            return enums.read(element);
        }
        if (element.getKind() == ElementKind.RECORD) {
            return records.nested(type, arguments(type));
        }
        if (ChoiceReader.isSealedInterface(element)
                && element.getTypeParameters().isEmpty()) {
            return OneOfReader.isOneOf(reading.elements, element) ? alternatives.read(type) : choices.read(element);
        }
        throw refusals.of(type);
    }

    private List<Shape> arguments(DeclaredType type) throws UnsupportedTypeException {
        List<Shape> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(read(argument));
        }
        return arguments;
    }

    private static TypeMirror argument(DeclaredType type, int index) {
        return type.getTypeArguments().get(index);
    }

    private Shape array(ArrayType type) throws UnsupportedTypeException {
        Shape element = read(type.getComponentType());
        if (element instanceof Shape.Whole whole && whole.width() == Width.BYTE) {
            throw refusals.of(type);
        }
        return new Shape.Sequence(Kind.ARRAY, element);
    }

    private Shape set(Kind kind, DeclaredType type) throws UnsupportedTypeException {
        TypeMirror argument = argument(type, 0);
        Shape element = setElement(argument);
        if (kind == Kind.SORTED_SET && !SetElements.isOrdered(element)) {
            throw new UnsupportedTypeException(
                    type,
                    "A SortedSet needs the natural order that numbers, text, enums, dates and times have",
                    Replacement.of("Set<" + MirrorText.of(argument) + ">"));
        }
        if (SetElements.holdsArray(element)) {
            throw new UnsupportedTypeException(
                    type,
                    "Arrays are equal only to themselves, so that a set of them could hold one twice",
                    Replacement.of("List<" + MirrorText.of(argument) + ">"));
        }
        return new Shape.Sequence(kind, element);
    }

    private Shape optional(DeclaredType type) throws UnsupportedTypeException {
        TypeMirror of = type.getTypeArguments().get(0);
        Shape shape = read(of);
        if (shape instanceof Shape.OptionalOf) {
            throw new UnsupportedTypeException(
                    type, "A file has one way to leave a value out, not two", Replacement.of(MirrorText.of(of)));
        }
        if (shape instanceof Shape.Anything) {
            throw new UnsupportedTypeException(
                    type, "A JsonNode can be null itself", Replacement.of(MirrorText.of(of)));
        }
        return new Shape.OptionalOf(shape);
    }

    /** The shape of a set's elements. An optional is refused, since a set has no places that could be empty. */
    private Shape setElement(TypeMirror element) throws UnsupportedTypeException {
        if (element instanceof DeclaredType optional && isOptional(optional)) {
            throw new UnsupportedTypeException(
                    element, "In a set an absent value is simply left out", Replacement.of(value(optional)));
        }
        return read(element);
    }

    private static boolean isOptional(DeclaredType type) {
        return switch (((TypeElement) type.asElement()).getQualifiedName().toString()) {
            case "java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble" -> true;
            case "java.util.Optional" -> !type.getTypeArguments().isEmpty();
            default -> false;
        };
    }

    /** The type of an optional's value, as a type argument. */
    private String value(DeclaredType optional) {
        return switch (optional.asElement().getSimpleName().toString()) {
            case "OptionalInt" -> "Integer";
            case "OptionalLong" -> "Long";
            case "OptionalDouble" -> "Double";
            default -> readable(optional.getTypeArguments().get(0));
        };
    }

    private Shape key(DeclaredType type) throws UnsupportedTypeException {
        TypeMirror key = type.getTypeArguments().get(0);
        if (!isMadeOfOthers(key)) {
            try {
                // without a codec, since codecs read values, and no keys
                Shape shape = read(key, Optional.empty());
                if (canBeKey(shape)) {
                    return shape;
                }
            } catch (UnsupportedTypeException e) {
                // the replacement for a class need not be able to be a key, so that a replacement is offered below
                if (key.getKind() != TypeKind.DECLARED) {
                    throw e;
                }
            }
        }
        throw new UnsupportedTypeException(
                key,
                "A key is the name of a member in the file; it can be String, Integer, Long, UUID or an enum",
                Replacement.of("String"));
    }

    /** Whether a type has parts. It cannot be a key, and is not read, so that no faults of its parts are reported. */
    private static boolean isMadeOfOthers(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && type instanceof DeclaredType declared
                && (!declared.getTypeArguments().isEmpty()
                        || declared.asElement().getKind() == ElementKind.RECORD
                        || declared.asElement().getKind() == ElementKind.INTERFACE);
    }

    private static boolean canBeKey(Shape shape) {
        return shape instanceof Shape.Text
                || shape instanceof Shape.Enumeration
                || (shape instanceof Shape.Whole whole && (whole.width() == Width.INT || whole.width() == Width.LONG))
                || (shape instanceof Shape.Scalar scalar && scalar.kind() == ScalarKind.UUID);
    }

    /** Whether a type has a natural order that the JDK defines, or will have one when it is replaced by one that can be saved. */
    boolean isOrdered(TypeMirror type) {
        try {
            return type.getKind() != TypeKind.ERROR && SetElements.isOrdered(read(type));
        } catch (UnsupportedTypeException e) {
            // a type that cannot be saved is replaced by text, which has an order
            return true;
        }
    }

    /**
     * Whether a type is a primitive, or a class that is neither record nor enum, or an array of these: the types that can be the
     * form of a codec.
     */
    boolean isSingleOrArray(TypeMirror type) {
        TypeMirror innermost = type;
        while (innermost instanceof ArrayType array) {
            innermost = array.getComponentType();
        }
        return innermost instanceof PrimitiveType
                || innermost instanceof DeclaredType declared
                        && declared.asElement().getKind() != ElementKind.ENUM
                        && declared.asElement().getKind() != ElementKind.RECORD
                        && declared.asElement().getKind() != ElementKind.INTERFACE;
    }

    /** Whether a type can be saved, so that a fix may mention it. */
    boolean canRead(TypeMirror type) {
        try {
            read(type);
            return type.getKind() != TypeKind.ERROR;
        } catch (UnsupportedTypeException e) {
            return false;
        }
    }

    /** The text of a type for a fix: one part is replaced, and other parts that cannot be saved are replaced, too. */
    String textWith(TypeMirror type, TypeMirror part, String instead) {
        if (type == part) {
            return instead;
        }
        if (type instanceof ArrayType array) {
            return textWith(array.getComponentType(), part, instead) + "[]";
        }
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            // the replacement for a key need not suit a value of the same type
            boolean isKey = declared.getTypeArguments().size() == 2 && argument(declared, 0) == part;
            String first = boxed(textWith(argument(declared, 0), part, instead));
            Stream<String> rest = declared.getTypeArguments().stream()
                    .skip(1)
                    .map(argument -> boxed(isKey ? readable(argument) : textWith(argument, part, instead)));
            return Stream.concat(Stream.of(first), rest)
                    .collect(Collectors.joining(", ", declared.asElement().getSimpleName() + "<", ">"));
        }
        return readable(type);
    }

    /** The type; if it cannot be saved, its replacement. */
    private String readable(TypeMirror type) {
        try {
            read(type);
            return MirrorText.of(type);
        } catch (UnsupportedTypeException e) {
            return boxed(e.instead(type, this));
        }
    }

    private static String boxed(String argument) {
        return switch (argument) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> argument;
        };
    }
}
