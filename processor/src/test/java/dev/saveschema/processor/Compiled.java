package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Sources compiled with the processor, and what one asks about them.
 *
 * <pre>{@code
 * compile(source).fails("[SaveSchema/UnknownConstant] \"NORMEL\" is not a constant of Difficulty")
 *     .atLineContaining("@Default(\"NORMEL\")")
 *     .andItsFixCompilesInPlaceOf("@Default(\"NORMEL\")");
 * }</pre>
 */
public final class Compiled {

    private static final String HEADER = """
            package example;

            import dev.saveschema.annotation.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import tools.jackson.databind.JsonNode;
            import tools.jackson.databind.node.ObjectNode;

            """;

    private final List<String> sources;
    private final List<String> options;
    private final Compilation compilation;

    private Compiled(List<String> sources, List<String> options, Compilation compilation) {
        this.sources = sources;
        this.options = options;
        this.compilation = compilation;
    }

    /** Compiles sources; one without a package is in {@code example} and has the usual imports. */
    public static Compiled compile(String... sources) {
        return compile(List.of(new SaveSchemaProcessor()), sources);
    }

    /** Compiles with these processors instead. */
    public static Compiled compile(List<Processor> processors, String... sources) {
        return compile(processors, List.of("-Asaveschema.history=none"), sources);
    }

    /** Compiles with these options of the processor's. */
    public static Compiled compileWith(List<String> options, String... sources) {
        return compile(List.of(new SaveSchemaProcessor()), options, sources);
    }

    private static Compiled compile(List<Processor> processors, List<String> options, String... sources) {
        List<String> complete = Arrays.stream(sources)
                .map(source -> source.startsWith("package ") ? source : HEADER + source)
                .toList();
        return new Compiled(complete, options, run(processors, options, complete));
    }

    private static Compilation run(List<Processor> processors, List<String> options, List<String> sources) {
        JavaFileObject[] files = sources.stream()
                .map(source -> JavaFileObjects.forSourceString(nameOf(source), source))
                .toArray(JavaFileObject[]::new);
        return Compiler.javac().withProcessors(processors).withOptions(options).compile(files);
    }

    private static String nameOf(String source) {
        String packageName = source.substring("package ".length(), source.indexOf(';'));
        Matcher type = Pattern.compile(
                        "(?m)^(?:@.*?\\s)?(?:public |final |abstract |sealed |private )*(?:record|class|enum|@?interface) (\\w+)")
                .matcher(source);
        assertThat(type.find()).as("a type in %s", source).isTrue();
        return packageName + "." + type.group(1);
    }

    /** All problems with that first line, for one that concerns several places. */
    public List<Failure> failsEachWith(String firstLine) {
        return compilation.errors().stream()
                .filter(error -> text(error).lines().findFirst().orElse("").equals(firstLine))
                .map(error -> new Failure(text(error), error))
                .toList();
    }

    /** The one problem with that first line. */
    public Failure fails(String firstLine) {
        List<Diagnostic<? extends JavaFileObject>> found = compilation.errors().stream()
                .filter(error -> text(error).lines().findFirst().orElse("").equals(firstLine))
                .toList();
        assertThat(found)
                .as("errors that read %s among %s", firstLine, messages())
                .hasSize(1);
        return new Failure(text(found.get(0)), found.get(0));
    }

    /** The one error with that first line, as {@link #fails}; there is no other error. */
    public Failure failsOnly(String firstLine) {
        Failure failure = fails(firstLine);
        assertThat(compilation.errors()).as("errors %s", messages()).hasSize(1);
        return failure;
    }

    /** Asserts that there is no error. */
    public Compiled succeeds() {
        assertThat(messages()).as("errors %s", compilation.errors()).isEmpty();
        return this;
    }

    /** The one warning with that first line; nothing else is warned of, and nothing wrong. */
    public Failure warnsOnly(String firstLine) {
        succeeds();
        assertThat(warnings()).containsExactly(firstLine);
        Diagnostic<? extends JavaFileObject> warning = compilation.warnings().get(0);
        return new Failure(text(warning), warning);
    }

    /** The first lines of all warnings. */
    public List<String> warnings() {
        return compilation.warnings().stream()
                .map(warning -> text(warning).lines().findFirst().orElse(""))
                .toList();
    }

