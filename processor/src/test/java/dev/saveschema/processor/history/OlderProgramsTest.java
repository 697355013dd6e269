package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.processor.emit.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program of version 1 may do with a file of version 2: row by row of the table in the docs. */
class OlderProgramsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String RECORD = """
            @SaveSchema(version = %d) %s
            public record Page(@Default("0") int n, %s) {
              %s
            }
            """;

    private static final String PART = "record Part(@Default(\"1\") int x%s) {}";

    /** What an older program may do. */
    private enum May {
        WRITE,
        READ,
        NOTHING
    }

    /**
     * A row of the table.
     *
     * @param oldRest the components of version 1 but the first
     * @param newRest those of version 2
     * @param onRecord what is written above version 2
     * @param loss what an old program would write so that something is lost, if it may not write; empty if it need not change anything
     */
    private record Row(
            String name,
            May may,
            String oldRest,
            String oldTypes,
            String newRest,
            String newTypes,
            String onRecord,
            String reason,
            String loss) {

        String source(int version) {
            return version == 1
                    ? RECORD.formatted(1, "", oldRest, oldTypes)
                    : RECORD.formatted(2, onRecord, newRest, newTypes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, May may, String oldRest, String newRest, String reason) {
        return new Row(name, may, oldRest, "", newRest, "", "", reason, "");
    }

    private static Row typed(
            String name, May may, String rest, String oldTypes, String newTypes, String reason, String loss) {
        return new Row(name, may, rest, oldTypes, rest, newTypes, "", reason, loss);
    }

    static Stream<Arguments> rows() {
        String more = PART.formatted(", @Default(\"5\") int y");
        String one = PART.formatted("");
        String color = "enum Color { RED, GREEN%s }";
        String kinds =
                "sealed interface Kind permits A, B%s {} @Subtype(\"a\") record A(@Default(\"1\") int x) implements Kind {} "
                        + "@Subtype(\"b\") record B(@Default(\"1\") int y) implements Kind {}%s";
        return Stream.of(
                        row(
                                "member added",
                                May.WRITE,
                                "@Default(\"a\") String s",
                                "@Default(\"a\") String s, @Default(\"7\") int t",
                                ""),
                        typed("member added to a part", May.WRITE, "Part part", one, more, "", ""),
                        typed("member added to a map's value", May.WRITE, "Map<String, Part> parts", one, more, "", ""),
                        typed(
                                "member added to an element",
                                May.READ,
                                "List<Part> parts",
                                one,
                                more,
                                "1: y was added to Part, of which there are lists",
                                ""),
                        new Row(
                                "member removed",
                                May.WRITE,
                                "@Default(\"a\") String s, @Default(\"7\") int t",
                                "",
                                "@Default(\"a\") String s",
                                "",
                                "@Removed(name = \"t\", since = 2)",
                                "",
                                ""),
                        typed(
                                "constant added",
                                May.WRITE,
                                "@Default(\"RED\") Color c",
                                color.formatted(""),
                                color.formatted(", BLUE"),
                                "",
                                ""),
                        typed(
                                "kind added",
                                May.WRITE,
                                "@Default(\"a\") Kind k",
                                kinds.formatted("", ""),
                                kinds.formatted(", C", " @Subtype(\"c\") record C() implements Kind {}"),
                                "",
                                ""),
                        row("widened", May.WRITE, "@Default(\"1\") int t", "@Default(\"1\") long t", ""),
                        row(
                                "limit widened",
                                May.WRITE,
                                "@Default(\"1\") @Range(max = 9) int t",
                                "@Default(\"1\") @Range(max = 99) int t",
                                ""),
                        row("made optional", May.WRITE, "@Default(\"1\") Integer t", "Optional<Integer> t", ""),
                        new Row(
                                "constant removed",
                                May.READ,
                                "@Default(\"RED\") Color c",
                                color.formatted(", BLUE"),
                                "@Default(\"RED\") Color c",
                                "@Removed(name = \"BLUE\", since = 2) " + color.formatted(""),
                                "",
                                "1: BLUE was removed from Color",
                                "{\"c\":\"BLUE\"}"),
                        new Row(
                                "limit narrowed",
                                May.READ,
                                "@Default(\"1\") @Range(max = 99) int t",
                                "",
                                "@Default(\"1\") @Range(max = 9) int t",
                                "",
                                "",
                                "1: t takes less",
                                "{\"t\":98}"),
                        row(
                                "renamed",
                                May.NOTHING,
                                "@Default(\"a\") String nick",
                                "@RenamedFrom(value = \"nick\", since = 2) @Default(\"a\") String name",
                                "1: nick was renamed"),
                        new Row(
                                "converted",
                                May.NOTHING,
                                "@Default(\"1\") int t",
                                "",
                                "@Default(\"1\") String t",
                                "@Migration(from = 1, to = 2, component = \"t\") static String text(int t) { return \"\" + t; }",
                                "",
                                "1: text converts t",
                                ""),
                        new Row(
                                "code over the whole document",
                                May.NOTHING,
                                "@Default(\"1\") int t",
                                "",
                                "@Default(\"1\") int t",
                                "@Migration(from = 1, to = 2) static void twice(ObjectNode old) { old.put(\"t\", 2); }",
                                "",
                                "1: twice is code over the whole document",
                                ""))
                .map(Arguments::of);
    }

    @TempDir
    Path folder;

    @TempDir
    Path history;

    private Schema<Object> older;
    private Schema<Object> newer;
    private Path file;

    private void release(Row row) {
        Releases releases = new Releases(history).lock(row.source(1));
        older = releases.run("Page", row.source(1)).schema("Page");
        assertThat(releases.compile(row.source(2)).succeeds().wholeNotes())
                .anyMatch(note -> note.contains("Its files are read by")
                        && (row.reason().isEmpty() || note.contains(row.reason())));
        releases.lock(row.source(2));
        newer = releases.run("Page", row.source(2)).schema("Page");
        file = folder.resolve("page.json");
        try (SaveStore<Object> store = SaveStore.open(newer, file)) {
            store.save(Running.read(newer, releases.sampleText("page", 2)).value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The document in the file, but for its seal. */
    private ObjectNode document() throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(Files.readString(file));
        document.remove("$save");
        return document;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theHistorySaysWhatAnOlderProgramMayDo(Row row) {
        release(row);
        assertThat(newer.reads()).isEqualTo(row.may() == May.NOTHING ? 2 : 1);
        assertThat(newer.writes()).isEqualTo(row.may() == May.WRITE ? 1 : 2);
        String locked = new Releases(history).schemaText("page", 2);
        if (row.may() == May.NOTHING) {
            assertThat(locked).doesNotContain("\"reads\"");
        } else {
            assertThat(locked).contains("\"reads\": 1", "\"writes\": " + newer.writes());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatItMayWriteBackLosesNothing(Row row) throws IOException {
        release(row);
        ObjectNode before = document();
        byte[] original = Files.readAllBytes(file);
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(Files.readAllBytes(file)).isEqualTo(original);
            boolean isNeverMet =
                    before.toString().contains("BLUE") || before.toString().contains("\"c\"");
            assertThat(loaded.outcome()).isEqualTo(row.may() == May.WRITE ? Outcome.LOADED : Outcome.NEWER);
            if (row.may() == May.READ) {
                assertThat(loaded.repairs()).isEmpty();
                assertThatThrownBy(() -> store.save(loaded.value()))
                        .isInstanceOf(NewerVersionException.class)
                        .hasMessageContaining(
                                "would lose something if it were written; programs from version 2 on can write it");
            } else if (row.may() == May.WRITE) {
                assertThat(loaded.isClean()).isTrue();
                store.save(Running.with(loaded.value(), "n", 77));
                assertThat(document()).hasToString(before.put("n", 77).toString());
                assertThat(folder.resolve("page.json.v2.bak")).hasBinaryContent(original);
            }
        }
        if (row.may() == May.WRITE) {
            try (SaveStore<Object> store = SaveStore.open(newer, file)) {
                LoadResult<Object> back = store.load();
                assertThat(back.repairs()).isEmpty();
                assertThat(back.steps()).isEmpty();
                assertThat(Running.get(back.value(), "n")).isEqualTo(77);
            }
        }
    }

    /** Each row is needed: without it an older program would destroy something. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatItMayNotWriteBackWouldLoseSomething(Row row) throws IOException {
        release(row);
        if (row.may() == May.WRITE) {
            return;
        }
        ObjectNode before = document();
        String forced =
                Files.readString(file).replaceFirst("\"reads\": [12], \"writes\": 2", "\"reads\": 1, \"writes\": 1");
        Files.writeString(file, forced);
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            LoadResult<Object> loaded = store.load();
            if (loaded.outcome() == Outcome.NEWER) {
                return; // what had to be repaired is not written in any case
            }
            Object changed = row.loss().isEmpty()
                    ? loaded.value()
                    : Running.read(older, "{\"$version\": 1, " + row.loss().substring(1))
                            .value();
            store.save(Running.with(changed, "n", 77));
        }
        ObjectNode after = document();
        boolean isWhole = Running.read(newer, Files.readString(file)).repairs().isEmpty()
                && after.toString().equals(before.put("n", 77).toString());
        assertThat(isWhole && row.reason().isEmpty()).isFalse();
    }

    @Test
    void twoBuildsTakeTurnsOnOneFile() throws IOException {
        Row row = typed(
                "turns",
                May.WRITE,
                "Map<String, Part> parts",
                PART.formatted(""),
                PART.formatted(", @Default(\"5\") int y"),
                "",
                "");
        release(row);
        for (int turn = 1; turn <= 6; turn++) {
            Schema<Object> schema = turn % 2 == 0 ? newer : older;
            int n = turn;
            try (SaveStore<Object> store = SaveStore.open(schema, file)) {
                assertThat(store.load().outcome()).isEqualTo(Outcome.LOADED);
                store.update(value -> Running.with(value, "n", n));
            }
            assertThat(Files.readString(file))
                    .contains("\"$version\": 2", "\"n\": " + n)
                    .contains("\"version\": 2, \"reads\": 1, \"writes\": 1, \"by\": " + schema.version());
        }
        assertThat(document().path("parts").toString()).contains("\"y\":");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(name -> name.contains(".v")))
                    .isEqualTo(List.of("page.json.v2.bak"));
        }
    }

    @Test
    void aFileThatHadToBeRepairedIsReadAndNotWritten() throws IOException {
        Row row = typed(
                "constant added",
                May.WRITE,
                "@Default(\"RED\") Color c",
                "enum Color { RED }",
                "enum Color { RED, BLUE }",
                "",
                "");
        release(row);
        Files.writeString(file, Files.readString(file).replace("\"c\": \"RED\"", "\"c\": \"BLUE\""));
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
            assertThatThrownBy(() -> store.save(loaded.value())).isInstanceOf(NewerVersionException.class);
        }
    }

    @Test
    void aSealSpeaksOnlyOfTheVersionThatItNames() throws IOException {
        Row row = typed(
                "member added",
                May.WRITE,
                "Part part",
                PART.formatted(""),
                PART.formatted(", @Default(\"5\") int y"),
                "",
                "");
        release(row);
        Files.writeString(file, Files.readString(file).replace("\"$version\": 2", "\"$version\": 3"));
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.NEWER);
        }
    }

    @Test
    void aVersionThatHasAnotherNameForItIsNotSkipped() {
        Releases releases = new Releases(history);
        String nick = RECORD.formatted(1, "", "@Default(\"a\") String nick", "");
        String name =
                RECORD.formatted(2, "", "@RenamedFrom(value = \"nick\", since = 2) @Default(\"a\") String name", "");
        String again = RECORD.formatted(
                3,
                "",
                "@RenamedFrom(value = \"nick\", since = 2) @RenamedFrom(value = \"name\", since = 3) @Default(\"a\") String nick",
                "");
        releases.lock(nick).lock(name);
        assertThat(releases.run("Page", name).schema("Page").reads()).isEqualTo(2);
        assertThat(releases.compile(again).wholeNotes())
                .anyMatch(note -> note.contains("written by 3 and newer (2: name was renamed)"));
    }

    @Test
    void aPromiseToGoBackIsKeptOrDoesNotCompile() {
        Releases releases = new Releases(history);
        releases.lock(RECORD.formatted(1, "", "@Default(\"a\") String nick", ""));
        String promised = RECORD.replace("version = %d", "version = %d, downgradeTo = 1");
        releases.compile(promised.formatted(2, "", "@Default(\"a\") String nick, @Default(\"1\") int t", ""))
                .succeeds();
        releases.compile(promised.formatted(
                        2, "", "@RenamedFrom(value = \"nick\", since = 2) @Default(\"a\") String name", ""))
                .failsOnly("[SaveSchema/NoWayBack] from version 2 of Page nobody can go back to version 1")
                .atLineContaining("downgradeTo = 1")
                .withFact("Its files are read by 2 and newer, written by 2 and newer (1: nick was renamed)")
                .andTheFix("downgradeTo = 2", "downgradeTo = 1", "downgradeTo = 2");
    }
}
