package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a format that says its version in its own way. */
class OwnVersionsInHistoryTest {

    private static final String STATE = "@SaveSchema(version = %d, versionMember = \"%s\")\n"
            + "public record State(@Default(\"\") String name, @Name(\"$ref\") Optional<String> editor%s) {}";

    private static final String NOTEBOOK = """
            @SaveSchema(version = %d, envelope = Notebook.Versions.class)
            public record Notebook(@Default("") String title%s) {
              public static final class Versions implements dev.saveschema.Envelope {
                @Override public int version(JsonNode root) { return root.path("major").asInt(0); }
                @Override public void stamp(ObjectNode root, int version) { root.put("major", version); }
              }
            }
            """;

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder);
    }

    @Test
    void theFormatsMemberStandsInTheSchemaAndInTheSample() {
        releases.lock(STATE.formatted(1, "v", ""));
        assertThat(releases.schemaText("state", 1))
                .contains("\"v\": {\"const\": 1}", "\"required\": [\"v\", \"name\"]", "\"versionMember\": \"v\"")
                .doesNotContain("$version", "$save");
        assertThat(releases.sampleText("state", 1)).contains("\"v\": 1").doesNotContain("$version");
        releases.compile(STATE.formatted(1, "v", "")).succeeds();
        releases.lock(STATE.formatted(2, "v", ", @Default(\"1\") int more"));
        Schema<Object> schema = releases.run("State", STATE.formatted(2, "v", ", @Default(\"1\") int more"))
                .schema("State");
        MigrationTest.verify(schema, folder);
        assertThat(Running.read(schema, releases.sampleText("state", 1)).version())
                .isEqualTo(1);
    }

    @Test
    void anotherMemberIsAnotherFormat() {
        releases.lock(STATE.formatted(1, "v", ""));
        releases.compile(STATE.formatted(1, "version", ""))
                .failsOnly("[SaveSchema/VersionNotBumped] State is not what its locked version 1 was")
                .withFact("the version was in v and is in version");
        releases.compile(STATE.formatted(2, "version", "")).succeeds();
    }

    @Test
    void aFormatWithAnEnvelopeHasAHistoryToo() {
        releases.lock(NOTEBOOK.formatted(1, ""));
        assertThat(releases.schemaText("notebook", 1))
                .contains("\"versionMember\": \"\"", "\"additionalProperties\": true")
                .doesNotContain("$version", "$save");
        releases.lock(NOTEBOOK.formatted(2, ", @Default(\"1\") int more"));
        Schema<Object> schema = releases.run("Notebook", NOTEBOOK.formatted(2, ", @Default(\"1\") int more"))
                .schema("Notebook");
        MigrationTest.verify(schema, folder);
    }
}
