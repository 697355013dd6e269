package dev.saveschema.processor.emit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The examples of a page of the documentation, compiled as the static methods of a class {@code Examples}, and run by their names.
 */
record PageExamples(Running running) {

    /** Compiles the examples as {@link Running#compile(String, String)} does; the source has the class. */
    static PageExamples compile(String typeName, String source) {
        return new PageExamples(Running.compile(typeName, source));
    }

    /** Runs an example, and returns its result. */
    Object run(String example, Object... arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(running.loadClass("example.Examples").getMethods())
                .filter(each -> each.getName().equals(example))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    /** The lines that an example prints. */
    List<String> printed(String example, Object... arguments) throws ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            run(example, arguments);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
