package dev.saveschema.processor;

import dev.saveschema.annotation.SaveSchema;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A developer's project, and what javac prints there as it does on a command line: place, source and caret. */
final class CommandLineJavac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private static final String HEADER = """
        package example;

        import dev.saveschema.*;
        import dev.saveschema.annotation.*;
        import java.time.*;
        import java.util.*;
        import tools.jackson.databind.JsonNode;
        import tools.jackson.databind.node.ObjectNode;

        """;

    /** A project that the page's readers could have. */
    private static final String SHOWN_PROJECT = "/home/you/game";

    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:(?:public|final|abstract|sealed) )*(?:record|class|enum|interface) (\\w+)");
    private static final Pattern START = Pattern.compile("(?:\\S+\\.java:\\d+: )?((?:error|warning|Note): .*)");
    private static final Pattern COUNT = Pattern.compile("\\d+ (?:error|warning)s?");

    private final Path project;
    private int compilations;
    private Processor processor;
    private List<Path> furtherClassPath = List.of();
    private String classPath = System.getProperty("java.class.path");

    CommandLineJavac(Path project) {
        this.project = project;
    }

    /** For the next compilation. */
    CommandLineJavac with(Processor other) {
        processor = other;
        return this;
    }

    /** For every further compilation. */
    CommandLineJavac withClassPath(Path... entries) {
        furtherClassPath = List.of(entries);
        return this;
    }

    /** For every further compilation: the annotations alone. */
    CommandLineJavac withoutRuntime() {
        try {
            classPath = Path.of(SaveSchema.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    Path history() {
        return project.resolve("src/main/saveschema");
    }

    /** The folder for the classes of the next compilation. */
    Path nextClasses() {
        return directory("classes", compilations + 1);
    }

    /** The folder for the generated sources of the next compilation. */
    Path nextGenerated() {
        return directory("generated", compilations + 1);
    }

    private Path directory(String name, int compilation) {
        return project.resolve("target").resolve(compilation + "-" + name);
    }

    /**
     * Compiles a source, and gives all messages as they are printed, without the path in front: first line, source and caret, the
     * rest.
     *
     * @param sources files; one without a package is in {@code example} and has the usual imports
     */
    List<String> compile(List<String> options, String... sources) throws IOException {
        compilations++;
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            files.add(written(source));
        }
        List<String> path = new ArrayList<>(List.of(classPath));
        furtherClassPath.forEach(entry -> path.add(entry.toString()));
        List<String> all = new ArrayList<>(List.of(
                "-classpath", String.join(File.pathSeparator, path),
                "-d",
                        Files.createDirectories(directory("classes", compilations))
                                .toString(),
                "-s",
                        Files.createDirectories(directory("generated", compilations))
                                .toString()));
        all.addAll(options);
        StringWriter printed = new StringWriter();
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(printed, FILES, null, all, null, FILES.getJavaFileObjectsFromPaths(files));
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(processor == null ? new SaveSchemaProcessor() : processor));
        processor = null;
        task.call();
        return messages(printed.toString());
    }

    private Path written(String source) throws IOException {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new AssertionError("no type in " + source);
        }
        Path file = directory("sources", compilations).resolve("example/" + type.group(1) + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source.startsWith("package ") ? source : HEADER + source);
    }

    private List<String> messages(String printed) {
        List<String> messages = new ArrayList<>();
        String shown = printed.replaceAll(Pattern.quote(project + "/target/") + "\\d+-", SHOWN_PROJECT + "/target/")
                .replace(project.toString(), SHOWN_PROJECT)
                .replaceAll("(?m)(?:^\\s+at .*\n)+", "  …\n"); // of a stack trace
        for (String line : shown.lines().toList()) {
            Matcher start = START.matcher(line);
            if (start.matches()) {
                messages.add(start.group(1) + "\n");
            } else if (!COUNT.matcher(line).matches() && !messages.isEmpty()) {
                messages.set(messages.size() - 1, messages.get(messages.size() - 1) + line.stripTrailing() + "\n");
            }
        }
        return messages;
    }
}
