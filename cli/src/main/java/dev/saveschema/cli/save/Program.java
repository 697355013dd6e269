package dev.saveschema.cli.save;

import dev.saveschema.Schema;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The schemas that the processor generated for a program, found in its jar or folder of classes by the mark that the processor sets.
 * Only such classes are loaded, and only those of the newest version of each schema are used. They run with the runtime of this
 * tool, whatever runtime lies in the jar.
 */
public final class Program {

    /** The mark of the processor, in the form of a class file. */
    private static final String MARK = "Ldev/saveschema/annotation/SaveSchemaGenerated;";

    private static final String SUFFIX = "Schema.class";

    private final String name;
    private final Map<String, Schema<?>> schemas = new TreeMap<>();

    private Program(String name) {
        this.name = name;
    }

    /**
     * @param classPath jars and folders, as {@code java -cp} takes them
     * @throws IOException if one of them cannot be read
     */
    public static Program of(String classPath) throws IOException {
        List<Path> parts = Stream.of(classPath.split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
        Program program = new Program(String.join(
                File.pathSeparator, parts.stream().map(Program::name).toList()));
        // The loader stays open as long as the tool runs: classes load others when they are used.
        ClassLoader loader = new URLClassLoader(urls(parts), Program.class.getClassLoader());
        for (Path part : parts) {
            for (String className : generated(part)) {
                program.add(className, loader);
            }
        }
        return program;
    }

    private static String name(Path part) {
        return String.valueOf(part.getFileName());
    }

    private static URL[] urls(List<Path> parts) throws MalformedURLException {
        URL[] urls = new URL[parts.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = parts.get(i).toUri().toURL();
        }
        return urls;
    }

    private static List<String> generated(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            return inDirectory(part);
        }
        if (!Files.exists(part)) {
            throw new NoSuchFileException(part.toString());
        }
        try (JarFile jar = new JarFile(part.toFile())) {
            return inJar(jar);
        }
    }

    private static List<String> inDirectory(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Program::isSchema).sorted().toList()) {
                if (isMarked(Files.readAllBytes(file))) {
                    names.add(className(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                }
            }
        }
        return names;
    }

    private static boolean isSchema(Path file) {
        return name(file).endsWith(SUFFIX) && !name(file).contains("$");
    }

    private static List<String> inJar(JarFile jar) throws IOException {
        List<String> names = new ArrayList<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(SUFFIX)
                    && !entry.getName().contains("$")
                    && !entry.getName().startsWith("META-INF/")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    if (isMarked(in.readAllBytes())) {
                        names.add(className(entry.getName()));
                    }
                }
            }
        }
        return names;
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    private static boolean isMarked(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(MARK);
    }

    private void add(String className, ClassLoader loader) throws IOException {
        try {
            Class<?> type = Class.forName(className, false, loader);
            if (Schema.class.isAssignableFrom(type)) {
                Field instance = type.getDeclaredField("INSTANCE");
                instance.setAccessible(true);
                Schema<?> schema = (Schema<?>) instance.get(null);
                schemas.merge(schema.id(), schema, (a, b) -> a.version() >= b.version() ? a : b);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException(
                    "%s of %s cannot be used with this saveschema: %s; take the saveschema of the version that the program was built with"
                            .formatted(className, name, e),
                    e);
        }
    }

    /** The jars and folders, in short. */
    public String name() {
        return name;
    }

    /**
     * A schema of the program.
     *
     * @param id the schema's id; empty to take the only schema
     * @throws IOException if the program has no schema of that id, or has several to choose from
     */
    public Schema<?> schema(String id) throws IOException {
        if (schemas.isEmpty()) {
            throw new IOException(
                    name
                            + " has no class that SaveSchema generated; of a jar that holds other jars, give those, or the folder of its classes");
        }
        Schema<?> schema = id.isEmpty() && schemas.size() == 1
                ? schemas.values().iterator().next()
                : schemas.get(id);
        if (schema == null) {
            throw new IOException((id.isEmpty() ? name + " has several schemas" : name + " has no schema " + id)
                    + "; say which, with --schema: " + String.join(", ", schemas.keySet()));
        }
        return schema;
    }
}
