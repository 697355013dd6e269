package dev.saveschema.processor.read.mirror;

import dev.saveschema.processor.model.ClassRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Types and methods as a developer would write them, without packages and annotations. */
public final class MirrorText {

    private MirrorText() {}

    public static String of(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            String name = nameOf((TypeElement) declared.asElement());
            return declared.getTypeArguments().isEmpty() ? name : name + arguments(declared);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type.toString();
    }

    /**
     * The name of a class: {@code Thread.State} if it is nested in a class of the JDK, since sources usually import only the
     * outermost of these.
     */
    private static String nameOf(TypeElement type) {
        String name = type.getSimpleName().toString();
        return type.getEnclosingElement() instanceof TypeElement around
                        && type.getQualifiedName().toString().startsWith("java.")
                ? nameOf(around) + "." + name
                : name;
    }

    /** {@code private static String renameGold(Profile)}. */
    public static String of(ExecutableElement method) {
        String modifiers =
                method.getModifiers().stream().map(modifier -> modifier + " ").collect(Collectors.joining());
        String parameters = method.getParameters().stream()
                .map(parameter -> of(parameter.asType()))
                .collect(Collectors.joining(", "));
        String thrown = method.getThrownTypes().isEmpty()
                ? ""
                : method.getThrownTypes().stream()
                        .map(MirrorText::of)
                        .collect(Collectors.joining(", ", " throws ", ""));
        return modifiers + of(method.getReturnType()) + " " + method.getSimpleName() + "(" + parameters + ")" + thrown;
    }

    public static ClassRef classRef(Elements elements, TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        while (element instanceof TypeElement) {
            names.add(0, element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        return new ClassRef(elements.getPackageOf(type).getQualifiedName().toString(), names);
    }

    /** The keyword of the type's declaration: {@code record}, {@code enum}, {@code static class}. */
    public static String keyword(TypeElement type) {
        return switch (type.getKind()) {
            case RECORD -> "record";
            case ENUM -> "enum";
            case INTERFACE -> "interface";
            case ANNOTATION_TYPE -> "@interface";
            default -> type.getModifiers().contains(Modifier.STATIC) ? "static class" : "class";
        };
    }

    private static String arguments(DeclaredType type) {
        return type.getTypeArguments().stream().map(MirrorText::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
    }
}
