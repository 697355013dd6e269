package dev.saveschema.example.tour;

import dev.saveschema.example.Progress;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler with SaveSchema's processor, as a build would run it.
 *
 * @param sources the example's own, in place of its classes, which are of another compilation
 * @param history what released versions looked like
 * @param output for what is generated
 */
record Javac(Path sources, Path history, Path output) {

    /** What the compiler has to say against a copy of {@code Progress}; nothing if it is content. */
    List<String> errors(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean isContent = compiler.getTask(said, files, null, options(), null, List.of(new Copy(source)))
                    .call();
            return isContent
                    ? List.of()
                    : said.toString()
                            .lines()
                            .filter(line -> !line.matches("\\d+ errors?"))
                            .toList();
        }
    }

    private List<String> options() {
        return List.of(
                "-proc:only",
                "-processorpath",
                System.getProperty("tour.processor"),
                "-classpath",
                libraries(),
                "-sourcepath",
                sources.toString(),
                "-s",
                output.toString(),
                "-Asaveschema.history=" + history);
    }

    private static String libraries() {
        Path own = Path.of(URI.create(Progress.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(own.toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The source, which is in no file. */
    private static final class Copy extends SimpleJavaFileObject {

        private final String source;

        private Copy(String source) {
            super(URI.create("string:///dev/saveschema/example/Progress.java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }

        @Override
        public String getName() {
            return "Progress.java";
        }
    }
}
