package dev.saveschema.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenSampleTest {

    private final Sample sample = Sample.copyOf("maven");

    @Test
    void releaseBuildPasses() throws Exception {
        Sample.Run build = sample.maven("clean", "verify", "-Dsaveschema.release=true");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0")
                .doesNotContain("[WARNING]");
    }

    @Test
    void changeWithoutANewVersionDoesNotCompileUntilItIsNumberedAndLocked() throws Exception {
        sample.edit(
                "src/main/java/sample/Progress.java",
                "List<Integer> done,",
                "List<Integer> done, @Default(\"0\") long xp,");
        Sample.Run unnumbered = sample.maven("compile");
        assertThat(unnumbered.exitCode()).isNotZero();
        assertThat(unnumbered.output()).contains("[SaveSchema/VersionNotBumped]", "Fix: version = 3");

        sample.edit("src/main/java/sample/Progress.java", "version = 2", "version = 3");
        Sample.Run locked = sample.maven("clean", "compile", "-Dsaveschema.lock=true");
        assertThat(locked.exitCode()).as(locked.output()).isZero();
        assertThat(sample.file("src/main/saveschema/progress/3.schema.json")).exists();
        Sample.Run released = sample.maven("clean", "package", "-Dsaveschema.release=true", "-Dmaven.test.skip");
        assertThat(released.exitCode()).as(released.output()).isZero();
    }

    /** Wherever the build is started, the history lies in the module whose schema it is of. */
    @Test
    void schemaOfALibraryIsLockedBesideItAndReleasedWithTheProgram() throws Exception {
        Sample modules = Sample.copyOf("maven-modules");
        modules.edit(
                "save/src/main/java/sample/save/Progress.java",
                "List<Integer> done,",
                "List<Integer> done, @Default(\"0\") long xp,");
        modules.edit("save/src/main/java/sample/save/Progress.java", "version = 2", "version = 3");
        Sample.Run locked = modules.maven("clean", "compile", "-Dsaveschema.lock=true");
        assertThat(locked.exitCode()).as(locked.output()).isZero();
        assertThat(modules.file("save/src/main/saveschema/progress/3.schema.json"))
                .exists();
        assertThat(modules.file("src")).doesNotExist();
        assertThat(modules.file("game/src/main/saveschema")).doesNotExist();

        Sample.Run released = modules.maven("clean", "verify", "-Dsaveschema.release=true");
        assertThat(released.exitCode()).as(released.output()).isZero();
        assertThat(released.output())
                .contains("Running sample.save.SavesOfEveryVersionTest", "Running sample.game.GameTest")
                .doesNotContain("[WARNING]");
    }
}