    /** The first lines of all notes. */
    public List<String> notes() {
        return compilation.notes().stream()
                .map(note -> text(note).lines().findFirst().orElse(""))
                .toList();
    }

    /** All notes, whole. */
    public List<String> wholeNotes() {
        return compilation.notes().stream().map(Compiled::text).toList();
    }

    /** The text of a file among the classes. */
    public String resource(String name) {
        return compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, name)
                .map(Failure::content)
                .orElseThrow();
    }

    /** The first lines of all errors. */
    public List<String> messages() {
        return compilation.errors().stream()
                .map(error -> text(error).lines().findFirst().orElse(""))
                .toList();
    }

    /** The qualified names of the generated classes. */
    public List<String> generated() {
        return compilation.generatedSourceFiles().stream()
                .map(file -> file.getName()
                        .replaceAll("^/SOURCE_OUTPUT/|\\.java$", "")
                        .replace('/', '.'))
                .toList();
    }

    /** The message as we said it: javac indents what follows the first line. */
    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    /** One error, with all that it tells the developer. */
    public final class Failure {

        private final String message;
        private final Diagnostic<? extends JavaFileObject> diagnostic;

        private Failure(String message, Diagnostic<? extends JavaFileObject> diagnostic) {
            this.message = message;
            this.diagnostic = diagnostic;
        }

        /** Asserts that the error points at the line with this text. */
        public Failure atLineContaining(String text) {
            assertThat(diagnostic.getSource()).as("a place for %s", message).isNotNull();
            String source = sources.stream()
                    .filter(candidate -> content(diagnostic.getSource()).equals(candidate))
                    .findFirst()
                    .orElseThrow();
            String line = source.lines().toList().get((int) diagnostic.getLineNumber() - 1);
            assertThat(line).as("the line of %s", message).contains(text);
            return this;
        }

        private static String content(JavaFileObject file) {
            try {
                return file.getCharContent(false).toString();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** Asserts that the message has this line behind the first. */
        public Failure withFact(String fact) {
            assertThat(message.lines().skip(1)).contains(fact);
            return this;
        }

        /** The fixes, in their order. */
        public Failure withFixes(String... fixes) {
            assertThat(fixes()).containsExactly(fixes);
            return this;
        }

        /** The fix that is offered before any other. */
        public Failure withFirstFix(String fix) {
            assertThat(fixes()).first().isEqualTo(fix);
            return this;
        }

        /** Each of the fixes compiles when it is pasted over this text of the first source. */
        public Failure andItsFixCompilesInPlaceOf(String faulty) {
            return andItsFixCompiles((source, fix) -> replaced(source, faulty, fix));
        }

        /** Each of the fixes compiles when the first source is edited so. */
        public Failure andItsFixCompiles(BiFunction<String, String, String> edit) {
            assertThat(fixes()).as("fixes in %s", message).isNotEmpty();
            for (String fix : fixes()) {
                andAFixCompiles(fix, edit);
            }
            return this;
        }

        /** Asserts that this fix is offered, and that the first source compiles when one of its texts is replaced by another. */
        public Failure andTheFix(String fix, String faulty, String fixed) {
            assertThat(fixes()).contains(fix);
            andAFixCompiles(fix, (source, text) -> replaced(source, faulty, fixed));
            return this;
        }

        private void andAFixCompiles(String fix, BiFunction<String, String, String> edit) {
            List<String> repaired = new ArrayList<>(sources);
            repaired.set(0, edit.apply(sources.get(0), fix));
            assertThat(repaired.get(0)).isNotEqualTo(sources.get(0));
            Compilation again = run(List.of(new SaveSchemaProcessor()), options, repaired);
            assertThat(again.errors()).as("errors after pasting %s", fix).isEmpty();
        }

        private List<String> fixes() {
            return message.lines()
                    .filter(line -> line.startsWith("Fix: ") || line.startsWith("Or:  "))
                    .map(line -> line.substring("Fix: ".length()))
                    .toList();
        }

        private static String replaced(String source, String faulty, String fixed) {
            assertThat(source).contains(faulty);
            return source.replace(faulty, fixed);
        }
    }
}
