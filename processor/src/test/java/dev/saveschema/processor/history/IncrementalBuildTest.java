package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.processor.Javac;
import dev.saveschema.processor.SaveSchemaProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules that build tools, by Gradle's manual, set for a processor that they call isolating: every file is made of one record,
 * so that this record alone can be compiled again, and every file is written through the compiler.
 */
class IncrementalBuildTest {

    private static final String IMPORTS =
            "package example;\nimport dev.saveschema.annotation.*;\nimport java.util.*;\n";
    private static final String GAME_1 =
            IMPORTS + "@SaveSchema(version = 1) public record Game(@Default(\"1\") int gold) {}\n";
    private static final String GAME_2 = IMPORTS + """
            @SaveSchema(version = 2)
            public record Game(@Default("1") long gold) {
              @Migration(from = 1, to = 2) static Game more(GameV1 old) { return new Game(old.gold() * 2L); }
            }
            """;
    private static final String LEVEL =
            IMPORTS + "@SaveSchema(version = 1) public record Level(List<String> names) {}\n";

    @TempDir
    Path folder;

    private Path history;
    private String kept;
    private Javac javac;

    @BeforeEach
    void twoSchemasOneOfWhichHasARelease() throws IOException {
        history = folder.resolve("history");
        kept = "-Asaveschema.history=" + history;
        javac = new Javac(folder);
        javac.source("example/Game.java", GAME_1).source("example/Level.java", LEVEL);
        javac.compile(kept, "-Asaveschema.lock=true");
        javac.source("example/Game.java", GAME_2);
    }

    @Test
    void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
        try (InputStream declared =
                SaveSchemaProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(declared.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SaveSchemaProcessor.class.getName() + ",isolating\n");
        }
    }

    @Test
    void everyFileIsMadeOfOneRecord() throws IOException {
        Watched watched = new Watched();
        javac.with(watched).compile(kept);
        assertThat(watched.origins)
                .containsOnly(
                        Map.entry("example.GameSchema", "example.Game"),
                        Map.entry("example.GameV1", "example.Game"),
                        Map.entry("example.GameV1Schema", "example.Game"),
                        Map.entry("META-INF/saveschema/game.schema.json", "example.Game"),
                        Map.entry("example.LevelSchema", "example.Level"),
                        Map.entry("META-INF/saveschema/level.schema.json", "example.Level"));
    }

    @Test
    void nothingChangesWhenNothingHasChanged() throws IOException {
        javac.compile(kept);
        Map<String, String> written = javac.written();
        Map<String, String> locked = Javac.texts(history);
        javac.compile(kept);
        assertThat(javac.written()).isEqualTo(written);
        assertThat(Javac.texts(history)).isEqualTo(locked);
    }

    @Test
    void anOrdinaryBuildOnlyReadsTheHistory() throws IOException {
        Map<String, String> locked = Javac.texts(history);
        javac.compile(kept);
        assertThat(Javac.texts(history))
                .isEqualTo(locked)
                .containsOnlyKeys(
                        "history/game/1.schema.json",
                        "history/game/1.sample.json",
                        "history/level/1.schema.json",
                        "history/level/1.sample.json");
    }

    @Test
    void aRecordAloneComesToTheSame() throws IOException {
        javac.compile(kept);
        Map<String, String> together = javac.written();
        deleteWhatIsMadeOf("Game");
        javac.compileAlone("example/Game.java", kept);
        assertThat(javac.written()).isEqualTo(together);
    }

    @Test
    void anEditOfTheHistoryIsNoticedWhenItIsCompiledAgain() throws IOException {
        javac.compile(kept);
        Path file = history.resolve("game/1.schema.json");
        Files.writeString(file, Files.readString(file).replace("\"default\": 1", "\"default\": 2"));
        deleteWhatIsMadeOf("Game");
        assertThatThrownBy(() -> javac.compileAlone("example/Game.java", kept))
                .hasMessageContaining("[SaveSchema/HistoryEdited]");
    }

    /** The other one is not among the sources then, but it is still there. */
    @Test
    void aRecordLikeAnotherIsNotTakenForItWhenItAloneIsCompiled() throws IOException {
        javac.compile(kept);
        javac.source("example/Stage.java", LEVEL.replace("Level", "Stage"));
        javac.compileAlone("example/Stage.java", kept);
        assertThat(javac.out().resolve("example/StageSchema.class")).exists();
    }

    @Test
    void aRecordThatTookTheNameOfAnotherIsToldSoWhenItAloneIsCompiled() throws IOException {
        javac.compile(kept);
        deleteWhatIsMadeOf("Level");
        javac.source("example/Stage.java", LEVEL.replace("Level", "Stage"));
        assertThatThrownBy(() -> javac.compileAlone("example/Stage.java", kept))
                .hasMessageContaining("[SaveSchema/UnknownId]");
    }

    /** A build tool would delete it; who runs javac by hand may not. */
    @Test
    void aRecordOfAnEarlierCompilationIsToldOfWhereTheCompilerFailsOnIt() throws IOException {
        javac.compile(kept);
        String warning = "[SaveSchema/StaleRecord] example.GameV1 of an earlier compilation is on the class path";
        if (Runtime.version().feature() < 23) {
            assertThatThrownBy(() -> javac.compileAlone("example/Game.java", kept))
                    .hasMessageContaining(warning)
                    .hasMessageContaining("delete its class file");
        } else {
            javac.compileAlone("example/Game.java", kept);
        }
        deleteWhatIsMadeOf("Game");
        javac.compileAlone("example/Game.java", kept);
    }

    /** Deletes the files that are made of a record, as a build tool does before it compiles the changed record again. */
    private void deleteWhatIsMadeOf(String record) throws IOException {
        for (String file : javac.written().keySet()) {
            if (file.contains("/" + record) || file.endsWith("/" + record.toLowerCase(Locale.ROOT) + ".schema.json")) {
                Files.delete(folder.resolve(file));
            }
        }
    }

    /** The processor, with an eye on what it says its files are made of. */
    private static final class Watched implements Processor {

        private final Map<String, String> origins = new TreeMap<>();
        private final Processor processor = new SaveSchemaProcessor();

        @Override
        public void init(ProcessingEnvironment environment) {
            Filer filer = proxy(Filer.class, environment.getFiler(), null);
            processor.init(proxy(ProcessingEnvironment.class, environment, filer));
        }

        private <T> T proxy(Class<T> type, T real, Filer filer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        if (method.getName().startsWith("create")) {
                            Object[] all = (Object[]) arguments[arguments.length - 1];
                            assertThat(all).hasSize(1);
                            String made = arguments[arguments.length - 2].toString();
                            origins.put(made, ((Element) all[0]).toString());
                        }
                        try {
                            return method.getName().equals("getFiler") ? filer : method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
            return processor.getCompletions(element, annotation, member, userText);
        }
    }
}
