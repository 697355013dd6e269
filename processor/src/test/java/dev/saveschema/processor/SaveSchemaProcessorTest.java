package dev.saveschema.processor;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.emit.SchemaEmitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class SaveSchemaProcessorTest {

    /** The schemas that came as far as the emitter; a compilation with an error shows no generated file. */
    private final List<String> emitted = new ArrayList<>();

    private static final String SOUND = "@SaveSchema(version = 1) public record Sound(List<String> a) {}";

    @Test
    void aClassIsGeneratedBesideTheRecord() {
        assertThat(compile(SOUND).succeeds().generated()).containsExactly("example.SoundSchema");
    }

    @Test
    void aNestedRecordsClassIsNamedAfterAllOfThem() {
        assertThat(compile("class Game { @SaveSchema(version = 1) record Progress(List<String> a) {} }")
                        .succeeds()
                        .generated())
                .containsExactly("example.Game_ProgressSchema");
    }

    @Test
    void allProblemsOfASchemaAreReportedAtOnce() {
        Compiled compiled = compileWatched("""
                @SaveSchema(version = 0, id = "X")
                public record Broken(
                    int a,
                    byte[] b,
                    @Name("") List<String> c,
                    @Default("x") int d) {
                  @Migration(from = 1, to = 2) void step() {}
                }
                """);
        assertThat(compiled.messages())
                .extracting(message -> message.replaceAll("^\\[SaveSchema/(\\w+)].*", "$1"))
                .containsExactlyInAnyOrder(
                        "UnsupportedType",
                        "MigrationSignature",
                        "VersionBelowOne",
                        "UnusableId",
                        "EmptyName",
                        "MissingDefault",
                        "DefaultTypeMismatch");
        assertThat(emitted).isEmpty();
    }

    @Test
    void aSchemaWithAProblemDoesNotStopItsNeighbour() {
        Compiled compiled = compileWatched("@SaveSchema(version = 1) public record Broken(int a) {}", SOUND);
        assertThat(compiled.messages()).hasSize(1);
        assertThat(emitted).containsExactly("sound");
    }

    @Test
    void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
        // Ours are claimed. With no other annotation in a round, javac calls no later processor that takes any.
        String another = "@FunctionalInterface interface Another { void run(); }";
        for (String use : List.of("Later later", "List<Later> later", "Holder holder")) {
            Compiled compiled = compile(
                    List.of(new SaveSchemaProcessor(), new LaterProcessor()),
                    "@SaveSchema(version = 1) public record Profile(" + use + ") {}",
                    "record Holder(Optional<Later> later) {}",
                    another);
            assertThat(compiled.succeeds().generated())
                    .as(use)
                    .containsExactlyInAnyOrder("example.Later", "example.ProfileSchema");
        }
    }

    @Test
    void whatNobodyGeneratesIsTheCompilersToReport() {
        for (String source : List.of(
                "@SaveSchema(version = 1) public record Profile(int a, Missing missing) {}",
                "@SaveSchema(version = 1) public record Profile(@Default(Missing.A) int a) {}",
                "@SaveSchema(version = 1, migrations = Missing.class) public record Profile(int a) {}",
                "@SaveSchema(version = 1) public record Profile(int a) {\n"
                        + "@Migration(from = 1, to = 2) static void m(Missing x) {} }")) {
            Compiled compiled = compileWatched(source);
            assertThat(compiled.messages())
                    .as(source)
                    .isNotEmpty()
                    .noneMatch(message -> message.startsWith("[SaveSchema/"));
            assertThat(emitted).isEmpty();
        }
    }

    /** javac 17 hides such an annotation from processors, so that a problem of ours may stand beside its own. */
    @Test
    void aMissingAnnotationStopsTheSchema() {
        Compiled compiled = compileWatched("@SaveSchema(version = 1) public record Profile(@Defualt(\"1\") int a) {}");
        assertThat(compiled.messages()).contains("cannot find symbol");
        assertThat(emitted).isEmpty();
    }

    @Test
    void anAttributeThatIsMissingIsTheCompilersToReport() {
        assertThat(compile("@SaveSchema public record Profile(int a) {}").messages())
                .hasSize(1)
                .noneMatch(message -> message.startsWith("[SaveSchema/"));
    }

    @Test
    void aBugIsReportedWithTheSchemasName() {
        SaveSchemaProcessor faulty = new SaveSchemaProcessor((schema, steps, minReader, previous) -> {
            throw new IllegalStateException("no shape for " + schema.id());
        });
        compile(List.of(faulty), SOUND)
                .failsOnly("[SaveSchema/Bug] SaveSchema failed on example.Sound: "
                        + "java.lang.IllegalStateException: no shape for sound")
                .atLineContaining("record Sound")
                .withFact("This is a fault of SaveSchema, not of your code; the other schemas are not affected")
                .withFact("java.lang.IllegalStateException: no shape for sound");
    }

    @Test
    void aBugInOneSchemaDoesNotStopTheOthers() {
        SaveSchemaProcessor faulty = new SaveSchemaProcessor((schema, steps, minReader, previous) -> {
            if (schema.id().equals("first")) {
                throw new AssertionError("first");
            }
            emitted.add(schema.id());
            return new SchemaEmitter().emit(schema, steps, minReader, previous);
        });
        Compiled compiled =
                compile(List.of(faulty), "@SaveSchema(version = 1) public record First(List<String> a) {}", SOUND);
        assertThat(compiled.messages()).hasSize(1);
        assertThat(emitted).containsExactly("sound");
    }

    @Test
    void aClassOfTheGeneratedNameIsNotOverwritten() {
        compile(SOUND, "class SoundSchema {}")
                .failsOnly("[SaveSchema/GeneratedClassExists] example.SoundSchema exists already, "
                        + "and it is the name of the class to be generated")
                .atLineContaining("record Sound");
    }

    private Compiled compileWatched(String... sources) {
        SaveSchemaProcessor watched = new SaveSchemaProcessor((schema, steps, minReader, previous) -> {
            emitted.add(schema.id());
            return new SchemaEmitter().emit(schema, steps, minReader, previous);
        });
        return compile(List.of(watched), sources);
    }

    /** Generates the record {@code Later}, in its first round. */
    @SupportedAnnotationTypes("*")
    private static final class LaterProcessor extends AbstractProcessor {

        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer file = processingEnv
                        .getFiler()
                        .createSourceFile("example.Later")
                        .openWriter()) {
                    file.write("package example; public record Later(java.util.List<String> names) {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
