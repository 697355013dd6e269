package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.history.Releases;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.StringNode;

/** An element that a mod, a plug-in or a newer build has put into a list stays there until its kind is known again. */
class UnknownKindsTest {

    private static final String BOARD = """
            @SaveSchema(version = 1)
            public record Board(List<Part> parts, Optional<Part> best, Map<String, Part> named) {
              public sealed interface Part permits Lamp, Door, Other {}
              @Subtype("lamp") public record Lamp(@Default("1") int watts) implements Part {}
              @Subtype("door") public record Door(@Default("false") boolean open) implements Part {}
              public record Other(@Unknown Map<String, JsonNode> members) implements Part {}
            }
            """;

    private static final String MODDED = "{\"$version\":1,\"parts\":[{\"type\":\"lamp\",\"watts\":40},"
            + "{\"type\":\"modded:laser\",\"power\":9000,\"deep\":{\"a\":[1,null]}},{\"type\":\"door\",\"open\":true},{\"no\":1}],"
            + "\"best\":{\"power\":1,\"type\":\"modded:laser\"},\"named\":{\"a\":{\"type\":7}}}";

    @TempDir
    Path folder;

    @Test
    void whatNoRecordClaimsIsKeptWhereItIs() {
        Schema<Object> schema = Running.compile("Board", BOARD).schema("Board");
        Document<Object> document = Running.read(schema, MODDED);
        assertThat(document.repairs()).isEmpty();
        assertThat(((List<?>) Running.get(document.value(), "parts")).get(1))
                .hasToString("Other[members={type=\"modded:laser\", power=9000, deep={\"a\":[1,null]}}]");
        assertThat(Running.write(schema, document.value())).isEqualTo(MODDED);
    }

    @Test
    void whatIsNoObjectIsStillARepair() {
        Schema<Object> schema = Running.compile("Board", BOARD).schema("Board");
        assertThat(
                        Running.repairs(
                                Running.read(
                                        schema,
                                        "{\"$version\":1,\"parts\":[7, {\"type\":\"lamp\",\"watts\":\"x\"}],\"best\":null,\"named\":{}}")))
                .containsExactly(
                        "parts[0]: 7 is not an object; dropped", "parts[1].watts: \"x\" is not a whole number; used 1");
    }

    @Test
    void whatWouldBeReadAsAnotherRecordIsNotSaved() {
        Schema<Object> schema = Running.compile("Board", BOARD).schema("Board");
        Object value = Running.read(schema, MODDED).value();
        Object laser = ((List<?>) Running.get(value, "parts")).get(1);
        Object lamp = Running.with(laser, "members", Map.of("type", StringNode.valueOf("lamp")));
        assertThatThrownBy(() -> Running.write(schema, Running.with(value, "parts", List.of(laser, lamp))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts[1]: \"type\" is \"lamp\", which has a record of its own and would be read as that");
    }

    @Test
    void itsHistoryGoesOnAndWhatBecomesKnownIsRead() {
        Releases releases = new Releases(folder).lock(BOARD);
        assertThat(releases.schemaText("board", 1)).contains("\"anyOf\"");
        releases.compile(BOARD).succeeds();
        String v2 = BOARD.replace("version = 1", "version = 2")
                .replace("permits Lamp, Door,", "permits Lamp, Door, Laser,")
                .replace(
                        "public record Other",
                        "@Subtype(\"modded:laser\") public record Laser(@Default(\"1\") int power) implements Part {}\n"
                                + "  @Migration(from = 1, to = 2) static Board step(BoardV1 old) {\n"
                                + "    return new Board(old.parts().stream().<Part>map(part -> part instanceof BoardV1.Other other"
                                + " ? new Other(other.unknown()) : new Door(true)).toList(), Optional.empty(), Map.of());\n  }\n"
                                + "  public record Other");
        releases.lock(v2);
        Schema<Object> schema = releases.run("Board", v2).schema("Board");
        Document<Object> document = Running.read(schema, MODDED.replace(",\"deep\":{\"a\":[1,null]}", ""));
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.get(document.value(), "parts").toString())
                .startsWith("[Door[open=true], Laser[power=9000], Door[open=true], Other[members={no=1}]]");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void aRecordThatMayTakeNothingElseNeedsNoName() {
        Releases releases = new Releases(folder).lock(BOARD);
        releases.compile(BOARD.replace(", Other {}", " {}").replaceFirst("public record Other.*\n", ""))
                .failsOnly("[SaveSchema/VersionNotBumped] Board is not what its locked version 1 was")
                .withFact("changed  Part  no longer keeps what it does not know");
    }
}
