package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An ordinary build, a lock and a release, and their treatment of the sources' version. */
class LockAndReleaseTest extends ReleasedVersions {

    @Test
    void aHeadWithoutAFileIsADraftAndMayChange() {
        Compiled first = releases.compile(PROFILE_V1).succeeds();
        assertThat(first.notes())
                .contains("[SaveSchema/Draft] version 1 of Profile is a draft: "
                        + "it may change until -Asaveschema.lock=true locks it");
        releases.compile(PROFILE_V1.replace("int gold", "String gold")).succeeds();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLockedHeadCompilesWithoutAWord() {
        Compiled again = releases.lock(PROFILE_V1).compile(PROFILE_V1).succeeds();
        assertThat(again.notes()).noneMatch(note -> note.startsWith("[SaveSchema/"));
        assertThat(again.warnings()).isEmpty();
    }

    @Test
    void lockingTwiceWritesNothingNew() throws IOException {
        releases.lock(PROFILE_V1);
        String before = releases.schemaText("profile", 1);
        releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1).succeeds();
        assertThat(releases.schemaText("profile", 1)).isEqualTo(before);
    }

    @Test
    void aDifferentVersionIsNotLockedOverALockedOne() {
        releases.lock(PROFILE_V1);
        String before = releases.schemaText("profile", 1);
        assertThat(releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1.replace("int gold", "String gold"))
                        .messages())
                .containsExactly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was");
        assertThat(releases.schemaText("profile", 1)).isEqualTo(before);
    }

    /** Nor where its members stand in a file. */
    @Test
    void whatAListShowsIsNoPartOfALockedVersion() throws IOException {
        releases.lock(PROFILE_V1);
        String before = releases.schemaText("profile", 1);
        Compiled shown = releases.compile(
                        List.of("-Asaveschema.lock=true"), PROFILE_V1.replace("int gold", "@Summary int gold"))
                .succeeds();
        assertThat(shown.notes()).noneMatch(note -> note.startsWith("[SaveSchema/"));
        assertThat(releases.schemaText("profile", 1)).isEqualTo(before);
    }

    @Test
    void aSchemaWithAProblemIsNotLocked() {
        releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1.replace("@Default(\"0\")", ""))
                .fails("[SaveSchema/MissingDefault] component gold has no default for files that lack it");
        assertThat(folder).isEmptyDirectory();
    }

    /** javac looks into methods when the processors are long done. */
    @Test
    void nothingIsLockedWhereTheCompilationFailsOnSomethingElse() {
        for (String wrong : new String[] {
            "class Other { int wrong() { return \"text\"; } }",
            "class Other { int missing() {} }",
            "class Other { final int unset; Other() {} }"
        }) {
            assertThat(releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1, wrong)
                            .messages())
                    .hasSize(1);
            assertThat(releases.compile(List.of("-Asaveschema.lock=true"), wrong, PROFILE_V1)
                            .notes())
                    .noneMatch(note -> note.startsWith("[SaveSchema/Locked]"));
            assertThat(folder).isEmptyDirectory();
        }
        releases.lock(PROFILE_V1, "class Other { interface Inner {} enum E { A { } } @interface C {} record R() {} }");
        assertThat(releases.schema("profile", 1)).exists();
    }

    @Test
    void nothingIsLockedWhileAnotherSchemaHasAProblem() {
        String other = game(1, "int a", "");
        releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1, other)
                .failsOnly("[SaveSchema/MissingDefault] component a has no default for files that lack it");
        assertThat(folder).isEmptyDirectory();
        releases.lock(PROFILE_V1, other.replace("int a", "@Default(\"1\") int a"));
        assertThat(releases.schema("profile", 1)).exists();
        assertThat(releases.schema("game", 1)).exists();
    }

    @Test
    void aHistoryThatBeginsLateIsWarnedOfWhereItBegins() {
        Compiled late = releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V2);
        assertThat(late.succeeds().warnings())
                .containsExactly("[SaveSchema/HistoryBeginsLate] the history of Profile begins with version 2, "
                        + "and files are read from version 1 on");
        assertThat(releases.compile(PROFILE_V2).succeeds().warnings()).isEmpty();
    }

    /** The version is written when javac is done, and by then javac has forgotten the places in the sources. */
    @Test
    void aVersionThatCannotBeWrittenIsNotLocked() throws IOException {
        Files.createDirectories(folder.resolve("profile").resolve("1.sample.json"));
        releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1)
                .fails("[SaveSchema/CannotLock] version 1 of Profile could not be locked: " + folder
                        + "/profile/1.sample.json: Is a directory")
                .withFact("It was to be recorded in " + folder + "/profile/1.schema.json; nothing is locked");
        assertThat(releases.schema("profile", 1)).doesNotExist();
    }

    @Test
    void lockingEndsThoughAPatternTakesForEver() {
        String slow = PROFILE_V1.replace(
                "@Default(\"?\") @Size(max = 24)",
                "@Default(\"" + "a".repeat(40) + "b\") @Pattern(\"(a|aa){30,60}b\")");
        releases.lock(slow);
        assertThat(releases.sampleText("profile", 1)).contains("\"nick\": \"" + "a".repeat(40) + "b\"");
    }

    @Test
    void aReleaseRefusesADraft() {
        Compiled release = releases.compile(List.of("-Asaveschema.release=true"), PROFILE_V1);
        release.failsOnly("[SaveSchema/DraftInRelease] version 1 of Profile is a draft, and this is a release")
                .atLineContaining("version = 1");
        releases.lock(PROFILE_V1);
        releases.compile(List.of("-Asaveschema.release=true"), PROFILE_V1).succeeds();
    }

    @Test
    void lockAndReleaseNeedAHistory() {
        for (String option : List.of("lock", "release")) {
            Compiled.compileWith(List.of("-Asaveschema." + option + "=true"), PROFILE_V1)
                    .failsOnly("[SaveSchema/HistoryNotSet] -Asaveschema." + option + "=true needs a history to work on")
                    .atLineContaining("version = 1");
        }
    }

    @Test
    void aVersionAboveOneWithoutAHistoryIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of(), PROFILE_V2).succeeds().warnings())
                .containsExactly("[SaveSchema/HistoryNotKept] Profile has version 2, "
                        + "and nobody keeps what its older versions looked like");
        assertThat(Compiled.compileWith(List.of(), PROFILE_V1).succeeds().warnings())
                .isEmpty();
        assertThat(Compiled.compileWith(List.of("-Asaveschema.history=none"), PROFILE_V2)
                        .succeeds()
                        .warnings())
                .isEmpty();
    }

    @Test
    void anOptionThatIsNeitherTrueNorFalseIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of("-Asaveschema.lock=yes"), PROFILE_V1)
                        .warnings())
                .contains("[SaveSchema/UnknownOption] -Asaveschema.lock=yes is neither true nor false, "
                        + "and taken for false");
    }

    @Test
    void aMisspeltOptionIsWarnedOf() {
        assertThat(Compiled.compileWith(List.of("-Asaveschema.histroy=x"), PROFILE_V1)
                        .warnings())
                .contains("[SaveSchema/UnknownOption] there is no option saveschema.histroy");
    }

    @Test
    void theHeadsShapeIsAmongTheClasses() {
        String draft = releases.compile(PROFILE_V1).succeeds().resource("META-INF/saveschema/profile.schema.json");
        releases.lock(PROFILE_V1);
        assertThat(releases.schemaText("profile", 1)).isEqualTo(draft);
        assertThat(releases.compile(PROFILE_V1).succeeds().resource("META-INF/saveschema/profile.schema.json"))
                .isEqualTo(draft);
    }
}
