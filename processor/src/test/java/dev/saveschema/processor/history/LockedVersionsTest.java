package dev.saveschema.processor.history;

import dev.saveschema.testing.MigrationTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The content of a locked version: its shape, the code that led to it, and its place among the others. */
class LockedVersionsTest extends ReleasedVersions {

    @Test
    void aLockedVersionDoesNotChange() {
        String changed = PROFILE_V1
                .replace("int gold", "String coins")
                .replace("max = 24", "max = 12")
                .replace("HARD", "HARDER");
        releases.lock(PROFILE_V1)
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
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V1.replace("Inner inner", "Inner inner, List<String> friends"))
                .failsOnly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was")
                .withFact("added  friends  List<String>")
                .andItsFixCompilesInPlaceOf("version = 1");
    }

    @Test
    void aChangedTypeInALockedVersionIsToldWithItsStep() {
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V1.replace("@Default(\"1\") int a", "@Default(\"PT1S\") Duration a"))
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
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V1
                        .replace("Inner", "Renamed")
                        .replace("Mode", "Kind")
                        .replace("@Default(\"?\")", "@Default(\"nobody\")")
                        .replace("max = 24", "max = 24, violation = Violation.CLAMP")
                        .replace("int gold", "@Alias(\"Gold\") int gold")
                        .replace("EASY, HARD", "HARD, EASY"))
                .succeeds();
    }

    @Test
    void theVersionDoesNotGoBack() {
        releases.lock(PROFILE_V1).lock(PROFILE_V2);
        releases.compile(PROFILE_V1)
                .failsOnly("[SaveSchema/VersionWentBack] Profile has version 1, but version 2 is locked")
                .atLineContaining("version = 1")
                .withFact("Files of version 2 may exist; a program at version 1 would refuse them");
    }

    @Test
    void aVersionInBetweenIsNotMissing() throws IOException {
        String v3 = PROFILE_V2.replace("version = 2", "version = 3").replace("max = 24", "max = 30");
        releases.lock(PROFILE_V1).lock(PROFILE_V2).lock(v3);
        Files.delete(releases.schema("profile", 2));
        releases.compile(v3)
                .fails("[SaveSchema/HistoryGap] version 2 of Profile is not locked, though an older and a newer one"
                        + " are")
                .atLineContaining("version = 3")
                .withFixes(
                        "git checkout -- " + folder + "/profile/2.schema.json",
                        "check out the sources of version 2 and compile them once with -Asaveschema.lock=true");
    }

    @Test
    void theVersionBeforeADraftIsLocked() {
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V1.replace("version = 1", "version = 3"))
                .failsOnly("[SaveSchema/PreviousVersionNotLocked] Profile has version 3, but version 2 is not locked")
                .atLineContaining("version = 3")
                .withFact("The newest locked version is 1; what files of version 2 look like is not known")
                .andTheFix("version = 2", "version = 3", "version = 2");
    }

    @Test
    void aHistoryBeginsAtTheFirstVersionThatIsLocked() {
        releases.compile(PROFILE_V2)
                .failsOnly("[SaveSchema/NoHistory] Profile has version 2, and none of its versions is locked")
                .atLineContaining("version = 2");
        releases.lock(PROFILE_V2).compile(PROFILE_V2).succeeds();
    }

    @Test
    void theCodeOfALockedStepStays() {
        String step = "@Migration(from = 1, to = 2) static void award(ObjectNode save) {}";
        String coded = PROFILE_V2.replace("Inner inner) {", "Inner inner) {\n" + step);
        releases.lock(PROFILE_V1).lock(coded);
        releases.compile(coded.replace("award", "renamed")).succeeds();
        releases.compile(PROFILE_V2)
                .failsOnly("[SaveSchema/MissingMigration] version 2 was locked with the step award from version 1, "
                        + "which is gone")
                .atLineContaining("record Profile")
                .withFact("It changed the whole document; without it older files cannot be migrated")
                .andTheFix("oldest = 2", "version = 2", "version = 2, oldest = 2");
    }
}
