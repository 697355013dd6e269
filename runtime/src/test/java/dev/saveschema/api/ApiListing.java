package dev.saveschema.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What other programs can name of a module: the public types of its exported packages, and of each what it is and its public and
 * protected members, a line each. A member that is inherited is listed where it is declared.
 *
 * <pre>
 * dev.saveschema.slots.Slot: record
 *   (String name, …)
 *   String name()
 * </pre>
 */
public final class ApiListing {

    private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

    private ApiListing() {}

    /** @param any a class of the module, which was built here */
    public static String of(Class<?> any) throws IOException {
        Path classes = classesOf(any);
        StringBuilder listing = new StringBuilder();
        for (String exported : exports(classes)) {
            for (Class<?> type : typesIn(classes, exported, any.getClassLoader())) {
                listing.append(type.getName()).append(parameters(type.getTypeParameters()));
                listing.append(": ").append(kind(type)).append('\n');
                members(type)
                        .forEach(member -> listing.append("  ").append(member).append('\n'));
            }
        }
        return listing.toString().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }

    /** The directory that a module's classes are in, in its {@code target}. */
    static Path classesOf(Class<?> any) {
        try {
            Path place = Path.of(
                    any.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? place : place.resolveSibling("classes"); // of which the jar was made
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static TreeSet<String> exports(Path classes) throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
            ModuleDescriptor.read(module).exports().stream()
                    .filter(exported -> !exported.isQualified())
                    .forEach(exported -> packages.add(exported.source()));
        }
        return packages;
    }

    private static List<Class<?>> typesIn(Path classes, String name, ClassLoader loader) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            for (String file : files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .sorted()
                    .toList()) {
                Class<?> type = load(name + '.' + file.substring(0, file.length() - ".class".length()), loader);
                if (isVisible(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether another package can name it: it is public, and so is all that is around it. */
    private static boolean isVisible(Class<?> type) {
        return (type.getModifiers() & VISIBLE) != 0
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static String kind(Class<?> type) {
        List<String> words = new ArrayList<>();
        boolean isPlain = !type.isInterface() && !type.isEnum() && !type.isRecord();
        if (Modifier.isProtected(type.getModifiers())) {
            words.add("protected");
        }
        if (type.isSealed()) {
            words.add("sealed");
        } else if (isPlain && Modifier.isFinal(type.getModifiers())) {
            words.add("final");
        }
        if (isPlain && Modifier.isAbstract(type.getModifiers())) {
            words.add("abstract");
        }
        words.add(
                type.isAnnotation()
                        ? "annotation"
                        : type.isInterface()
                                ? "interface"
                                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class");
        if (isPlain && type.getSuperclass() != Object.class) {
            words.add("extends " + type.getGenericSuperclass().getTypeName());
        }
        if (type.getInterfaces().length > 0 && !type.isAnnotation()) {
            words.add((type.isInterface() ? "extends " : "implements ") + list(type.getGenericInterfaces()));
        }
        Target target = type.getAnnotation(Target.class);
        if (target != null) {
            words.add(
                    "on " + Arrays.stream(target.value()).map(ElementType::name).collect(joining(", ")));
        }
        return String.join(" ", words);
    }

    private static List<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        if (type.isRecord()) {
            members.add(Arrays.stream(type.getRecordComponents())
                    .map(ApiListing::component)
                    .collect(joining(", ", "(", ")")));
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if ((field.getModifiers() & VISIBLE) != 0) {
                sorted.add(
                        modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if ((constructor.getModifiers() & VISIBLE) != 0 && !type.isEnum()) {
                sorted.add(modifiers(constructor.getModifiers()) + "new" + signature(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if ((method.getModifiers() & VISIBLE) != 0 && !method.isSynthetic() && !isOfEveryType(type, method)) {
                sorted.add(method(type, method));
            }
        }
        members.addAll(sorted);
        return members;
    }

    /** Whether every object has the method, or every enum. */
    private static boolean isOfEveryType(Class<?> type, Method method) {
        return switch (method.getName()) {
            case "hashCode", "toString" -> method.getParameterCount() == 0;
            case "equals" -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
            case "values", "valueOf" -> type.isEnum();
            default -> false;
        };
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName() + " " + component.getName();
    }

    private static String method(Class<?> type, Method method) {
        String variables = parameters(method.getTypeParameters());
        String written = modifiers(method.getModifiers()) + (method.isDefault() ? "default " : "")
                + (variables.isEmpty() ? "" : variables + " ")
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + signature(method);
        return type.isAnnotation() && method.getDefaultValue() != null ? written + " has a default" : written;
    }

    /** Without what goes without saying: public, and abstract in an interface. */
    private static String modifiers(int modifiers) {
        return (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isFinal(modifiers) ? "final " : "")
                + (Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String signature(Executable executable) {
        String thrown = list(executable.getGenericExceptionTypes());
        return "(" + list(executable.getGenericParameterTypes()) + ")" + (executable.isVarArgs() ? " varargs" : "")
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(ApiListing::variable).collect(joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = list(variable.getBounds());
        return bounds.equals("java.lang.Object") ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private static String list(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(joining(", "));
    }

    /** Reads what is recorded, or with {@code -Dgolden.update=true} records what is there now. */
    public static String recorded(Class<?> any) {
        Path file = classesOf(any).resolveSibling("../api.txt").normalize();
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, of(any));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
