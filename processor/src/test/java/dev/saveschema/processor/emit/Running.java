package dev.saveschema.processor.emit;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.saveschema.LoadLimits;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.processor.SaveSchemaProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** A schema that was compiled in a test, with everything as strict as javac can be, and is now run. */
public final class Running extends ClassLoader {

    private static final String HEADER = """
            package example;

            import dev.saveschema.annotation.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import tools.jackson.databind.JsonNode;
            import tools.jackson.databind.node.ObjectNode;

            """;

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Compilation compilation;

    private Running(Compilation compilation) {
        super(Running.class.getClassLoader());
        this.compilation = compilation;
        if (!compilation.errors().isEmpty()) {
            throw new AssertionError(compilation.diagnostics());
        }
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                classes.put(className(file), bytes(file));
            }
        }
    }

    /** Compiles the body of a file in the package {@code example}, whose first type is called so. */
    public static Running compile(String typeName, String source) {
        return compileFile("example." + typeName, HEADER + source);
    }

    /** Compiles a source as {@link #compile(String, String)} does, with a history in a folder. */
    public static Running compile(String typeName, String source, Path history) {
        return compileFile("example." + typeName, HEADER + source, history.toString());
    }

    /** Compiles a whole file, whose first type is called so. */
    public static Running compileFile(String qualifiedName, String source) {
        return compileFile(qualifiedName, source, "none");
    }

    private static Running compileFile(String qualifiedName, String source, String history) {
        // nobody claims the constraints of jakarta.validation, which other processors may have a use for
        String lint = source.contains("jakarta.") ? "-Xlint:all,-processing" : "-Xlint:all";
        return new Running(Compiler.javac()
                .withProcessors(new SaveSchemaProcessor())
                .withOptions(lint, "-Werror", "--release", "17", "-Asaveschema.history=" + history)
                .compile(JavaFileObjects.forSourceString(qualifiedName, source)));
    }

    /** The generated schema of a record. */
    @SuppressWarnings("unchecked")
    public Schema<Object> schema(String recordName) {
        try {
            return (Schema<Object>) loadClass("example." + recordName + "Schema")
                    .getField("INSTANCE")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The text of a generated source. */
    public String source(String className) {
        return compilation.generatedSourceFiles().stream()
                .filter(file -> file.getName().endsWith("/" + className + ".java"))
                .map(file -> new String(bytes(file), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** Reads a document. */
    public static Document<Object> read(Schema<Object> schema, String json) {
        return new DocumentReader<>(schema, LoadLimits.defaults()).read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A value as a document without a seal. */
    public static String write(Schema<Object> schema, Object value) {
        return new String(DocumentWriter.body(schema, value, false, LoadLimits.defaults()), StandardCharsets.UTF_8)
                + "}";
    }

    /** The repairs, each as its line. */
    public static List<String> repairs(Document<?> document) {
        return document.repairs().stream().map(Object::toString).toList();
    }

    /** The value of a record's component. */
    public static Object get(Object record, String component) {
        try {
            return record.getClass().getMethod(component).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The record with another value for one of its components. */
    public static Object with(Object record, String component, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int at = 0; at < values.length; at++) {
                boolean other = components[at].getName().equals(component);
                values[at] = other ? value : components[at].getAccessor().invoke(record);
            }
            return record.getClass().getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static String className(JavaFileObject file) {
        return file.getName().replaceAll("^/CLASS_OUTPUT/|\\.class$", "").replace('/', '.');
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
