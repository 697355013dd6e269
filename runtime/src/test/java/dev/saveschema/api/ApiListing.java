package dev.saveschema.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Lists the names of a module that other programs can use: the public types of its exported packages, and of each its kind and its public
 * and protected members, a line each. A member that is inherited is listed where it is declared, or if nobody can name the class that
 * declares it, at its heirs.
 *
 * <pre>
 * dev.saveschema.slots.Slot: record
 *   (String name, …)
 *   String name()
 * </pre>
 */
public final class ApiListing {

    private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

    private final Path classes;
    private final ClassLoader loader;
    private final TreeSet<String> exports;

    private ApiListing(Class<?> any) throws IOException {
        this.classes = classesOf(any);
        this.loader = any.getClassLoader();
        this.exports = exports(classes);
    }

    /** @param any a class of the module, which was built here */
    public static String of(Class<?> any) throws IOException {
        return new ApiListing(any).listing();
    }

    private String listing() throws IOException {
        StringBuilder listing = new StringBuilder();
        for (String exported : exports) {
            for (Class<?> type : typesIn(exported)) {
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

    private List<Class<?>> typesIn(String name) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            for (String file : files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .sorted()
                    .toList()) {
                Class<?> type = load(name + '.' + file.substring(0, file.length() - ".class".length()));
                if (isVisible(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private Class<?> load(String name) {
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

    private String kind(Class<?> type) {
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
        List<Class<?>> lineage = withHiddenAncestors(type).toList();
        Class<?> last = lineage.get(lineage.size() - 1);
        if (isPlain && last.getSuperclass() != null && last.getSuperclass() != Object.class) {
            words.add("extends " + last.getGenericSuperclass().getTypeName());
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

    private List<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        if (type.isRecord()) {
            members.add(Arrays.stream(type.getRecordComponents())
                    .map(ApiListing::component)
                    .collect(joining(", ", "(", ")")));
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if ((constructor.getModifiers() & VISIBLE) != 0 && !type.isEnum()) {
                sorted.add(modifiers(constructor.getModifiers()) + "new" + signature(constructor));
            }
        }
        withHiddenAncestors(type).forEach(declaring -> addMembers(declaring, sorted));
        members.addAll(sorted);
        return members;
    }

    /** Members that a type inherits from a class which nobody can name count as its own. */
    private Stream<Class<?>> withHiddenAncestors(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Stream.<Class<?>>iterate(
                        type.getSuperclass(),
                        ancestor -> ancestor != null && isHidden(ancestor),
                        Class::getSuperclass));
    }

    private boolean isHidden(Class<?> type) {
        boolean isOfThisModule = Files.exists(classes.resolve(type.getName().replace('.', '/') + ".class"));
        return !isVisible(type) || isOfThisModule && !exports.contains(type.getPackageName());
    }

    private static void addMembers(Class<?> declaring, Set<String> members) {
        for (Field field : declaring.getDeclaredFields()) {
            if ((field.getModifiers() & VISIBLE) != 0) {
                members.add(
                        modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName());
            }
        }
        for (Method method : declaring.getDeclaredMethods()) {
            if ((method.getModifiers() & VISIBLE) != 0 && !method.isSynthetic() && !isOfEveryType(declaring, method)) {
                members.add(method(declaring, method));
            }
        }
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

    /**
     * The names that programs written against {@code api.txt} of the module would miss: lines that are gone, and abstract methods that
     * implementations of a type do not have yet. With {@code -Dgolden.update=true} records what is there now.
     */
    public static Set<String> brokenIn(Class<?> any) throws IOException {
        Path file = classesOf(any).resolveSibling("../api.txt").normalize();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, of(any));
        }
        Set<String> recorded = lines(Files.readString(file));
        Set<String> now = lines(of(any));
        Set<String> broken = new TreeSet<>(recorded);
        broken.removeAll(now);
        now.stream()
                .filter(line ->
                        !recorded.contains(line) && line.contains("  abstract ") && !line.endsWith(" has a default"))
                .filter(line -> recorded.stream().anyMatch(old -> old.startsWith(typeOf(line) + ":")))
                .forEach(broken::add);
        return broken;
    }

    /** Each member behind its type. */
    private static Set<String> lines(String listing) {
        Set<String> lines = new TreeSet<>();
        String type = "";
        for (String line : listing.lines().toList()) {
            boolean isMember = line.startsWith("  ");
            type = isMember ? type : line.substring(0, line.indexOf(':'));
            lines.add(isMember ? type + line : line);
        }
        return lines;
    }

    private static String typeOf(String member) {
        return member.substring(0, member.indexOf("  "));
    }
}
