package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** Annotations about older versions are compared with these versions. */
class ContradictionsTest extends ReleasedVersions {

    @Test
    void sinceAgreesWithTheHistory() {
        String v2 = PROFILE_V1
                .replace("version = 1", "version = 2")
                .replace("Inner inner)", "Inner inner, List<String> tags)");
        releases.lock(PROFILE_V1).lock(v2);
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
        releases.lock(PROFILE_V1);
        String wrong =
                PROFILE_V2.replace("@Default(\"?\")", "@RenamedFrom(value = \"name\", since = 2) @Default(\"?\")");
        releases.compile(wrong)
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of nick says that version 1 had name, "
                        + "but it did not")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"name\", since = 2) ", "");
        String late = PROFILE_V2
                .replace("version = 2", "version = 3")
                .replace(
                        "@Default(\"?\") @Size(max = 24) String nick",
                        "@RenamedFrom(value = \"nick\", since = 2) @Default(\"?\") @Size(max = 24) String name");
        releases.lock(PROFILE_V2);
        releases.compile(late)
                .fails("[SaveSchema/ContradictsHistory] @RenamedFrom of name says that version 2 no longer had nick, "
                        + "but it did")
                .andTheFix("since = 3", "since = 2", "since = 3");
    }

    @Test
    void aNameThatAnotherHasTakenIsNotOffered() {
        releases.lock(PROFILE_V1);
        String both = PROFILE_V2
                .replace(
                        "@Default(\"0\") long gold",
                        "@RenamedFrom(value = \"gold\", since = 2) @Default(\"0\") long coins")
                .replace("@Default(\"?\")", "@RenamedFrom(value = \"golds\", since = 2) @Default(\"?\")");
        releases.compile(both)
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of nick says that version 1 had golds, "
                        + "but it did not")
                .withFixes("remove @RenamedFrom");
    }

    @Test
    void removedAgreesWithTheHistory() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2.replace("version = 2)", "version = 2)\n@Removed(name = \"lives\", since = 2)"))
                .failsOnly("[SaveSchema/ContradictsHistory] @Removed says that version 1 had lives, but it did not")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"lives\")", "\n@Removed(name = \"lives\", since = 2)", "");
        releases.lock(PROFILE_V2);
        String late = PROFILE_V2
                .replace("version = 2)", "version = 3)\n@Removed(name = \"gold\", since = 2)")
                .replace("@Default(\"0\") long gold,", "");
        releases.compile(late)
                .fails("[SaveSchema/ContradictsHistory] @Removed says that version 2 no longer had gold, but it did")
                .andTheFix("since = 3", "since = 2", "since = 3");
    }

    @Test
    void nothingIsRenamedToWhatIsThereAlready() {
        String two = PROFILE_V1.replace("Inner inner)", "Inner inner, @Default(\"0\") int b)");
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
        releases.lock(PROFILE_V1);
        String moved = PROFILE_V2.replace(
                "int a,", "int a, @MovedFrom(value = \"/golld\", since = 2) @Default(\"0\") int coins,");
        releases.compile(moved)
                .failsOnly("[SaveSchema/ContradictsHistory] @MovedFrom of coins says that version 1 had /golld, "
                        + "but it did not")
                .atLineContaining("@MovedFrom")
                .andTheFix("remove @MovedFrom", "@MovedFrom(value = \"/golld\", since = 2) ", "");
    }

    @Test
    void whatIsSaidOfConstantsAgreesWithTheHistory() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V2.replace("enum Mode", "@Removed(name = \"WILD\", since = 2)\n  enum Mode"))
                .failsOnly("[SaveSchema/ContradictsHistory] @Removed says that version 1 had WILD, but it did not")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"WILD\")", "@Removed(name = \"WILD\", since = 2)\n", "");
        releases.compile(PROFILE_V2.replace("HARD", "@RenamedFrom(value = \"WILD\", since = 2) HARD"))
                .failsOnly("[SaveSchema/ContradictsHistory] @RenamedFrom of HARD says that version 1 had WILD, "
                        + "but it did not")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"WILD\", since = 2) ", "");
    }

    @Test
    void whatTurnedNamesIsNoContradiction() {
        String turned = PROFILE_V2
                .replace(
                        "EASY, HARD",
                        "@RenamedFrom(value = \"HARD\", since = 2) EASY, @RenamedFrom(value = \"EASY\", since = 2) HARD")
                .replace(
                        "Inner inner)",
                        "Inner inner, @RenamedFrom(value = \"y\", since = 2) @Default(\"0\") int x, "
                                + "@RenamedFrom(value = \"x\", since = 2) @Default(\"0\") int y)");
        releases.lock(PROFILE_V1.replace("Inner inner)", "Inner inner, @Default(\"0\") int x, @Default(\"0\") int y)"));
        releases.lock(turned).compile(turned).succeeds();
    }
}
