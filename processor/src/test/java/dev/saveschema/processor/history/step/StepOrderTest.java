package dev.saveschema.processor.history.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** The changes of one step do not interfere: old values are changed once, and new ones not at all. */
class StepOrderTest extends ReleasedVersions {

    private static Schema<Object> schema(String source) {
        return Running.compile("Game", source).schema("Game");
    }

    private static Document<Object> clean(Schema<Object> schema, String json) {
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    // ---- moved

    private static final String AUDIO =
            "record Audio(@Default(\"80\") int volume, @Default(\"false\") boolean muted) {}";

    @Test
    void aValueMovesFromOnePartToAnother() {
        releases.lock(game(1, "Audio audio", AUDIO));
        String second = game(
                2,
                "Audio audio, Settings settings",
                "record Audio(@Default(\"false\") boolean muted) {}\n"
                        + "record Settings(@MovedFrom(value = \"/audio/volume\", since = 2) @Default(\"80\") int volume) {}");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"audio\": {\"volume\": 7, \"muted\": true}}")
                        .value())
                .hasToString("Game[audio=Audio[muted=true], settings=Settings[volume=7]]");
    }

    @Test
    void aValueMovesOutOfAPartThatIsRemovedOrRenamed() {
        String settings =
                "record Settings(@MovedFrom(value = \"/audio/volume\", since = 2) @Default(\"80\") int volume) {}";
        String old = "{\"$version\": 1, \"audio\": {\"volume\": 7, \"muted\": true}}";
        Schema<Object> removed =
                schema("@Removed(name = \"audio\", since = 2)\n" + game(2, "@Since(2) Settings settings", settings));
        assertThat(clean(removed, old).value()).hasToString("Game[settings=Settings[volume=7]]");
        Schema<Object> renamed = schema(game(
                2,
                "@RenamedFrom(value = \"audio\", since = 2) Sound sound, @Since(2) Settings settings",
                settings + "\nrecord Sound(@Default(\"false\") boolean muted) {}"));
        assertThat(clean(renamed, old).value())
                .hasToString("Game[sound=Sound[muted=true], settings=Settings[volume=7]]");
    }

    @Test
    void whatIsMovedChangesLikeEverythingElse() {
        String types = """
                record Settings(@MovedFrom(value = "/mode", since = 2) @Default("EASY") Mode mode,
                    @MovedFrom(value = "/inner/last", since = 2) @Default("EASY") Mode last) {}
                record Inner(@Default("1") int a) {}
                enum Mode { EASY, @RenamedFrom(value = "HARD", since = 2) HEROIC }
                """;
        Schema<Object> schema = schema(game(2, "Inner inner, @Since(2) Settings settings", types));
        assertThat(clean(schema, "{\"mode\": \"HARD\", \"inner\": {\"a\": 2, \"last\": \"HARD\"}}")
                        .value())
                .hasToString("Game[inner=Inner[a=2], settings=Settings[mode=HEROIC, last=HEROIC]]");
    }

    @Test
    void aValueMovesIntoAPartThatMayBeAbsent() {
        String types = "record Settings(@MovedFrom(value = \"/volume\", since = 2) @Default(\"80\") int volume, "
                + "@Default(\"x\") String theme) {}";
        Schema<Object> schema = schema(game(2, "@Since(2) Optional<Settings> settings", types));
        assertThat(clean(schema, "{\"volume\": 7}").value())
                .hasToString("Game[settings=Optional[Settings[volume=7, theme=x]]]");
        assertThat(clean(schema, "{}").value()).hasToString("Game[settings=Optional.empty]");
    }

    @Test
    void whatIsMovedAndOfAnotherTypeNeedsAStep() {
        releases.lock(game(1, "@Default(\"1\") int minutes", ""));
        releases.compile(
                        game(
                                2,
                                "Times times",
                                "record Times(@MovedFrom(value = \"/minutes\", since = 2) @Default(\"PT0S\") Duration minutes) {}"))
                .failsOnly("[SaveSchema/UndeclaredTypeChange] minutes of Times was int in version 1 and is Duration, "
                        + "and no step converts it")
                .atLineContaining("Duration minutes");
    }

    // ---- renamed and removed

    @Test
    void aDefaultIsNotRenamedByTheStepThatPutsItIn() {
        String types = """
                @Removed(name = "C", since = 2)
                enum Mode { @RenamedFrom(value = "A", since = 2) X, @RenamedFrom(value = "B", since = 2) A }
                """;
        Schema<Object> schema = schema(game(2, "@Default(\"A\") Mode mode, List<Mode> list", types));
        assertThat(clean(schema, "{\"mode\": \"C\", \"list\": [\"A\", \"B\", \"C\"]}")
                        .value())
                .hasToString("Game[mode=A, list=[X, A]]");
        releases.lock(game(1, "Optional<Mode> mode", "enum Mode { A, B, C }"));
        Schema<Object> required = releases.run("Game", game(2, "@Default(\"A\") Mode mode", types))
                .schema("Game");
        assertThat(clean(required, "{\"$version\": 1, \"mode\": null}").value()).hasToString("Game[mode=A]");
        assertThat(clean(required, "{\"$version\": 1, \"mode\": \"A\"}").value())
                .hasToString("Game[mode=X]");
    }

    @Test
    void whatARecordOfTheNewVersionSaysIsNotChangedAgain() {
        releases.lock(game(1, "@Default(\"0\") int a, @Default(\"0\") int b", ""));
        String second = game(
                2,
                "@RenamedFrom(value = \"b\", since = 2) @Default(\"0\") int a, "
                        + "@RenamedFrom(value = \"a\", since = 2) @Default(\"0\") int b",
                "@Migration(from = 1, to = 2) static Game swap(GameV1 old) { if (old.a() == 9) throw new IllegalStateException(); "
                        + "return new Game(old.b(), old.a()); }");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"a\": 1, \"b\": 2}").value())
                .hasToString("Game[a=2, b=1]");
        assertThat(Running.read(schema, "{\"$version\": 1, \"a\": 9, \"b\": 2}").value())
                .as("declared changes still apply where the step fails")
                .hasToString("Game[a=2, b=9]");
    }

    @Test
    void anAliasStandsForItsNameInEveryStep() {
        releases.lock(
                game(1, "@Alias(\"name\") Optional<String> title, @Alias(\"mins\") @Default(\"0\") int minutes", ""));
        String second = game(
                2,
                "@Alias(\"name\") @Default(\"none\") String title, @Alias(\"mins\") @Default(\"PT0S\") Duration minutes, "
                        + "@Alias(\"colour\") @Default(\"red\") String color",
                "@Migration(from = 1, to = 2, component = \"minutes\") static Duration convert(int old) { return Duration.ofMinutes(old); }");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"name\": \"mine\", \"mins\": 5, \"colour\": \"blue\"}")
                        .value())
                .hasToString("Game[title=mine, minutes=PT5M, color=blue]");
    }

    @Test
    void anAliasStandsForItsNameInARecordOfAnOlderVersionToo() {
        releases.lock(game(1, "@Alias(\"name\") @Default(\"none\") String title, @Default(\"0\") int n", ""));
        String second = game(
                2,
                "@Alias({\"name\", \"label\"}) @RenamedFrom(value = \"title\", since = 2) @Default(\"none\") String heading, @Default(\"0\") int n",
                "@Migration(from = 1, to = 2) static Game more(GameV1 old) { return new Game(old.title() + \"!\", old.n()); }");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"label\": \"mine\", \"n\": 1}")
                        .value())
                .hasToString("Game[heading=mine!, n=1]");
        assertThat(clean(schema, "{\"$version\": 1, \"title\": \"yours\", \"n\": 1}")
                        .value())
                .hasToString("Game[heading=yours!, n=1]");
    }

    @Test
    void whatSaysWhichKindAnObjectIsMayHaveAnotherName() {
        String figures = """
                @Discriminator("%s") sealed interface Figure permits Circle, Group {}
                @Subtype("circle") record Circle(@Default("1") int radius) implements Figure {}
                @Subtype("group") record Group(List<Figure> of) implements Figure {}
                """;
        String first = game(1, "List<Figure> figures", figures.formatted("type"));
        releases.lock(first);
        releases.compile(game(1, "List<Figure> figures", figures.formatted("kind")))
                .failsOnly("[SaveSchema/VersionNotBumped] Game is not what its locked version 1 was")
                .withFact("changed  Figure  was told by type; is told by kind");
        String second = game(2, "List<Figure> figures", figures.formatted("kind"));
        releases.lock(second);
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(
                                schema,
                                "{\"$version\": 1, \"figures\": [{\"type\": \"group\", \"of\": [{\"type\": \"circle\", \"radius\": 3}]}]}")
                        .value())
                .hasToString("Game[figures=[Group[of=[Circle[radius=3]]]]]");
    }

    @Test
    void twoRecordsThatBecameOneKeepWhatEachHad() {
        releases.lock(game(
                1,
                "Left left, Right right",
                "record Left(@Default(\"EASY\") Mode mode) {}\nrecord Right(@Default(\"0\") int n) {}\n"
                        + "enum Mode { EASY, HARD }"));
        Schema<Object> schema = releases.run(
                        "Game",
                        game(
                                2,
                                "Side left, Side right",
                                "record Side(@Default(\"EASY\") Mode mode, @Default(\"0\") int n) {}\n"
                                        + "enum Mode { EASY, @RenamedFrom(value = \"HARD\", since = 2) HEROIC }"))
                .schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"left\": {\"mode\": \"HARD\"}, \"right\": {\"n\": 4}}")
                        .value())
                .hasToString("Game[left=Side[mode=HEROIC, n=0], right=Side[mode=EASY, n=4]]");
    }

    // ---- code

    @Test
    void aStepIsNamedForWhatItLeftUnderAnOlderName() {
        Schema<Object> schema = schema(game(
                2,
                "@RenamedFrom(value = \"a\", since = 2) @Default(\"0\") int b",
                "@Migration(from = 1, to = 2) static void spoil(ObjectNode save) { save.put(\"a\", \"bad\"); }"));
        Document<Object> document = Running.read(schema, "{\"a\": 1}");
        assertThat(document.repairs())
                .extracting(Repair::reason)
                .as("once, and not as the file's fault too")
                .containsExactly(Reason.MIGRATION_FAILED);
    }

    @Test
    void aStepIsNamedForWhatWasMoved() {
        Schema<Object> schema = schema(
                game(
                        2,
                        "@Since(2) Settings settings",
                        "record Settings(@MovedFrom(value = \"/volume\", since = 2) @Default(\"80\") int volume) {}\n"
                                + "@Migration(from = 1, to = 2) static void spoil(ObjectNode save) { save.put(\"volume\", \"bad\"); }"));
        assertThat(Running.read(schema, "{\"volume\": 1}").repairs())
                .extracting(Repair::reason)
                .contains(Reason.MIGRATION_FAILED);
    }

    @Test
    void aStepIsNotNamedForWhatIsReplaced() {
        Schema<Object> schema = schema(
                game(
                        2,
                        "@Default(\"A\") Mode mode",
                        "@Removed(name = \"B\", since = 2) enum Mode { A }\n"
                                + "@Migration(from = 1, to = 2) static void leave(ObjectNode save) { save.put(\"mode\", \"B\"); }"));
        assertThat(clean(schema, "{\"mode\": \"A\"}").value()).hasToString("Game[mode=A]");
    }

    @Test
    void twoConversionsMayHaveOneName() {
        releases.lock(game(1, "@Default(\"0\") int a, @Default(\"\") String b", ""));
        String second = game(
                2,
                "@Default(\"PT0S\") Duration a, @Default(\"1\") int b",
                "@Migration(from = 1, to = 2, component = \"a\") static Duration convert(int old) { return Duration.ofMinutes(old); }\n"
                        + "@Migration(from = 1, to = 2, component = \"b\") static int convert(String old) { return Integer.parseInt(old); }");
        String old = "{\"$version\": 1, \"a\": 5, \"b\": \"77\"}";
        assertThat(clean(releases.run("Game", second).schema("Game"), old).value())
                .hasToString("Game[a=PT5M, b=77]");
        releases.lock(second);
        assertThat(clean(releases.run("Game", second).schema("Game"), old).value())
                .hasToString("Game[a=PT5M, b=77]");
    }

    // ---- several moves

    @Test
    void aPartMovesAndWhatWasInItMovesElsewhere() {
        String types = "record Audio(@Default(\"false\") boolean muted) {}\n"
                + "record Settings(@MovedFrom(value = \"/audio\", since = 2) Audio audio, "
                + "@MovedFrom(value = \"/audio/volume\", since = 2) @Default(\"80\") int volume) {}";
        Schema<Object> schema = schema(game(2, "@Since(2) Settings settings", types));
        assertThat(clean(schema, "{\"audio\": {\"volume\": 7, \"muted\": true}}")
                        .value())
                .hasToString("Game[settings=Settings[audio=Audio[muted=true], volume=7]]");
    }

    @Test
    void whatMovesOutOfOneOfTwoPlacesIsGoneFromTheOther() {
        releases.lock(game(1, "Audio left, Audio right", AUDIO));
        releases.compile(
                        game(
                                2,
                                "Audio left, Audio right, Settings settings",
                                "record Audio(@Default(\"false\") boolean muted) {}\n"
                                        + "record Settings(@MovedFrom(value = \"/left/volume\", since = 2) @Default(\"80\") int volume) {}"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had volume of Audio (int), "
                        + "and version 2 does not say what became of it");
    }

    @Test
    void theNameOfWhatMovedIsFree() {
        releases.lock(game(1, "@Default(\"1\") int volume", ""));
        String second = game(
                2,
                "@Since(2) @Default(\"loud\") String volume, Settings settings",
                "record Settings(@MovedFrom(value = \"/volume\", since = 2) @Default(\"80\") int volume) {}");
        for (String each : new String[] {second, second.replace("@Since(2) ", "")}) {
            Schema<Object> schema = releases.run("Game", each).schema("Game");
            assertThat(clean(schema, "{\"$version\": 1, \"volume\": 7}").value())
                    .hasToString("Game[volume=loud, settings=Settings[volume=7]]");
        }
    }

    @Test
    void whatMovesMayHaveBeenAbsentOrCalledByAnAlias() {
        String types =
                "record Settings(@Alias(\"vol\") @MovedFrom(value = \"/volume\", since = 2) @Default(\"80\") int volume) {}";
        releases.lock(game(1, "@Alias(\"vol\") Optional<Integer> volume", ""));
        Schema<Object> schema =
                releases.run("Game", game(2, "Settings settings", types)).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"volume\": null}").value())
                .hasToString("Game[settings=Settings[volume=80]]");
        assertThat(clean(schema, "{\"$version\": 1, \"vol\": 7}").value())
                .hasToString("Game[settings=Settings[volume=7]]");
    }

    @Test
    void whatIsInTheWayOfAMovedValueGivesWay() {
        String types = "record Settings(@MovedFrom(value = \"/volume\", since = 2) @Default(\"80\") int volume, "
                + "@Default(\"1\") int size) {}";
        Schema<Object> schema = schema(game(2, "Settings settings", types));
        for (String there : new String[] {"7", "null", "[]"}) {
            Document<Object> document =
                    Running.read(schema, "{\"$version\": 1, \"volume\": 5, \"settings\": " + there + "}");
            assertThat(document.value()).hasToString("Game[settings=Settings[volume=5, size=1]]");
        }
        assertThat(Running.read(schema, "{\"$version\": 1, \"volume\": 5, \"settings\": 7}")
                        .steps()
                        .get(0)
                        .changes())
                .contains("removed settings, which was 7");
    }

    @Test
    void aValueMovesOutOfAPartToo() {
        releases.lock(game(1, "Audio audio", AUDIO));
        String second = game(
                2,
                "@MovedFrom(value = \"/audio/volume\", since = 2) @Default(\"80\") int volume, Audio audio",
                "record Audio(@Default(\"false\") boolean muted) {}");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        String first = "{\"$version\": 1, \"audio\": {\"volume\": 7, \"muted\": true}}";
        assertThat(clean(schema, first).value()).hasToString("Game[volume=7, audio=Audio[muted=true]]");
        String gone = second.replace(", Audio audio", "")
                .replaceFirst("\nrecord Audio.*", "")
                .replace("public record", "@Removed(name = \"audio\", since = 2)\npublic record");
        assertThat(clean(releases.run("Game", gone).schema("Game"), first).value())
                .hasToString("Game[volume=7]");
    }

    // ---- behind code

    @Test
    void aStepWhoseClassCannotBeInitialisedFailsAndNoMore() {
        String step = "@Migration(from = 1, to = 2) static void up(ObjectNode save) { Table.fill(save); }\n"
                + "static class Table { static final int SIZE = Integer.parseInt(\"x\"); "
                + "static void fill(ObjectNode save) { save.put(\"a\", SIZE); } }";
        Schema<Object> schema = schema(game(2, "@Default(\"0\") int a", step));
        for (int load = 0; load < 2; load++) {
            Document<Object> document = Running.read(schema, "{\"$version\": 1, \"a\": 5}");
            assertThat(document.value()).hasToString("Game[a=5]");
            assertThat(document.repairs()).extracting(Repair::reason).containsExactly(Reason.MIGRATION_FAILED);
        }
    }

    @Test
    void whatIsSaidToBeNewBehindACodedChangeIsAdded() {
        releases.lock(game(1, "Item item", "record Item(@Default(\"1\") int n) {}"));
        String second = game(
                2,
                "List<Item> item",
                "record Item(@Default(\"1\") int n, @Since(2) @Default(\"c\") String color) {}\n"
                        + "@Migration(from = 1, to = 2) static void wrap(ObjectNode save) { JsonNode item = save.get(\"item\"); save.putArray(\"item\").add(item); }");
        Schema<Object> schema = releases.run("Game", second).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"item\": {\"n\": 3}}").value())
                .hasToString("Game[item=[Item[n=3, color=c]]]");
    }
}
