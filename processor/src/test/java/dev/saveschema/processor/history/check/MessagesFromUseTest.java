package dev.saveschema.processor.history.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.Compiled;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Messages about steps and histories that somebody could not make sense of, with what they say now. */
class MessagesFromUseTest extends ReleasedVersions {

    @Test
    void aRecordThatBecameASealedInterfaceIsToldAsThat() {
        releases.lock(game(1, "List<Item> inventory", "record Item(@Default(\"\") String name) {}"));
        String sealed = """
            public sealed interface Item permits Thing { %s }
            @Subtype("thing") public record Thing(@Default("") String name) implements Item {}
            """;
        String fix = "@Migration(from = 1, to = 2) static Item convert(GameV1.Item old) { throw new"
                + " UnsupportedOperationException(); }";
        releases.compile(game(2, "List<Item> inventory", sealed.formatted("")))
                .fails("[SaveSchema/UndeclaredTypeChange] inventory was List<Item> in version 1 and is List<Item>, "
                        + "and no step converts it")
                .withFact("Item was a record and is a sealed interface")
                .withFixes(fix + ", in Item");
        releases.compile(game(2, "List<Item> inventory", sealed.formatted(fix))).succeeds();
    }

    @Test
    void anotherLibrarysTreeIsToldByItsWholeName() {
        Compiled.compile(game(
                        2,
                        "@Default(\"1\") int gold",
                        "@Migration(from = 1, to = 2) static void"
                                + " c(com.fasterxml.jackson.databind.node.ObjectNode save) {}"))
                .fails("[SaveSchema/MigrationSignature] a migration of the whole document is a static method "
                        + "that takes one ObjectNode and returns nothing")
                .withFact("But it takes a com.fasterxml.jackson.databind.node.ObjectNode, "
                        + "not a tools.jackson.databind.node.ObjectNode");
    }

    @Test
    void aHistoryThatIsEmptySaysWhereItWasLookedFor() {
        releases.compile(game(2, "@Default(\"1\") int gold", ""))
                .fails("[SaveSchema/NoHistory] Game has version 2, and none of its versions is locked")
                .withFact("Looked for in " + folder.toAbsolutePath())
                .withFixes(
                        "check out the sources of version 1 and compile them once with -Asaveschema.lock=true",
                        "git checkout -- " + folder.toAbsolutePath() + ", if it was deleted",
                        "compile once with -Asaveschema.lock=true: the history begins with version 2");
    }

    @Test
    void aHoleInTheHistoryIsToldAsThatThoughAStepNamesItsRecord() throws Exception {
        String gold = "@Default(\"1\") int gold";
        releases.lock(game(1, gold, "")).lock(game(2, gold + ", @Default(\"1\") int a", ""));
        releases.lock(game(3, gold + ", @Default(\"1\") int a, @Default(\"1\") int b", ""));
        String step = "@Migration(from = 2, to = 3) static GameV3 more(GameV2 old) { return null; }";
        String source = game(4, gold + ", @Default(\"1\") int a, @Default(\"1\") int b, @Default(\"1\") int c", step);
        Path second = releases.schema("game", 2);
        Files.delete(second);
        releases.compile(source)
                .fails("[SaveSchema/HistoryGap] version 2 of Game is not locked, though an older and a newer one are")
                .withFixes(
                        "git checkout -- " + second,
                        "check out the sources of version 2 and compile them once with -Asaveschema.lock=true");
        String behind = game(6, gold, "@Migration(from = 4, to = 5) static GameV5 more(GameV4 old) { return null; }");
        releases.compile(behind)
                .failsEachWith("[SaveSchema/PreviousVersionNotLocked] Game has version 6, but version 5 is not locked")
                .forEach(failure -> failure.atLineContaining("version = 6"));
    }

    @Test
    void aConversionThatNamesAnOlderRecordIsToldWhoMayDoThat() {
        releases.lock(game(1, "List<Item> items", "record Item(@Default(\"\") String name) {}"));
        for (String[] each : new String[][] {{"List<GameV1.Item>", "List<Item>"}, {"GameV1.Item", "Item"}}) {
            releases.compile(game(
                            2,
                            each[1] + " items",
                            "record Item(@Default(\"\") String name) {}\n"
                                    + "@Migration(from = 1, to"
                                    + " = 2, component ="
                                    + " \"items\")"
                                    + " static"
                                    + " " + each[1] + " more(" + each[0] + " old) { return null; }"))
                    .fails("[SaveSchema/MigrationSignature] more names GameV1.Item, and the conversion of one"
                            + " component takes and returns types of today")
                    .atLineContaining("static " + each[1] + " more");
        }
    }

