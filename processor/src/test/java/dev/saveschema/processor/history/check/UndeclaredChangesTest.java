package dev.saveschema.processor.history.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** A member that a version no longer has, or has with another type, must be declared. */
class UndeclaredChangesTest extends ReleasedVersions {

    @Test
    void aMemberThatIsGoneIsAccountedFor() {
        String draft = PROFILE_V2
                .replace("long gold", "String guild, @Default(\"0\") int goldd")
                .replace("\"?\"", "\"x\"");
        releases.lock(PROFILE_V1);
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
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2.replace(
                        "@Default(\"0\") long gold",
                        "@Default(\"0\") long xp, @Default(\"0\") int golds, @Default(\"\") String gould"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .withFixes(
                        "@RenamedFrom(value = \"gold\", since = 2) on golds",
                        "@RenamedFrom(value = \"gold\", since = 2) on xp",
                        "@RenamedFrom(value = \"gold\", since = 2) on gould",
                        "@Removed(name = \"gold\", since = 2)");
    }

    @Test
    void whatIsInAnotherPlaceNowMayHaveMovedThere() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2
                        .replace("@Default(\"0\") long gold,", "")
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
    void whatIsInANewPartNowMayHaveMovedThere() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2
                        .replace("@Default(\"0\") long gold,", "Purse purse,")
                        .replace("record Inner", "record Purse(@Default(\"0\") int gold) {}\n  record Inner"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .withFixes(
                        "@MovedFrom(value = \"/gold\", since = 2) on gold of Purse",
                        "@Removed(name = \"gold\", since = 2)")
                .andTheFix(
                        "@MovedFrom(value = \"/gold\", since = 2) on gold of Purse",
                        "@Default(\"0\") int gold",
                        "@MovedFrom(value = \"/gold\", since = 2) @Default(\"0\") int gold");
    }

    @Test
    void whatWasInAPartMayHaveMovedOut() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2
                        .replace("Inner inner)", "@Default(\"1\") int a)")
                        .replace("record Inner", "record Other"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had inner (Inner), "
                        + "and version 2 does not say what became of it")
                .withFixes("@MovedFrom(value = \"/inner/a\", since = 2) on a", "@Removed(name = \"inner\", since = 2)");
    }

