package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import dev.saveschema.testing.MigrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says when the sources and the released versions do not agree. */
class HistoryChecksTest {

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Profile(
                @Default("0") int gold,
                @Default("?") @Size(max = 24) String nick,
                Inner inner) {
              record Inner(@Default("1") int a, @Default("EASY") Mode mode) {}
              enum Mode { EASY, HARD }
            }
            """;
    private static final String V2 = V1.replace("version = 1", "version = 2").replace("int gold", "long gold");

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder);
    }

    // ---- draft, lock, release

    @Test
    void aHeadWithoutAFileIsADraftAndMayChange() {
        Compiled first = releases.compile(V1).succeeds();
        assertThat(first.notes())
                .contains("[SaveSchema/Draft] version 1 of Profile is a draft: "
                        + "it may change until -Asaveschema.lock=true locks it");
        releases.compile(V1.replace("int gold", "String gold")).succeeds();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLockedHeadCompilesWithoutAWord() {
        Compiled again = releases.lock(V1).compile(V1).succeeds();
        assertThat(again.notes()).noneMatch(note -> note.startsWith("[SaveSchema/"));
        assertThat(again.warnings()).isEmpty();
    }

    @Test
    void lockingTwiceWritesNothingNew() throws IOException {
        releases.lock(V1);
        String before = releases.schemaText("profile", 1);
        releases.compile(List.of("-Asaveschema.lock=true"), V1).succeeds();
        assertThat(releases.schemaText("profile", 1)).isEqualTo(before);
    }

    @Test
    void aDifferentVersionIsNotLockedOverALockedOne() {
        releases.lock(V1);
        String before = releases.schemaText("profile", 1);
        assertThat(releases.compile(List.of("-Asaveschema.lock=true"), V1.replace("int gold", "String gold"))
                        .messages())
                .containsExactly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was");
        assertThat(releases.schemaText("profile", 1)).isEqualTo(before);
    }

    @Test
    void aSchemaWithAProblemIsNotLocked() {
        releases.compile(List.of("-Asaveschema.lock=true"), V1.replace("@Default(\"0\")", ""))
                .fails("[SaveSchema/MissingDefault] component gold has no default for files that lack it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aReleaseRefusesADraft() {
        Compiled release = releases.compile(List.of("-Asaveschema.release=true"), V1);
        release.failsOnly("[SaveSchema/DraftInRelease] version 1 of Profile is a draft, and this is a release")
                .atLineContaining("version = 1");
        releases.lock(V1);
        releases.compile(List.of("-Asaveschema.release=true"), V1).succeeds();
    }

    @Test
    void lockAndReleaseNeedAHistory() {
        for (String option : List.of("lock", "release")) {
            Compiled.compileWith(List.of("-Asaveschema." + option + "=true"), V1)
                    .failsOnly("[SaveSchema/HistoryNotSet] -Asaveschema." + option + "=true needs a history to work on")
                    .atLineContaining("version = 1");
        }
    }

    @Test
    void aVersionAboveOneWithoutAHistoryIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of(), V2).succeeds().warnings())
                .containsExactly("[SaveSchema/HistoryNotKept] Profile has version 2, "
                        + "and nobody keeps what its older versions looked like");
        assertThat(Compiled.compileWith(List.of(), V1).succeeds().warnings()).isEmpty();
        assertThat(Compiled.compileWith(List.of("-Asaveschema.history=none"), V2)
                        .succeeds()
                        .warnings())
                .isEmpty();
    }

    @Test
    void anOptionThatIsNeitherTrueNorFalseIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of("-Asaveschema.lock=yes"), V1).warnings())
                .contains("[SaveSchema/UnknownOption] -Asaveschema.lock=yes is neither true nor false, "
                        + "and taken for false");
    }

    @Test
    void aMisspeltOptionIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of("-Asaveschema.histroy=x"), V1).warnings())
                .contains("[SaveSchema/UnknownOption] there is no option saveschema.histroy");
    }

    @Test
    void theHeadsShapeIsAmongTheClasses() {
        String draft = releases.compile(V1).succeeds().resource("META-INF/saveschema/profile.schema.json");
        releases.lock(V1);
        assertThat(releases.schemaText("profile", 1)).isEqualTo(draft);
        assertThat(releases.compile(V1).succeeds().resource("META-INF/saveschema/profile.schema.json"))
                .isEqualTo(draft);
    }

    // ---- versions

    @Test
    void aLockedVersionDoesNotChange() {
        String changed = V1.replace("int gold", "String coins")
                .replace("max = 24", "max = 12")
                .replace("HARD", "HARDER");
        releases.lock(V1)
                .compile(changed)
                .failsOnly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was")
                .atLineContaining("version = 1")
                .withFact("removed  gold            int")
                .withFact("added    coins           String")
                .withFact(
                        "changed  nick            was String, at most 24 characters; is String, at most 12 characters")
                .withFact("removed  HARD of Mode")
                .withFact("added    HARDER of Mode")
                .withFact("Recorded in " + folder + "/profile/1.schema.json")
                .withFact("Version 2 then needs @Removed(name = \"gold\", since = 2) on Profile, "
                        + "or @RenamedFrom(value = \"gold\", since = 2) on what it became")
                .withFixes("version = 2");
    }

    @Test
    void aComponentMoreIsAChangeToo() {
        releases.lock(V1)
                .compile(V1.replace("Inner inner", "Inner inner, List<String> friends"))
                .failsOnly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was")
                .withFact("added  friends  List<String>")
                .andItsFixCompilesInPlaceOf("version = 1");
    }

    @Test
    void aChangedTypeInALockedVersionIsToldWithItsStep() {
        releases.lock(V1)
                .compile(V1.replace("@Default(\"1\") int a", "@Default(\"PT1S\") Duration a"))
                .failsOnly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was")
                .withFact("changed  a of Inner  was int; is Duration")
                .withFact("Version 2 then needs a @Migration(from = 1, to = 2) that converts a of Inner");
    }

    @Test
    void theLimitsOfKeysAreLimitsToo() {
        String levels = """
                @SaveSchema(version = 1)
                public record Levels(@EachKey(range = @Range(min = 1, max = 9)) Map<Integer, String> names) {}
                """;
        releases.lock(levels).compile(levels).succeeds();
        releases.compile(levels.replace("max = 9", "max = 12"))
                .failsOnly("[SaveSchema/VersionNotBumped] Levels is not what its locked version 1 was")
                .withFact("changed  names  was Map<Integer, String>, each key 1..9; "
                        + "is Map<Integer, String>, each key 1..12");
        MigrationTest.verify(releases.run("Levels", levels).schema("Levels"), folder);
    }

    @Test
    void whatIsNotInTheFileMayChange() {
        releases.lock(V1)
                .compile(V1.replace("Inner", "Renamed")
                        .replace("Mode", "Kind")
                        .replace("@Default(\"?\")", "@Default(\"nobody\")")
                        .replace("max = 24", "max = 24, violation = Violation.CLAMP")
                        .replace("int gold", "@Alias(\"Gold\") int gold")
                        .replace("EASY, HARD", "HARD, EASY"))
                .succeeds();
    }

    @Test
    void theVersionDoesNotGoBack() {
        releases.lock(V1).lock(V2);
        releases.compile(V1)
                .failsOnly("[SaveSchema/VersionWentBack] Profile has version 1, but version 2 is locked")
                .atLineContaining("version = 1")
                .withFact("Files of version 2 may exist; a program at version 1 would refuse them");
    }

    @Test
    void aVersionInBetweenIsNotMissing() throws IOException {
        String v3 = V2.replace("version = 2", "version = 3").replace("max = 24", "max = 30");
        releases.lock(V1).lock(V2).lock(v3);
        Files.delete(releases.schema("profile", 2));
        releases.compile(v3)
                .fails(
                        "[SaveSchema/HistoryGap] version 2 of Profile is not locked, though an older and a newer one are")
                .atLineContaining("version = 3")
                .withFixes("bring back " + folder + "/profile/2.schema.json");
    }

    @Test
    void theVersionBeforeADraftIsLocked() {
        releases.lock(V1)
                .compile(V1.replace("version = 1", "version = 3"))
                .failsOnly("[SaveSchema/PreviousVersionNotLocked] Profile has version 3, but version 2 is not locked")
                .atLineContaining("version = 3")
                .withFact("The newest locked version is 1; what files of version 2 look like is not known")
                .andTheFix("version = 2", "version = 3", "version = 2");
    }

    @Test
    void aHistoryBeginsAtTheFirstVersionThatIsLocked() {
        releases.compile(V2)
                .failsOnly("[SaveSchema/NoHistory] Profile has version 2, and none of its versions is locked")
                .atLineContaining("version = 2");
        releases.lock(V2).compile(V2).succeeds();
    }

    // ---- files

    @Test
    void anEditOfALockedFileIsNoticed() throws IOException {
        releases.lock(V1);
        Path file = releases.schema("profile", 1);
        Files.writeString(file, Files.readString(file).replace("\"maxLength\": 24", "\"maxLength\": 25"));
        releases.compile(V1)
                .failsOnly("[SaveSchema/HistoryEdited] " + file + " was edited after version 1 was locked")
                .atLineContaining("record Profile")
                .withFixes(
                        "git checkout -- " + file,
                        "if version 1 was never released, delete the file and lock the version again");
    }

    @Test
    void aFileThatIsNoVersionsFileIsToldSo() throws IOException {
        releases.lock(V1);
        Path file = releases.schema("profile", 1);
        for (String[] content : new String[][] {
            {"", "it is not JSON: it is empty"},
            {"{", "it is not JSON: line 1, column 2: Unexpected end-of-input: expected close marker for Object"},
            {"[]", "it is not an object"},
            {"{}", "\"x-saveschema\" is missing"},
            {"{\"x-saveschema\": {\"format\": 2}}", "it has format 2, and this processor knows format 1"},
        }) {
            Files.writeString(file, content[0]);
            assertThat(releases.compile(V1).messages())
                    .singleElement()
                    .asString()
                    .startsWith("[SaveSchema/NotAHistoryFile] " + file + " does not say what version 1 looked like: "
                            + content[1]);
        }
    }

    @Test
    void aFileOfAnotherSchemaIsToldSo() throws IOException {
        releases.lock(V1).lock(V1.replace("Profile", "Game").replace("int gold", "long gold"));
        Files.copy(
                releases.schema("game", 1),
                releases.schema("profile", 1),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(releases.compile(V1).messages())
                .singleElement()
                .asString()
                .endsWith("does not say what version 1 looked like: it is of version 1 of game");
    }

    @Test
    void aHistoryThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.writeString(folder.resolve("profile"), "a file, where a directory should be");
        assertThat(releases.compile(V1).messages())
                .singleElement()
                .asString()
                .startsWith("[SaveSchema/HistoryUnreadable] the history in " + folder + " cannot be read: ");
    }

    @Test
    void aHistoryInAPlaceThatCannotBeIsTold() {
        Compiled.compileWith(List.of("-Asaveschema.history=a\0b"), V1)
                .failsOnly(
                        "[SaveSchema/HistoryUnreadable] the history in a\0b cannot be read: Nul character not allowed")
                .atLineContaining("record Profile");
    }

    // ---- ids

    @Test
    void aRenamedRecordIsToldToKeepItsId() {
        releases.lock(V1)
                .compile(V1.replace("Profile", "Player"))
                .failsOnly("[SaveSchema/UnknownId] Player has the id \"player\", under which nothing is locked")
                .atLineContaining("@SaveSchema")
                .withFact("The history has \"profile\", which no record here has as its id")
                .andTheFix("id = \"profile\"", "version = 1", "version = 1, id = \"profile\"");
    }

    @Test
    void aRenamedRecordWhoseStepsNameOlderRecordsIsToldSoToo() {
        releases.lock(V1);
        String player = V2.replace("Profile", "Player")
                .replace(
                        "Inner inner) {",
                        "Inner inner) {\n  @Migration(from = 1, to = 2) static Player more(PlayerV1 old) { return null; }");
        assertThat(releases.compile(player).messages())
                .startsWith("[SaveSchema/UnknownId] Player has the id \"player\", under which nothing is locked");
    }

    @Test
    void aRecordLikeAnotherIsNotTakenForItWhileBothAreThere() {
        releases.lock(V1);
        releases.compile(V1, V1.replace("Profile", "Player")).succeeds();
    }

    @Test
    void twoSchemasHaveTwoIds() {
        Compiled both = releases.compile(
                V1, V1.replace("Profile", "Player").replace("version = 1", "version = 1, id = \"profile\""));
        both.failsOnly("[SaveSchema/DuplicateId] example.Profile and Player have the same id, \"profile\"")
                .withFact("They would be taken for one schema, in the history and in messages")
                .withFixes("id = \"profile-2\"");
    }

    // ---- what became of it

    @Test
    void aMemberThatIsGoneIsAccountedFor() {
        String draft = V2.replace("long gold", "String guild, @Default(\"0\") int goldd")
                .replace("\"?\"", "\"x\"");
        releases.lock(V1);
        releases.compile(draft.replace("@Default(\"0\") String guild", "@Default(\"\") String guild"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .atLineContaining("record Profile")
                .withFact("What people have there would be lost without a word")
                .withFixes("@RenamedFrom(value = \"gold\", since = 2) on goldd", "@Removed(name = \"gold\", since = 2)")
                .andTheFix(
                        "@RenamedFrom(value = \"gold\", since = 2) on goldd",
                        "int goldd",
                        "@RenamedFrom(value = \"gold\", since = 2) int goldd")
                .andTheFix(
                        "@Removed(name = \"gold\", since = 2)",
                        "@SaveSchema(version = 2)",
                        "@SaveSchema(version = 2) @Removed(name = \"gold\", since = 2)");
    }

    @Test
    void ofSeveralThatItCouldBeTheMostSimilarComesFirst() {
        releases.lock(V1);
        releases.compile(V2.replace(
                        "@Default(\"0\") long gold",
                        "@Default(\"0\") long xp, @Default(\"0\") int golds, @Default(\"\") String gould"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .withFixes(
                        "@RenamedFrom(value = \"gold\", since = 2) on golds",
                        "@RenamedFrom(value = \"gold\", since = 2) on xp",
                        "@Removed(name = \"gold\", since = 2)");
    }

    @Test
    void whatIsInAnotherPlaceNowMayHaveMovedThere() {
        releases.lock(V1);
        releases.compile(V2.replace("@Default(\"0\") long gold,", "")
                        .replace("int a,", "int a, @Default(\"0\") int gold,"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .withFixes(
                        "@MovedFrom(value = \"/gold\", since = 2) on gold of Inner",
                        "@Removed(name = \"gold\", since = 2)")
                .andTheFix(
                        "@MovedFrom(value = \"/gold\", since = 2) on gold of Inner",
                        "@Default(\"0\") int gold",
                        "@MovedFrom(value = \"/gold\", since = 2) @Default(\"0\") int gold");
    }

    @Test
    void aConstantThatIsGoneIsAccountedFor() {
        String draft = V2.replace("EASY, HARD", "EASY, HEROIC");
        releases.lock(V1);
        releases.compile(draft)
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had HARD of Mode, "
                        + "and version 2 does not say what became of it")
                .atLineContaining("enum Mode")
                .withFixes(
                        "@RenamedFrom(value = \"HARD\", since = 2) on HEROIC", "@Removed(name = \"HARD\", since = 2)")
                .andTheFix(
                        "@RenamedFrom(value = \"HARD\", since = 2) on HEROIC",
                        "HEROIC",
                        "@RenamedFrom(value = \"HARD\", since = 2) HEROIC")
                .andTheFix(
                        "@Removed(name = \"HARD\", since = 2)",
                        "enum Mode",
                        "@Removed(name = \"HARD\", since = 2) enum Mode");
    }

    @Test
    void aKindOfObjectThatIsGoneIsAccountedFor() {
        String figures = """
                @SaveSchema(version = 1)
                public record Drawing(List<Figure> figures) {
                  sealed interface Figure permits Circle, Square {}
                  @Subtype("circle") record Circle() implements Figure {}
                  @Subtype("square") record Square() implements Figure {}
                }
                """;
        releases.lock(figures);
        releases.compile(figures.replace("version = 1", "version = 2")
                        .replace("@Subtype(\"square\")", "@Subtype(\"box\")"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had square of Figure, "
                        + "and version 2 does not say what became of it")
                .atLineContaining("sealed interface Figure")
                .andTheFix(
                        "@RenamedFrom(value = \"square\", since = 2) on Square",
                        "@Subtype(\"box\")",
                        "@RenamedFrom(value = \"square\", since = 2) @Subtype(\"box\")")
                .andTheFix(
                        "@Removed(name = \"square\", since = 2)",
                        "sealed interface",
                        "@Removed(name = \"square\", since = 2) sealed interface");
    }

    @Test
    void aTypeThatChangedNeedsAStep() {
        String draft = V2.replace("@Default(\"0\") long gold", "@Default(\"PT0S\") Duration gold");
        String step = "@Migration(from = 1, to = 2, component = \"gold\") static Duration convertGold(int old) "
                + "{ throw new UnsupportedOperationException(); }";
        releases.lock(V1)
                .compile(draft)
                .failsOnly("[SaveSchema/UndeclaredTypeChange] gold was int in version 1 and is Duration, "
                        + "and no step converts it")
                .atLineContaining("Duration gold")
                .andTheFix(step, "Inner inner) {", "Inner inner) {\n  " + step);
    }

    @Test
    void aTypeThatChangedWithinAPartNeedsAStepOnTheWhole() {
        String source = V2.replace("@Default(\"1\") int a", "@Default(\"true\") boolean a");
        String step =
                "@Migration(from = 1, to = 2) static void convertA(ObjectNode save) { throw new UnsupportedOperationException(); }";
        releases.lock(V1)
                .compile(source)
                .failsOnly("[SaveSchema/UndeclaredTypeChange] a of Inner was int in version 1 and is boolean, "
                        + "and no step converts it")
                .atLineContaining("boolean a")
                .andTheFix(step, "Inner inner) {", "Inner inner) {\n  " + step);
    }

    @Test
    void whatWidensNeedsNothing() {
        releases.lock(V1)
                .compile(V2.replace("int a", "Optional<Long> a").replace("max = 24", "max = 5"))
                .succeeds();
    }

    @Test
    void aRemovedNameIsNotUsedForSomethingElse() {
        String v2 = V1.replace("version = 1)", "version = 2)\n@Removed(name = \"gold\", since = 2)")
                .replace("@Default(\"0\") int gold,", "");
        String v3 = v2.replace("version = 2", "version = 3")
                .replace("@Removed(name = \"gold\", since = 2)\n", "")
                .replace("Inner inner)", "Inner inner, @Default(\"\") String gold)");
        releases.lock(V1).lock(v2);
        releases.compile(v3)
                .failsOnly("[SaveSchema/ReusedName] \"gold\" was int until version 2 removed it, and is String now")
                .atLineContaining("String gold")
                .andTheFix("@Name(\"gold_2\")", "String gold", "@Name(\"gold_2\") String gold");
    }

    // ---- contradictions

    @Test
    void sinceAgreesWithTheHistory() {
        String v2 = V1.replace("version = 1", "version = 2").replace("Inner inner)", "Inner inner, List<String> tags)");
        releases.lock(V1).lock(v2);
        releases.compile(v2.replace("List<String> tags", "@Since(2) List<String> tags"))
                .succeeds();
        releases.compile(v2.replace("@Default(\"0\") int gold", "@Default(\"0\") @Since(2) int gold"))
                .failsOnly("[SaveSchema/ContradictsHistory] @Since of gold says version 2, "
                        + "but version 1 has gold already")
                .atLineContaining("@Since(2)")
                .withFact("Recorded in " + folder + "/profile/1.schema.json")
                .andTheFix("remove @Since", "@Since(2) ", "");
        String v3 = v2.replace("version = 2", "version = 3")
                .replace("List<String> tags)", "List<String> tags, @Since(2) List<String> more)");
        releases.compile(v3)
                .failsOnly("[SaveSchema/ContradictsHistory] @Since of more says version 2, "
                        + "but version 2 does not have more")
                .andItsFixCompilesInPlaceOf("@Since(2)");
    }

    @Test
    void renamedFromAgreesWithTheHistory() {
        releases.lock(V1);
        String wrong = V2.replace("@Default(\"?\")", "@RenamedFrom(value = \"name\", since = 2) @Default(\"?\")");
        releases.compile(wrong)
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of nick says that version 1 had name, "
                        + "but it did not")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"name\", since = 2) ", "");
        String late = V2.replace("version = 2", "version = 3")
                .replace(
                        "@Default(\"?\") @Size(max = 24) String nick",
                        "@RenamedFrom(value = \"nick\", since = 2) @Default(\"?\") @Size(max = 24) String name");
        releases.lock(V2);
        releases.compile(late)
                .fails("[SaveSchema/ContradictsHistory] @RenamedFrom of name says that version 2 no longer had nick, "
                        + "but it did")
                .andTheFix("since = 3", "since = 2", "since = 3");
    }

    @Test
    void removedAgreesWithTheHistory() {
        releases.lock(V1);
        releases.compile(V2.replace("version = 2)", "version = 2)\n@Removed(name = \"lives\", since = 2)"))
                .failsOnly("[SaveSchema/ContradictsHistory] @Removed says that version 1 had lives, but it did not")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"lives\")", "\n@Removed(name = \"lives\", since = 2)", "");
        releases.lock(V2);
        String late = V2.replace("version = 2)", "version = 3)\n@Removed(name = \"gold\", since = 2)")
                .replace("@Default(\"0\") long gold,", "");
        releases.compile(late)
                .fails("[SaveSchema/ContradictsHistory] @Removed says that version 2 no longer had gold, but it did")
                .andTheFix("since = 3", "since = 2", "since = 3");
    }

    @Test
    void nothingIsRenamedToWhatIsThereAlready() {
        String two = V1.replace("Inner inner)", "Inner inner, @Default(\"0\") int b)");
        releases.lock(two);
        releases.compile(two.replace("version = 1", "version = 2")
                        .replace("@Default(\"0\") int gold,", "")
                        .replace(
                                "@Default(\"0\") int b",
                                "@RenamedFrom(value = \"gold\", since = 2) @Default(\"0\") int b"))
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of b says that version 1 had gold, "
                        + "but that had b beside it")
                .atLineContaining("@RenamedFrom");
    }

    @Test
    void movedFromAgreesWithTheHistory() {
        releases.lock(V1);
        String moved =
                V2.replace("int a,", "int a, @MovedFrom(value = \"/golld\", since = 2) @Default(\"0\") int coins,");
        releases.compile(moved)
                .failsOnly("[SaveSchema/ContradictsHistory] @MovedFrom of coins says that version 1 had /golld, "
                        + "but it did not")
                .atLineContaining("@MovedFrom")
                .andTheFix("remove @MovedFrom", "@MovedFrom(value = \"/golld\", since = 2) ", "");
    }

    @Test
    void whatIsSaidOfConstantsAgreesWithTheHistory() {
        releases.lock(V1);
        releases.compile(V2.replace("enum Mode", "@Removed(name = \"WILD\", since = 2)\n  enum Mode"))
                .failsOnly("[SaveSchema/ContradictsHistory] @Removed says that version 1 had WILD, but it did not")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"WILD\")", "@Removed(name = \"WILD\", since = 2)\n", "");
        releases.compile(V2.replace("HARD", "@RenamedFrom(value = \"WILD\", since = 2) HARD"))
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of HARD says that version 1 had WILD, "
                        + "but it did not")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"WILD\", since = 2) ", "");
    }

    @Test
    void whatTurnedNamesIsNoContradiction() {
        String turned = V2.replace(
                        "EASY, HARD",
                        "@RenamedFrom(value = \"HARD\", since = 2) EASY, @RenamedFrom(value = \"EASY\", since = 2) HARD")
                .replace(
                        "Inner inner)",
                        "Inner inner, @RenamedFrom(value = \"y\", since = 2) @Default(\"0\") int x, "
                                + "@RenamedFrom(value = \"x\", since = 2) @Default(\"0\") int y)");
        releases.lock(V1.replace("Inner inner)", "Inner inner, @Default(\"0\") int x, @Default(\"0\") int y)"));
        releases.lock(turned).compile(turned).succeeds();
    }

    // ---- code

    @Test
    void theCodeOfALockedStepStays() {
        String step = "@Migration(from = 1, to = 2) static void award(ObjectNode save) {}";
        String coded = V2.replace("Inner inner) {", "Inner inner) {\n" + step);
        releases.lock(V1).lock(coded);
        releases.compile(coded.replace("award", "renamed")).succeeds();
        releases.compile(V2)
                .failsOnly("[SaveSchema/MissingMigration] version 2 was locked with the step award from version 1, "
                        + "which is gone")
                .atLineContaining("record Profile")
                .withFact("It changed the whole document; without it older files cannot be brought further")
                .andTheFix("oldest = 2", "version = 2", "version = 2, oldest = 2");
    }
}
