package dev.saveschema.processor.read;

import static dev.saveschema.processor.read.UnsupportedTypeException.Replacement.with;

import dev.saveschema.processor.read.UnsupportedTypeException.Replacement;
import dev.saveschema.processor.read.mirror.MirrorText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Explains why a type cannot be saved, and offers another one. */
final class UnsupportedTypes {

    private final Reading reading;
    private final ShapeReader shapes;

    UnsupportedTypes(Reading reading, ShapeReader shapes) {
        this.reading = reading;
        this.shapes = shapes;
    }

    UnsupportedTypeException of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return bytes(array);
        }
        if (type instanceof WildcardType wildcard) {
            return new UnsupportedTypeException(
                    type, "What is read from a file needs one exact type", Replacement.of(bound(wildcard)));
        }
        if (type instanceof DeclaredType declared) {
            return declared(declared, (TypeElement) declared.asElement());
        }
        return new UnsupportedTypeException(
                type, "What is read from a file needs one exact type", Replacement.of("String"));
    }

    UnsupportedTypeException ofRaw(DeclaredType type) {
        int parameters = ((TypeElement) type.asElement()).getTypeParameters().size();
        String arguments = String.join(", ", Collections.nCopies(parameters, "String"));
        return new UnsupportedTypeException(
                type,
                "Without type arguments nobody can tell what it holds",
                Replacement.of(MirrorText.of(type) + "<" + arguments + ">"));
    }

    private static UnsupportedTypeException bytes(ArrayType type) {
        return new UnsupportedTypeException(
                type,
                "A save stays readable text; write bytes as Base64: Base64.getEncoder().encodeToString(bytes)",
                with("String", ""));
    }

    private UnsupportedTypeException declared(DeclaredType type, TypeElement element) {
        Optional<Replacement> known = standIn(element.getQualifiedName().toString());
        if (known.isPresent()) {
            return new UnsupportedTypeException(type, name(known.get()) + " holds the same", known.get());
        }
        if (isA(type, "tools.jackson.databind.JsonNode")) {
            return new UnsupportedTypeException(
                    type, "A file may hold any JSON there", with("tools.jackson.databind.JsonNode", "{}"));
        }
        if (element.getQualifiedName().contentEquals("java.lang.Object")) {
            return new UnsupportedTypeException(
                    type,
                    "It could be anything; a JsonNode holds any JSON",
                    with("tools.jackson.databind.JsonNode", "{}"));
        }
        if (isOpen(element)) {
            return new UnsupportedTypeException(
                    type,
                    element.getSimpleName() + " is an interface that is not sealed: anything could implement it",
                    Optional.of(visibility(element) + "sealed interface " + element.getSimpleName()));
        }
        if (isTheirs(element)) {
            return foreign(type, element);
        }
        if (isA(type, "java.util.Map")) {
            return new UnsupportedTypeException(
                    type,
                    "Only the interface is supported; a map keeps the order of its entries",
                    Replacement.of("Map<" + argument(type, 0) + ", " + argument(type, 1) + ">"));
        }
        if (isA(type, "java.util.NavigableSet")) {
            return new UnsupportedTypeException(
                    type,
                    "Only the interface SortedSet is supported",
                    Replacement.of((hasOrder(type) ? "SortedSet<" : "Set<") + argument(type, 0) + ">"));
        }
        boolean queue = element.getQualifiedName().contentEquals("java.util.Queue")
                || isA(type, "java.util.Deque") && !isA(type, "java.util.List");
        if (queue) {
            return new UnsupportedTypeException(
                    type, "Only the interface Deque is supported", Replacement.of("Deque<" + argument(type, 0) + ">"));
        }
        if (isA(type, "java.util.Set")) {
            return new UnsupportedTypeException(
                    type, "Only the interface is supported", Replacement.of("Set<" + argument(type, 0) + ">"));
        }
        if (isA(type, "java.lang.Iterable") && !isA(type, "java.nio.file.Path")) {
            return new UnsupportedTypeException(
                    type, "Only the interface is supported", Replacement.of("List<" + argument(type, 0) + ">"));
        }
        return foreign(type, element);
    }

    private UnsupportedTypeException foreign(DeclaredType type, TypeElement element) {
        String name = element.getSimpleName().toString();
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return element.getKind() == ElementKind.INTERFACE
                    ? new UnsupportedTypeException(
                            type,
                            "The file can say which record of a sealed interface stands there, but not what type parameters stand for",
                            Optional.of("write " + name + " without type parameters"))
                    : new UnsupportedTypeException(
                            type,
                            "Of sealed types only interfaces are supported, whose records say all that a file can hold",
                            Optional.of("make " + name + " an interface, and its subclasses records"));
        }
        Optional<String> record = isTheirs(element) && element.getKind() == ElementKind.CLASS
                ? Optional.of("make " + name + " a record")
                : Optional.empty();
        Optional<Replacement> held = held(type);
        if (held.isPresent()) {
            return new UnsupportedTypeException(
                    type, "Nobody can tell how to make one of what it holds", record, held.get());
        }
        if (isTheirs(element) && element.getModifiers().contains(Modifier.ABSTRACT)) {
            return new UnsupportedTypeException(
                    type,
                    name
                            + " is an abstract class, which no record can extend; a sealed interface can stand for several records",
                    Optional.of("make " + name + " a sealed interface, and its subclasses records"));
        }
        return new UnsupportedTypeException(
                type, "Save what is needed to make it again, for instance as text", record, with("String", ""));
    }

    /** The JDK's collection or map with the elements of a collection or map of the developer's own. */
    private Optional<Replacement> held(DeclaredType type) {
        return ancestor(type, "java.util.Map")
                .map(map -> Replacement.of("Map<" + argument(map, 0) + ", " + argument(map, 1) + ">"))
                .or(() -> ancestor(type, "java.lang.Iterable")
                        .filter(iterable -> !isA(type, "java.nio.file.Path"))
                        .map(iterable -> Replacement.of("List<" + argument(iterable, 0) + ">")));
    }

    /** The ancestor of that name, with its type arguments. */
    private Optional<DeclaredType> ancestor(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name)) {
            return Optional.of(declared);
        }
        return reading.types.directSupertypes(type).stream()
                .flatMap(parent -> ancestor(parent, name).stream())
                .findFirst();
    }

    /** Whether a type is an interface of the developer's own that anything may implement. */
    private static boolean isOpen(TypeElement element) {
        return isTheirs(element)
                && element.getKind() == ElementKind.INTERFACE
                && element.getTypeParameters().isEmpty()
                && !element.getModifiers().contains(Modifier.SEALED);
    }

    private static boolean isTheirs(TypeElement element) {
        String name = element.getQualifiedName().toString();
        return !name.startsWith("java.") && !name.startsWith("javax.");
    }

    private static String visibility(TypeElement element) {
        return element.getModifiers().stream()
                .filter(modifier -> modifier == Modifier.PUBLIC || modifier == Modifier.PROTECTED)
                .map(modifier -> modifier + " ")
                .findFirst()
                .orElse("");
    }

    /** The replacement in words. Its package is there if a source that has imported the other class would have to write it. */
    private static String name(Replacement known) {
        return switch (known.type()) {
            case "Instant", "ZoneId", "LocalDate", "LocalTime" -> "java.time." + known.type();
            case "int" -> "An int";
            case "java.net.URI" -> known.type();
            default -> "A " + known.type();
        };
    }

    private static Optional<Replacement> standIn(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "java.lang.CharSequence", "java.lang.StringBuilder", "java.lang.StringBuffer" ->
                        with("String", "");
                    case "java.lang.Number" -> with("double", "0");
                    case "java.util.concurrent.atomic.AtomicInteger" -> with("int", "0");
                    case "java.util.concurrent.atomic.AtomicLong" -> with("long", "0");
                    case "java.util.concurrent.atomic.AtomicBoolean" -> with("boolean", "false");
                    case "java.util.Date",
                            "java.util.Calendar",
                            "java.util.GregorianCalendar",
                            "java.sql.Timestamp",
                            "java.nio.file.attribute.FileTime" -> with("Instant", "1970-01-01T00:00:00Z");
                    case "java.sql.Date" -> with("LocalDate", "1970-01-01");
                    case "java.sql.Time" -> with("LocalTime", "00:00");
                    case "java.util.TimeZone", "java.time.ZoneOffset" -> with("ZoneId", "UTC");
                    case "java.time.OffsetTime" -> with("LocalTime", "00:00");
                    case "java.net.URL" -> with("java.net.URI", "https://example.org/");
                    default -> null;
                });
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement ancestor = reading.elements.getTypeElement(name);
        return ancestor != null
                && reading.types.isAssignable(reading.types.erasure(type), reading.types.erasure(ancestor.asType()));
    }

    private boolean hasOrder(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                || shapes.isOrdered(type.getTypeArguments().get(0));
    }

    private String argument(DeclaredType type, int index) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return index < arguments.size() ? argument(arguments.get(index)) : "String";
    }

    /** The type as a type argument; {@code String} if the type cannot be saved itself. */
    private String argument(TypeMirror type) {
        TypeMirror boxed = type instanceof PrimitiveType primitive
                ? reading.types.boxedClass(primitive).asType()
                : type;
        return shapes.canRead(boxed) ? MirrorText.of(boxed) : "String";
    }

    private String bound(WildcardType type) {
        TypeMirror bound = type.getExtendsBound() == null ? type.getSuperBound() : type.getExtendsBound();
        return bound == null ? "String" : argument(bound);
    }
}