    /** A move names one place, and says nothing of the records of the same type in a list. */
    @Test
    void whatIsGoneFromARecordThatIsAlsoWithinAListHasNotMovedFromThere() {
        releases.lock("""
                @SaveSchema(version = 1)
                public record Profile(Settings settings, List<Guest> guests) {
                  public record Settings(@Default("1") int volume, @Default("2") int speed) {}
                  public record Guest(Settings settings) {}
                }
                """);
        releases.compile("""
                @SaveSchema(version = 2)
                public record Profile(
                    @MovedFrom(value = "/settings/volume", since = 2) @Default("1") int volume,
                    Settings settings,
                    List<Guest> guests) {
                  public record Settings(@Default("2") int speed) {}
                  public record Guest(Settings settings) {}
                }
                """)
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had volume of Settings (int), "
                        + "and version 2 does not say what became of it");
    }

    @Test
    void whatIsGoneFromARecordThatIsAlsoWithinAKindHasNotMovedFromThere() {
        String v1 = """
                @SaveSchema(version = 1)
                public record Profile(Settings settings, @Default("guest") Person person) {
                  public record Settings(@Default("1") int volume, @Default("2") int speed) {}
                  public sealed interface Person permits Guest, Member {}
                  @Subtype("guest") public record Guest(@Default("1") int days) implements Person {}
                  @Subtype("member") public record Member(Settings settings) implements Person {}
                }
                """;
        releases.lock(v1);
        releases.compile(v1.replace("version = 1", "version = 2")
                        .replace("@Default(\"1\") int volume, ", "")
                        .replace(
                                "(Settings settings, @Default(\"guest",
                                "(@MovedFrom(value = \"/settings/volume\", since = 2) @Default(\"1\") int volume,"
                                        + " Settings settings, @Default(\"guest"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had volume of Settings (int), "
                        + "and version 2 does not say what became of it");
    }

    @Test
    void whatHasAlmostTheSameNameAndAnotherTypeIsOfferedToo() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2.replace("@Default(\"0\") long gold", "@Default(\"PT0S\") Duration golds"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had gold (int), "
                        + "and version 2 does not say what became of it")
                .withFixes(
                        "@RenamedFrom(value = \"gold\", since = 2) on golds", "@Removed(name = \"gold\", since = 2)");
    }

    @Test
    void whatTwoRecordsHadIsNotTakenForNewWhereTheyArePutTogether() {
        String two =
                game(1, "One a, Two b", "record One(@Default(\"1\") int x) {} record Two(@Default(\"1\") int y) {}");
        releases.lock(two);
        releases.compile(game(2, "One a, One b", "record One(@Default(\"1\") int x) {}"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had y of One (int), "
                        + "and version 2 does not say what became of it")
                .withFixes("@Removed(name = \"y\", since = 2)");
    }

    @Test
    void aNameThatIsAnAliasNowIsAccountedFor() {
        releases.lock(PROFILE_V1);
        String second = PROFILE_V2.replace("EASY, HARD", "EASY, @RenamedFrom(value = \"HARD\", since = 2) HEROIC");
        releases.lock(second);
        String third = second.replace("version = 2", "version = 3")
                .replace("EASY, @RenamedFrom(value = \"HARD\", since = 2) HEROIC", "@Alias(\"HEROIC\") EASY");
        releases.lock(third);
        String later = third.replace("@Alias(\"HEROIC\") ", "");
        Document<Object> document = Running.read(
                releases.run("Profile", later).schema("Profile"),
                "{\"$version\": 1, \"gold\": 1, \"nick\": \"x\", \"inner\": {\"a\": 1, \"mode\": \"HARD\"}}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).asString().contains("mode=EASY");
    }

    @Test
    void aStepOnTheWholeIsToldWithWhatItIsTrustedToConvert() {
        releases.lock(PROFILE_V1);
        String draft = PROFILE_V2
                .replace("long gold", "String gold")
                .replace("@Default(\"1\") int a", "@Default(\"true\") boolean a")
                .replace(
                        "Inner inner) {",
                        "Inner inner) {\n  @Migration(from = 1, to = 2) static void all(ObjectNode save) {}");
        assertThat(releases.compile(draft).succeeds().notes())
                .contains("[SaveSchema/LeftToStep] from version 1 to 2 all is trusted to convert gold, a of Inner")
                .anyMatch(note -> note.startsWith("[SaveSchema/Draft]"));
    }

    @Test
    void aConstantThatIsGoneIsAccountedFor() {
        String draft = PROFILE_V2.replace("EASY, HARD", "EASY, HEROIC");
        releases.lock(PROFILE_V1);
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
        String draft = PROFILE_V2.replace("@Default(\"0\") long gold", "@Default(\"PT0S\") Duration gold");
        String step = "@Migration(from = 1, to = 2, component = \"gold\") static Duration convertGold(int old) "
                + "{ throw new UnsupportedOperationException(); }";
        releases.lock(PROFILE_V1)
                .compile(draft)
                .failsOnly("[SaveSchema/UndeclaredTypeChange] gold was int in version 1 and is Duration, "
                        + "and no step converts it")
                .atLineContaining("Duration gold")
                .andTheFix(step, "Inner inner) {", "Inner inner) {\n  " + step);
    }

    @Test
    void aTypeThatChangedWithinAPartNeedsAStepOnTheWhole() {
        String source = PROFILE_V2.replace("@Default(\"1\") int a", "@Default(\"true\") boolean a");
        String step =
                "@Migration(from = 1, to = 2) static void convertA(ObjectNode save) { throw new UnsupportedOperationException(); }";
        releases.lock(PROFILE_V1)
                .compile(source)
                .failsOnly("[SaveSchema/UndeclaredTypeChange] a of Inner was int in version 1 and is boolean, "
                        + "and no step converts it")
                .atLineContaining("boolean a")
                .andTheFix(step, "Inner inner) {", "Inner inner) {\n  " + step);
    }

    @Test
    void whatWidensNeedsNothing() {
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V2.replace("int a", "Optional<Long> a").replace("max = 24", "max = 5"))
                .succeeds();
    }

    @Test
    void aRemovedNameIsNotUsedForSomethingElse() {
        String v2 = PROFILE_V1
                .replace("version = 1)", "version = 2)\n@Removed(name = \"gold\", since = 2)")
                .replace("@Default(\"0\") int gold,", "");
        String v3 = v2.replace("version = 2", "version = 3")
                .replace("@Removed(name = \"gold\", since = 2)\n", "")
                .replace("Inner inner)", "Inner inner, @Default(\"\") String gold)");
        releases.lock(PROFILE_V1).lock(v2);
        releases.compile(v3)
                .failsOnly("[SaveSchema/ReusedName] \"gold\" was int until version 2 removed it, and is String now")
                .atLineContaining("String gold")
                .andTheFix("@Name(\"gold_2\")", "String gold", "@Name(\"gold_2\") String gold");
    }
}
