package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rights of a program of version 1 with a file of version 2: row by row of the table in the docs. */
class OlderProgramsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String RECORD = """
        @SaveSchema(version = %d) %s
        public record Page(@Default("0") int n, %s) {
          %s
        }
        """;

    private static final String PART = "record Part(@Default(\"1\") int x%s) {}";

    private static final String SOURCE =
            "@OneOf sealed interface Source { record Text(String text) implements Source {}%s }";

    private static final String LINES = " record Lines(List<String> lines) implements Source {}";

    private static final String NUMBER_OR_TEXT =
            "@OneOf sealed interface Source { record Number(%sint number) implements Source {} record Text(String text)"
                    + " implements Source {} }";

    /** The rights of an older program. */
    private enum May {
        WRITE,
        READ,
        NOTHING
    }

    /** The harm if an older program wrote a file that it may not write. */
    private enum Harm {
        /** The older program may write, and does no harm. */
        NONE,
        /** The older program would have to repair the file, and would lose the values that it takes for damage. */
        REPAIRED_BY_OLDER,
        /** The newer program would have to repair the file of the older one. */
        REPAIRED_BY_NEWER,
        /** The newer program would read another meaning from the file of the older one. */
        MEANS_SOMETHING_ELSE
    }

    /**
     * A row of the table.
     *
     * @param oldRest the components of version 1 but the first
     * @param newRest the components of version 2 but the first
     * @param onRecord the annotations above version 2
     * @param harm the harm if the older program writes although it may not
     * @param change the members that the older program then writes, as those of a document of version 1
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
            Harm harm,
            String change) {

        String source(int version) {
            return version == 1
                    ? RECORD.formatted(1, "", oldRest, oldTypes)
                    : RECORD.formatted(2, onRecord, newRest, newTypes);
        }

        Row above(String annotation) {
            return new Row(name, may, oldRest, oldTypes, newRest, newTypes, annotation, reason, harm, change);
        }

        Row types(String ofOld, String ofNew) {
            return new Row(name, may, oldRest, ofOld, newRest, ofNew, onRecord, reason, harm, change);
        }

        Row harm(Harm kind, String members) {
            return new Row(name, may, oldRest, oldTypes, newRest, newTypes, onRecord, reason, kind, members);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, May may, String oldRest, String newRest, String reason) {
        return new Row(name, may, oldRest, "", newRest, "", "", reason, Harm.NONE, "");
    }

    private static Row typed(String name, May may, String rest, String oldTypes, String newTypes, String reason) {
        return new Row(name, may, rest, oldTypes, rest, newTypes, "", reason, Harm.NONE, "");
    }

    static Stream<Arguments> rows() {
        String more = PART.formatted(", @Default(\"5\") int y");
        String one = PART.formatted("");
        String color = "enum Color { RED, GREEN%s }";
        String kinds =
                "sealed interface Kind permits A, B%s {} @Subtype(\"a\") record A(@Default(\"1\") int x) implements"
                        + " Kind {} @Subtype(\"b\") record B(@Default(\"1\") int y) implements Kind {}%s";
        return Stream.of(
                        row(
                                "member added",
                                May.WRITE,
                                "@Default(\"a\") String s",
                                "@Default(\"a\") String s, @Default(\"7\") int t",
                                ""),
                        typed("member added to a part", May.WRITE, "Part part", one, more, ""),
                        typed("member added to a map's value", May.WRITE, "Map<String, Part> parts", one, more, ""),
                        typed(
                                        "member added to an element",
                                        May.READ,
                                        "List<Part> parts",
                                        one,
                                        more,
                                        "1: y was added to Part, of which there are lists")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"parts\": [{\"x\": 9}]"),
                        row(
                                        "member removed",
                                        May.WRITE,
                                        "@Default(\"a\") String s, @Default(\"7\") int t",
                                        "@Default(\"a\") String s",
                                        "")
                                .above("@Removed(name = \"t\", since = 2)"),
                        typed(
                                "constant added",
                                May.WRITE,
                                "@Default(\"RED\") Color c",
                                color.formatted(""),
                                color.formatted(", BLUE"),
                                ""),
                        typed(
                                "kind added",
                                May.WRITE,
                                "@Default(\"a\") Kind k",
                                kinds.formatted("", ""),
                                kinds.formatted(", C", " @Subtype(\"c\") record C() implements Kind {}"),
                                ""),
                        row("widened", May.WRITE, "@Default(\"1\") int t", "@Default(\"1\") long t", ""),
                        row(
                                "limit widened",
                                May.WRITE,
                                "@Default(\"1\") @Range(max = 9) int t",
                                "@Default(\"1\") @Range(max = 99) int t",
                                ""),
                        row("made optional", May.WRITE, "@Default(\"1\") Integer t", "Optional<Integer> t", ""),
                        typed(
                                        "constant removed",
                                        May.READ,
                                        "@Default(\"RED\") Color c",
                                        color.formatted(", BLUE"),
                                        "@Removed(name = \"BLUE\", since = 2) " + color.formatted(""),
                                        "1: BLUE was removed from Color")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"c\": \"BLUE\""),
                        typed(
                                        "kind removed",
                                        May.READ,
                                        "@Default(\"a\") Kind k",
                                        kinds.formatted(", C", " @Subtype(\"c\") record C() implements Kind {}"),
                                        "@Removed(name = \"c\", since = 2) " + kinds.formatted("", ""),
                                        "1: c was removed from Kind")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"k\": {\"type\": \"c\"}"),
                        row(
                                        "limit narrowed",
                                        May.READ,
                                        "@Default(\"1\") @Range(max = 99) int t",
                                        "@Default(\"1\") @Range(max = 9) int t",
                                        "1: t takes less")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"t\": 98"),
                        row(
                                        "made mandatory",
                                        May.READ,
                                        "Optional<Integer> t",
                                        "@Default(\"1\") Integer t",
                                        "1: t takes less")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"t\": null"),
                        typed(
                                "one of several types that takes one more",
                                May.WRITE,
                                "@Default(\"a\") Source s",
                                SOURCE.formatted(LINES),
                                SOURCE.formatted(LINES + " record Number(int number) implements Source {}"),
                                ""),
                        row(
                                        "one type becomes one of several",
                                        May.WRITE,
                                        "@Default(\"1\") int s",
                                        "@Default(\"1\") Source s",
                                        "")
                                .types("", NUMBER_OR_TEXT.formatted("")),
                        row(
                                        "one type becomes a narrower one of several",
                                        May.READ,
                                        "@Default(\"1\") int s",
                                        "@Default(\"1\") Source s",
                                        "1: s takes less")
                                .types("", NUMBER_OR_TEXT.formatted("@Range(max = 9) "))
                                .harm(Harm.REPAIRED_BY_NEWER, "\"s\": 98"),
                        typed(
                                        "one of several types narrowed",
                                        May.READ,
                                        "@Default(\"1\") Source s",
                                        NUMBER_OR_TEXT.formatted("@Range(max = 99) "),
                                        NUMBER_OR_TEXT.formatted("@Range(max = 9) "),
                                        "1: s takes less")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"s\": 98"),
                        row(
                                        "any object becomes a record",
                                        May.READ,
                                        "Map<String, JsonNode> part",
                                        "Part part",
                                        "1: part takes less")
                                .types("", "record Part(@Default(\"1\") int x, @Unknown Map<String, JsonNode> rest) {}")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"part\": {\"x\": \"nine\"}"),
                        row("a record becomes any object", May.WRITE, "Part part", "Map<String, JsonNode> part", "")
                                .types("record Part(@Default(\"1\") int x) {}", ""),
                        row(
                                        "not left out any more",
                                        May.READ,
                                        "@Omit @Default(\"1\") int t",
                                        "@Default(\"1\") int t",
                                        "1: t may not be left out any more")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"t\": 1"),
                        row(
                                        "another default where it is left out",
                                        May.NOTHING,
                                        "@Omit @Default(\"1\") int t",
                                        "@Omit @Default(\"7\") int t",
                                        "1: t means another value where it is left out")
                                .harm(Harm.MEANS_SOMETHING_ELSE, "\"t\": 1"),
                        row(
                                        "renamed",
                                        May.NOTHING,
                                        "@Default(\"a\") String nick",
                                        "@RenamedFrom(value = \"nick\", since = 2) @Default(\"a\") String name",
                                        "1: nick was renamed")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"nick\": \"Zoe\""),
                        row(
                                        "renamed, and its name given to another",
                                        May.NOTHING,
                                        "@Default(\"a\") String nick",
                                        "@RenamedFrom(value = \"nick\", since = 2) @Default(\"a\") String name,"
                                                + " @Since(2) @Default(\"b\") String nick",
                                        "1: name has another name")
                                .harm(Harm.MEANS_SOMETHING_ELSE, "\"nick\": \"Zoe\""),
                        typed(
                                        "constant renamed",
                                        May.NOTHING,
                                        "List<Color> c",
                                        color.formatted(""),
                                        "enum Color { @RenamedFrom(value = \"RED\", since = 2) ROSE, GREEN }",
                                        "1: RED was renamed")
                                .harm(Harm.REPAIRED_BY_OLDER, ""),
                        row("moved", May.NOTHING, "@Default(\"1\") int x, Part part", "Part part", "1: /x was moved")
                                .types(
                                        "record Part(@Default(\"1\") int y) {}",
                                        "record Part(@MovedFrom(value = \"/x\", since = 2) @Default(\"1\") int x,"
                                                + " @Default(\"1\") int y) {}")
                                .harm(Harm.REPAIRED_BY_NEWER, "\"x\": 9"),
                        typed(
                                        "discriminator renamed",
                                        May.NOTHING,
                                        "@Default(\"a\") Kind k",
                                        kinds.formatted("", ""),
                                        "@Discriminator(\"kind\") " + kinds.formatted("", ""),
                                        "1: what says which Kind it is was renamed")
                                .harm(Harm.REPAIRED_BY_OLDER, ""),
                        row(
                                        "converted",
                                        May.NOTHING,
                                        "@Default(\"1\") int t",
                                        "@Default(\"1\") String t",
                                        "1: text converts t")
                                .types(
                                        "",
                                        "@Migration(from = 1, to = 2, component = \"t\") static String text(int t) {"
                                                + " return \"\" + t; }")
                                .harm(Harm.REPAIRED_BY_OLDER, ""),
                        row(
                                        "converted within its type",
                                        May.NOTHING,
                                        "@Default(\"1\") int t",
                                        "@Default(\"1\") int t",
                                        "1: twice converts t")
                                .types(
                                        "",
                                        "@Migration(from = 1, to = 2, component = \"t\") static int twice(int t) {"
                                                + " return 2 * t; }")
                                .harm(Harm.MEANS_SOMETHING_ELSE, "\"t\": 5"),
                        row(
                                        "code that says it is compatible",
                                        May.WRITE,
                                        "@Default(\"a\") String s",
                                        "@Default(\"a\") String s, @Default(\"7\") int t",
                                        "")
                                .types(
                                        "",
                                        "@Migration(from = 1, to = 2, compatible = true) static void fill(ObjectNode"
                                                + " old) { old.put(\"t\", old.path(\"s\").asString(\"\").length()); }"),
                        typed(
                                        "code over a part",
                                        May.NOTHING,
                                        "Part part",
                                        one,
                                        "record Part(@Default(\"1\") int x) { @Migration(from = 1, to = 2) static void"
                                                + " twice(ObjectNode old) { old.put(\"x\", 2 * old.path(\"x\").asInt(0));"
                                                + " } }",
                                        "1: twice converts Part")
                                .harm(Harm.MEANS_SOMETHING_ELSE, "\"part\": {\"x\": 5}"),
                        row(
                                        "code over the whole document",
                                        May.NOTHING,
                                        "@Default(\"1\") int t",
                                        "@Default(\"1\") int t",
                                        "1: twice is code over the whole document")
                                .types(
                                        "",
                                        "@Migration(from = 1, to = 2) static void twice(ObjectNode old) {"
                                                + " old.put(\"t\", 2 * old.path(\"t\").asInt(0)); }")
                                .harm(Harm.MEANS_SOMETHING_ELSE, "\"t\": 5"))
                .map(Arguments::of);
    }

    @TempDir
    Path folder;

    @TempDir
    Path history;

    private Schema<Object> older;
    private Schema<Object> newer;
    private Path file;

    /** A row's two versions, compiled: once for the first test that has the row, and kept for the others. */
    private record Released(Schema<Object> older, Schema<Object> newer, String locked, String sample) {}

    private static final Map<Row, Released> RELEASED = new ConcurrentHashMap<>();

    private Released release(Row row) {
        Released released = RELEASED.computeIfAbsent(row, this::compile);
        older = released.older();
        newer = released.newer();
        file = folder.resolve("page.json");
        try (SaveStore<Object> store = SaveStore.open(newer, file)) {
            store.save(Running.read(newer, released.sample()).value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return released;
    }

    private Released compile(Row row) {
        Releases releases = new Releases(history).lock(row.source(1));
        Schema<Object> first = releases.run("Page", row.source(1)).schema("Page");
        assertThat(releases.compile(row.source(2)).succeeds().wholeNotes())
                .anyMatch(note -> note.contains("Its files are read by")
                        && (row.reason().isEmpty() || note.contains(row.reason())));
        releases.lock(row.source(2));
        return new Released(
                first,
                releases.run("Page", row.source(2)).schema("Page"),
                releases.schemaText("page", 2),
                releases.sampleText("page", 2));
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
        String locked = release(row).locked();
        assertThat(newer.reads()).isEqualTo(row.may() == May.NOTHING ? 2 : 1);
        assertThat(newer.writes()).isEqualTo(row.may() == May.WRITE ? 1 : 2);
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
            assertThat(loaded.outcome()).isEqualTo(row.may() == May.WRITE ? Outcome.LOADED : Outcome.NEWER);
            if (row.may() == May.READ) {
                assertThat(loaded.repairs()).isEmpty();
                assertThatThrownBy(() -> store.save(loaded.value()))
                        .isInstanceOf(NewerVersionException.class)
                        .hasMessageContaining(
                                "would lose something if it were written; programs from version 2 on can write it");
            } else if (row.may() == May.NOTHING) {
                assertThatThrownBy(() -> store.save(loaded.value()))
                        .isInstanceOf(NewerVersionException.class)
                        .hasMessageContaining("the file has version 2")
                        .hasMessageNotContaining("which can be read here");
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

    /** Each row is needed: an older program that wrote all the same would destroy something, or mean something else by it. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatItMayNotWriteBackWouldDoHarm(Row row) throws IOException {
        release(row);
        assertThat(row.harm() == Harm.NONE).isEqualTo(row.may() == May.WRITE);
        if (row.may() == May.WRITE) {
            return;
        }
        String sealed = Files.readString(file);
        String forced = sealed.replaceFirst("\"reads\": [12], \"writes\": 2", "\"reads\": 1, \"writes\": 1");
        assertThat(forced).isNotEqualTo(sealed);
        Files.writeString(file, forced);
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            LoadResult<Object> loaded = store.load();
            if (row.harm() == Harm.REPAIRED_BY_OLDER) {
                assertThat(loaded.outcome()).as("it does not write in any case").isEqualTo(Outcome.NEWER);
                Document<Object> read = Running.read(older, forced.replace("\"$version\": 2", "\"$version\": 1"));
                assertThat(read.repairs())
                        .as("it has not read all that it knows")
                        .isNotEmpty();
                return;
            }
            assertThat(loaded.outcome()).as("a seal that was forced is an edit").isEqualTo(Outcome.EDITED);
            store.save(Running.read(older, "{\"$version\": 1, \"n\": 77, " + row.change() + "}")
                    .value());
        }
        Document<Object> back = Running.read(newer, Files.readString(file));
        assertThat(Running.get(back.value(), "n")).isEqualTo(77);
        if (row.harm() == Harm.REPAIRED_BY_NEWER) {
            String member = row.change().replaceFirst("\"(\\w+)\".*", "/$1");
            assertThat(back.repairs())
                    .as("repairs of the member that the older program changed")
                    .isNotEmpty()
                    .allMatch(repair -> repair.pointer().startsWith(member));
        } else {
            assertThat(back.repairs()).isEmpty();
            Document<Object> meant = Running.read(newer, "{\"$version\": 1, \"n\": 77, " + row.change() + "}");
            assertThat(back.value()).isNotEqualTo(meant.value());
        }
    }

    @Test
    void twoBuildsTakeTurnsOnOneFile() throws IOException {
        Row row = typed(
                "turns",
                May.WRITE,
                "Map<String, Part> parts",
                PART.formatted(""),
                PART.formatted(", @Default(\"5\") int y"),
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
                "");
        release(row);
        Files.writeString(file, Files.readString(file).replace("\"c\": \"RED\"", "\"c\": \"BLUE\""));
        try (SaveStore<Object> store = SaveStore.open(older, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
            assertThatThrownBy(() -> store.save(loaded.value())).isInstanceOf(NewerVersionException.class);
        }
    }

    /** The other types, which take whatever text there is, make no room for a number. */
    @Test
    void aNumberAmongSeveralTypesIsHeldToThatNumber() {
        String source = RECORD.formatted(
                2,
                "",
                "@Default(\"1\") Source s",
                "@OneOf sealed interface Source { record Text(String text) implements Source {}"
                        + " record Number(@Range(max = 9) double number) implements Source {} }");
        Releases releases = new Releases(history).lock(RECORD.formatted(1, "", "@Default(\"1\") int s", ""));
        assertThat(releases.compile(source).wholeNotes())
                .anyMatch(note -> note.contains("read by 1 and newer, written by 2 and newer (1: s takes less)"));
        assertThat(releases.compile(source.replace("@Range(max = 9) ", "")).wholeNotes())
                .anyMatch(note -> note.contains("read by 1 and newer, written by 1 and newer"));
    }

    @Test
    void aSealSpeaksOnlyOfTheVersionThatItNames() throws IOException {
        Row row = typed(
                "member added",
                May.WRITE,
                "Part part",
                PART.formatted(""),
                PART.formatted(", @Default(\"5\") int y"),
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
                "@RenamedFrom(value = \"nick\", since = 2) @RenamedFrom(value = \"name\", since = 3) @Default(\"a\")"
                        + " String nick",
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