    @Test
    void aDefaultOfNullIsNoneOfOursToStumbleOver() {
        String any = "@Default(\"null\") JsonNode any, @Default(\"1\") int gold";
        releases.lock(game(1, any, "")).lock(game(2, any + ", @Default(\"1\") int a", ""));
        Schema<Object> schema = releases.run(
                        "Game",
                        game(
                                3,
                                any + ", @Default(\"1\") int a, @Default(\"1\") int b",
                                "@Migration(from = 1, to = 2) static GameV2 more(GameV1 old) { "
                                        + "return new GameV2(old.any(), old.gold() + 1, 5); }"))
                .schema("Game");
        Document<Object> document = Running.read(schema, "{\"$version\": 1, \"any\": null, \"gold\": 1}");
        assertThat(document.value()).hasToString("Game[any=null, gold=2, a=5, b=1]");
    }

    @Test
    void whereThereIsNoSampleTheTestSaysHowToNameAnotherDirectory() {
        Schema<Object> schema =
                Running.compile("Game", game(1, "@Default(\"1\") int gold", "")).schema("Game");
        assertThatThrownBy(() -> MigrationTest.verify(schema, folder))
                .hasMessageContaining("Of a history elsewhere: MigrationTest.verify(schema, directory)");
    }

    @Test
    void aStepThatChokesOnAMadeUpValueIsToldThatItMayBeEdited() {
        releases.lock(game(1, "@Default(\"1:2\") String score", ""));
        Schema<Object> schema =
                releases.run("Game", game(2, "@Default(\"1\") int score", """
                    @Migration(from = 1, to = 2, component = "score")
                    static int home(String old) { return Integer.parseInt(old.split(":")[0]); }
                    """)).schema("Game");
        assertThatThrownBy(() -> MigrationTest.verify(schema, folder))
                .hasMessageContaining("score: step home from version 1 to 2 threw java.lang.NumberFormatException")
                .hasMessageContaining(
                        "(the sample's values are made up: where a step or a record expects something else, edit it");
    }

    /** A record of optionals is the same whether it says null or nothing. */
    @Test
    void aPartThatHoldsNothingIsNotLost() throws Exception {
        String source = game(1, "Meta metadata, @Default(\"1\") int gold", "record Meta(Optional<String> title) {}");
        releases.lock(source);
        Path sample = folder.resolve("game").resolve("1.sample.json");
        Files.writeString(sample, "{\"$version\": 1, \"metadata\": {}, \"gold\": 7}\n");
        MigrationTest.verify(releases.run("Game", source).schema("Game"), folder);
    }

    @Test
    void whatACodecThrowsIsSaidToItsEnd() {
        String reason =
                "an attachment of this kind cannot be saved as a picture, since it has no bytes of its own to be"
                        + " written";
        Schema<Object> schema = Running.compile("Game", game(2, "@Default(\"1\") int gold", """
            @Migration(from = 1, to = 2) static void c(ObjectNode save) { throw new IllegalStateException("%s"); }
            """.formatted(reason)))
                .schema("Game");
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": 1, \"gold\": 1}")))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void theSampleOfAComponentWithACodecPassesItsTest() {
        String part = "@UseCodec(Game.Hours.class) @Default(factory = \"none\") Duration a, @UseCodec(Game.Hours.class)"
                + " Optional<Duration> b, @UseCodec(Game.Hours.class) List<Duration> c";
        String source = game(1, part + ", List<Part> parts, @Default(\"1\") int gold", """
            static Duration none() { return Duration.ZERO; }
            record Part(%s) { static Duration none() { return Duration.ZERO; } }
            static final class Hours implements dev.saveschema.ValueCodec<Duration> {
              @Override public Duration read(JsonNode json) { return Duration.ofHours(json.intValue()); }
              @Override public JsonNode write(Duration value) { return tools.jackson.databind.node.IntNode.valueOf((int) value.toHours()); }
            }
            """.formatted(part));
        releases.lock(source);
        assertThat(releases.sampleText("game", 1)).doesNotContain("\"a\"").contains("\"b\": null", "\"c\": []");
        MigrationTest.verify(releases.run("Game", source).schema("Game"), folder);
    }
}
