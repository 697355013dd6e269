package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The real compiler on real files: sources in {@code src}, classes in {@code out}, generated sources in {@code generated}. */
public final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path folder;
    private Processor processor = new SaveSchemaProcessor();

    public Javac(Path folder) {
        this.folder = folder;
    }

    /** Another processor for every compilation from now on; it is used for one only. */
    public Javac with(Processor other) {
        processor = other;
        return this;
    }

    public Javac source(String path, String text) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Compiles everything against the runtime. */
    public void compile(String... options) throws IOException {
        compile(classPath(), List.of(options));
    }

    /** Compiles everything. */
    public void compile(String classPath, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-classpath", classPath));
        all.addAll(options);
        run(all, sources());
    }

    /** Compiles everything as a module. */
    public void compileModule() throws IOException {
        run(List.of("--module-path", classPath()), sources());
    }

    /** Compiles one source only, with the classes of the others as they are, as a build tool does when only it has changed. */
    public void compileAlone(String path, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-classpath", classPath() + File.pathSeparator + out()));
        all.addAll(List.of(options));
        run(all, List.of(folder.resolve("src").resolve(path)));
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private void run(List<String> options, List<Path> sources) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "-Xlint:all,-processing,-options,-requires-automatic,-requires-transitive-automatic", "-Werror",
                "-d", Files.createDirectories(out()).toString(),
                "-s", Files.createDirectories(folder.resolve("generated")).toString()));
        all.addAll(options);
        boolean isProcessing = !options.contains("-proc:none");
        if (isProcessing && options.stream().noneMatch(option -> option.startsWith("-Asaveschema.history="))) {
            all.add("-Asaveschema.history=none");
        }
        if (!options.contains("-encoding")) {
            all.addAll(List.of("-encoding", "UTF-8"));
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    COMPILER.getTask(messages, files, null, all, null, files.getJavaFileObjectsFromPaths(sources));
            if (isProcessing) {
                task.setProcessors(List.of(processor));
                processor = new SaveSchemaProcessor();
            }
            assertThat(task.call()).as(messages.toString()).isTrue();
        }
    }

    public Path out() {
        return folder.resolve("out");
    }

    /** The text of a generated source. */
    public String generated(String path) throws IOException {
        return Files.readString(folder.resolve("generated").resolve(path));
    }

    /** All files that the compiler has written, by their paths, with each byte as a letter. */
    public Map<String, String> written() throws IOException {
        Map<String, String> files = texts(out());
        files.putAll(texts(folder.resolve("generated")));
        return files;
    }

    /** The files below a directory, by their paths, each byte as a letter. */
    public static Map<String, String> texts(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(
                            directory.getParent().relativize(file).toString().replace('\\', '/'), text(file)));
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runtime and what it needs, among what the tests run with. */
    public static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(path -> path.matches(
                                ".*(annotations|runtime)[/\\\\]target[/\\\\].*|.*(saveschema-(annotations|runtime)|"
                                        + "tools.jackson|[/\\\\]jackson-annotations|jspecify).*"))
                        .toList());
    }
}
