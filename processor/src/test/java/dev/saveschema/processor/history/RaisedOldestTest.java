package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions that a program no longer migrates. */
class RaisedOldestTest {

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Game(@Default("1") int gold) {}
            """;
    private static final String FIRST_STEP =
            "@Migration(from = 1, to = 2) static GameV2 more(GameV1 old) { return new GameV2(old.gold() * 2L); }";
    private static final String V2 = """
            @SaveSchema(version = 2)
            public record Game(@Default("1") long gold) {
              %s
            }
            """.formatted(FIRST_STEP.replace("GameV2", "Game"));
    private static final String V3 = """
            @SaveSchema(version = 3)
            public record Game(@Default("1") long gold, List<String> friends) {
              %s
            }
            """.formatted(FIRST_STEP);

    @TempDir
    Path folder;

    private Path history;
    private Releases releases;

    @BeforeEach
    void threeReleases() {
        history = folder.resolve("history");
        releases = new Releases(history).lock(V1).lock(V2).lock(V3);
    }

    /** In a version that is locked already, too: what a program still reads is no part of what its files look like. */
    private static String raised() {
        return V3.replace("version = 3", "version = 3, oldest = 2").replace(FIRST_STEP, "");
    }

    @Test
    void theirCodeIsNoLongerGenerated() {
        assertThat(releases.compile(V3).succeeds().generated())
                .contains("example.GameV1", "example.GameV2", "example.GameSchema");
        assertThat(releases.compile(raised()).succeeds().generated()).containsExactly("example.GameSchema");
        assertThat(releases.run("Game", raised()).source("GameSchema"))
                .doesNotContain("to2(")
                .contains("to3(");
    }

    @Test
    void stepsThatWouldNeverRunAreToldOf() {
        releases.compile(V3.replace("version = 3", "version = 3, oldest = 2"))
                .failsOnly("[SaveSchema/MigrationOutsideVersions] more goes from version 1 to 2; "
                        + "the schema's versions are 2..3")
                .atLineContaining("@Migration")
                .withFact("It would never be called")
                .andTheFix("remove more", FIRST_STEP, "");
    }

    @Test
    void aFileOfTheirsIsKeptUntouchedBesideTheNewOne() throws IOException {
        String old = releases.sampleText("game", 1);
        Path file = Files.writeString(folder.resolve("save.json"), old);
        Schema<Object> schema = releases.run("Game", raised()).schema("Game");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.RESET);
            assertThat(loaded.repairs()).extracting(Repair::reason).containsExactly(Reason.TOO_OLD);
            assertThat(loaded.value()).hasToString("Game[gold=1, friends=[]]");
            assertThat(loaded.source()).isEmpty();
            assertThat(store.save(loaded.value()).preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(old));
        }
    }

    @Test
    void laterVersionsGoOnAsBefore() {
        Schema<Object> schema = releases.run("Game", raised()).schema("Game");
        Document<Object> document = Running.read(schema, releases.sampleText("game", 2));
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps()).hasSize(1);
        MigrationTest.verify(schema, history);
    }
}
