package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import org.junit.jupiter.api.Test;

/** The member that a conversion of a component is for, and whether the conversion takes its old type. */
class ConversionsInHistoryTest extends ReleasedVersions {

    private static final String A =
            "@Migration(from = 1, to = 2, component = \"a\") static Duration ma(int old) { return Duration.ofMinutes(old); }\n";
    private static final String B =
            "@Migration(from = 1, to = 2, component = \"b\") static Duration mb(int old) { return Duration.ofHours(old); }\n";
    private static final String DURATIONS = "@Default(\"PT0S\") Duration a, @Default(\"PT0S\") Duration b";
    private static final String SAVE = "{\"$version\": 1, \"a\": 7, \"b\": 8}";

    private Document<Object> read(String source) {
        Document<Object> document = Running.read(releases.run("Game", source).schema("Game"), SAVE);
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    private void lockTwo() {
        releases.lock(game(1, "@Default(\"0\") int a, @Default(\"0\") int b", ""))
                .lock(game(2, DURATIONS, A + B));
    }

    @Test
    void whatAMethodIsCalledSaysNothing() {
        lockTwo();
        String turned = (A + B).replace("ma(", "m1(").replace("mb(", "ma(").replace("m1(", "mb(");
        assertThat(read(game(3, DURATIONS, turned)).value()).hasToString("Game[a=PT7M, b=PT8H]");
    }

    @Test
    void itFollowsTheComponentThroughLaterRenamesWithoutTheirAnnotations() {
        lockTwo();
        String code =
                (A + B).replace("\"a\"", "\"x\"").replace("\"b\"", "\"a\"").replace("\"x\"", "\"b\"");
        releases.lock(game(
                3,
                "@RenamedFrom(value = \"b\", since = 3) @Default(\"PT0S\") Duration a, "
                        + "@RenamedFrom(value = \"a\", since = 3) @Default(\"PT0S\") Duration b",
                code));
        assertThat(read(game(4, DURATIONS, code.replace("ma(", "one(").replace("mb(", "two(")))
                        .value())
                .hasToString("Game[a=PT8H, b=PT7M]");
    }

    @Test
    void eachOfALockedStepStays() {
        lockTwo();
        releases.compile(game(3, DURATIONS, A))
                .failsOnly(
                        "[SaveSchema/MissingMigration] version 2 was locked with the step mb from version 1, which is gone")
                .withFact("It converted b; without it older files cannot be migrated");
    }

    @Test
    void ofWhatWasRemovedLaterItStaysWithoutTheAnnotationThatSaidSo() {
        lockTwo();
        String code = A + B;
        String third = game(3, "@Default(\"PT0S\") Duration a", code)
                .replace("public record", "@Removed(name = \"b\", since = 3)\npublic record");
        releases.lock(third);
        assertThat(read(game(4, "@Default(\"PT0S\") Duration a", code)).value()).hasToString("Game[a=PT7M]");
    }

    @Test
    void itIsForSomethingThatWasThere() {
        releases.lock(game(1, "@Default(\"0\") int a", ""));
        releases.compile(game(2, "@Default(\"0\") int a, @Default(\"PT0S\") Duration b", B))
                .failsOnly(
                        "[SaveSchema/UnknownComponent] mb converts \"b\", but version 1 had nothing that has become it")
                .atLineContaining("@Migration")
                .withFact("component is the name that the record has it under today")
                .andTheFix("remove mb", B, "");
    }

    @Test
    void itTakesWhatThatWas() {
        releases.lock(game(1, "Optional<String> note", ""));
        String head = "static List<String> wrap(%s old) { return List.of(); }";
        String draft = game(2, "List<String> note", "@Migration(from = 1, to = 2, component = \"note\") " + head);
        for (String type : new String[] {"int", "String", "Optional<Integer>"}) {
            releases.compile(draft.formatted(type))
                    .failsOnly("[SaveSchema/MigrationSourceMismatch] wrap takes " + type
                            + ", but note was Optional<String> in version 1")
                    .atLineContaining("@Migration")
                    .andTheFix("let wrap take Optional<String>", "wrap(" + type, "wrap(Optional<String>");
        }
    }

    @Test
    void aWiderTypeTakesItToo() {
        releases.lock(game(1, "@Default(\"0\") int a, Mode b", "enum Mode { ON, OFF }".replace("Mode b", ""))
                .replace("Mode b", "@Default(\"ON\") Mode b"));
        releases.compile(
                        game(
                                2,
                                "@Default(\"PT0S\") Duration a, @Default(\"false\") boolean b",
                                A.replace("int old", "long old")
                                        + "@Migration(from = 1, to = 2, component = \"b\") static boolean mb(String old) { return old.equals(\"ON\"); }"))
                .succeeds();
    }

    @Test
    void theNameOfAComponentIsTodays() {
        releases.lock(game(1, "@Default(\"0\") int b", ""));
        String renamed = game(2, "@RenamedFrom(value = \"b\", since = 2) @Default(\"PT0S\") Duration played", B);
        releases.compile(renamed)
                .failsOnly(
                        "[SaveSchema/UnknownComponent] \"b\" is a name in files; component takes the name in the record")
                .atLineContaining("@Migration")
                .withFact("The component is called played today, whatever older versions called it")
                .andTheFix("component = \"played\"", "component = \"b\"", "component = \"played\"");
    }

    @Test
    void theRecordOfTheHeadIsTheHeadItself() {
        releases.lock(game(1, "@Default(\"0\") int a", ""));
        String step = "@Migration(from = 1, to = 2) static GameV2 up(GameV1 old) { return new GameV2(old.a()); }";
        releases.compile(game(2, "@Default(\"0\") int a", step))
                .fails("[SaveSchema/UnknownVersion] GameV2 is not generated: version 2 is the one in the sources, "
                        + "whose record is Game")
                .withFixes("Game in place of GameV2");
        releases.compile(game(2, "@Default(\"0\") int a", step.replace("GameV2", "Game")))
                .succeeds();
        releases.compile(game(
                        2,
                        "@Default(\"0\") int a",
                        "@Migration(from = 1, to = 2) static Game up(Game old) { return old; }"))
                .fails("[SaveSchema/MigrationSignature] a migration from record to record is a static method "
                        + "that takes the old version and returns the new one")
                .withFixes("static Game up(GameV1 old)");
    }
}
