package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that lacks a member says the default of the version that wrote it. */
class OmissionsInHistoryTest {

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Page(@Omit @Default("1") int size, @Omit @Default("EAST") Wind wind, Cell cell, Optional<JsonNode> meta) {
              public enum Wind { EAST, WEST }
              public record Cell(@Omit List<String> tags) {}
            }
            """;

    private static final String V2 = V1.replace("version = 1", "version = 2")
            .replace("@Default(\"1\")", "@Default(\"7\")")
            .replace("{ EAST,", "{ @RenamedFrom(value = \"EAST\", since = 2) @Name(\"east\") EAST,")
            .replace("@Omit List<String> tags", "@Omit @Default(\"[\\\"new\\\"]\") List<String> tags");

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void lock() {
        releases = new Releases(folder).lock(V1);
    }

    @Test
    void aMemberThatMayBeAbsentIsNotRequired() {
        assertThat(releases.schemaText("page", 1)).contains("\"required\": [\"$version\", \"cell\"]");
        releases.compile(V1).succeeds();
    }

    @Test
    void anotherDefaultTakesAnotherVersion() {
        releases.compile(V1.replace("@Default(\"1\")", "@Default(\"7\")"))
                .failsOnly("[SaveSchema/VersionNotBumped] Page is not what its locked version 1 was")
                .withFact("changed  size  if it is absent, was 1; is 7");
        releases.compile(V1.replace("@Omit @Default(\"1\")", "@Default(\"1\")"))
                .failsOnly("[SaveSchema/VersionNotBumped] Page is not what its locked version 1 was")
                .withFact("changed  size  if it is absent, was 1; is a repair");
    }

    @Test
    void theStepPutsInWhatTheOlderVersionMeant() {
        releases.lock(V2);
        Schema<Object> schema = releases.run("Page", V2).schema("Page");
        Document<Object> old = Running.read(schema, "{\"$version\": 1, \"cell\": {}}");
        assertThat(old.repairs()).isEmpty();
        assertThat(old.value()).hasToString("Page[size=1, wind=EAST, cell=Cell[tags=[]], meta=Optional.empty]");
        assertThat(Running.write(schema, old.value())).isEqualTo("{\"$version\":2,\"size\":1,\"cell\":{\"tags\":[]}}");
        Document<Object> now = Running.read(schema, "{\"$version\": 2, \"cell\": {}}");
        assertThat(now.value()).hasToString("Page[size=7, wind=EAST, cell=Cell[tags=[new]], meta=Optional.empty]");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void anOldRecordKnowsThatAMemberMayBeAbsent() {
        String v2 = V1.replace("version = 1", "version = 2")
                .replace(
                        "public enum",
                        "@Migration(from = 1, to = 2) static Page step(PageV1 old) { return new Page(old.size() + 1, Wind.WEST, "
                                + "new Cell(old.cell().tags()), old.meta()); }\n  public enum");
        Document<Object> document = Running.read(
                releases.run("Page", v2).schema("Page"), "{\"$version\": 1, \"cell\": {}, \"meta\": null}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Page[size=2, wind=WEST, cell=Cell[tags=[]], meta=Optional[null]]");
    }

    @Test
    void anyJsonMayBeNullByDefaultBetweenTwoLockedVersions() {
        String v2 = "@SaveSchema(version = %d) public record Any(@Default(\"null\") JsonNode x%s) {%s}";
        String step = "@Migration(from = 1, to = 2) static void step(ObjectNode old) { old.put(\"y\", 1); }";
        releases.lock(v2.formatted(1, "", "")).lock(v2.formatted(2, ", @Default(\"0\") int y", step));
        releases.compile(v2.formatted(3, ", @Default(\"0\") int y, @Default(\"0\") int z", step))
                .succeeds();
    }
}
