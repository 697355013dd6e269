package dev.saveschema.processor.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import dev.saveschema.processor.history.ReleasedVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of the history that is not what it was written as, or cannot be read, is told. */
class HistoryFilesTest extends ReleasedVersions {

    @Test
    void anEditOfALockedFileIsNoticed() throws IOException {
        releases.lock(PROFILE_V1);
        Path file = releases.schema("profile", 1);
        Files.writeString(file, Files.readString(file).replace("\"maxLength\": 24", "\"maxLength\": 25"));
        releases.compile(PROFILE_V1)
                .failsOnly("[SaveSchema/HistoryEdited] " + file + " was edited after version 1 was locked")
                .atLineContaining("record Profile")
                .withFixes(
                        "git checkout -- " + file,
                        "if version 1 was never released, delete the file and lock the version again");
    }

    @Test
    void aFileThatIsNoVersionsFileIsToldSo() throws IOException {
        releases.lock(PROFILE_V1);
        Path file = releases.schema("profile", 1);
        for (String[] content : new String[][] {
            {"", "it is not JSON: it is empty"},
            {"{", "it is not JSON: line 1, column 2: Unexpected end-of-input: expected close marker for Object"},
            {"[]", "it is not an object"},
            {"{}", "\"x-saveschema\" is missing"},
            {"{\"x-saveschema\": {\"format\": 2}}", "it has format 2, and this processor knows format 1"},
        }) {
            Files.writeString(file, content[0]);
            assertThat(releases.compile(PROFILE_V1).messages())
                    .singleElement()
                    .asString()
                    .startsWith("[SaveSchema/NotAHistoryFile] " + file + " does not say what version 1 looked like: "
                            + content[1]);
        }
    }

    @Test
    void bothSidesOfAMergeAreToldSo() throws IOException {
        releases.lock(PROFILE_V1);
        Path file = releases.schema("profile", 1);
        Files.writeString(file, "<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> other\n");
        releases.compile(PROFILE_V1)
                .failsOnly("[SaveSchema/NotAHistoryFile] " + file + " holds both sides of a merge conflict")
                .withFact("Two branches locked a version 1 each; one of them can keep the number")
                .withFixes("git checkout --ours -- " + file + ", and lock the other branch's change as version 2");
    }

    @Test
    void aVersionThatOthersBuildOnIsNotDeleted() throws IOException {
        releases.lock(PROFILE_V1).lock(PROFILE_V2);
        Path file = releases.schema("profile", 1);
        Files.delete(file);
        releases.compile(PROFILE_V2)
                .failsOnly("[SaveSchema/NotAHistoryFile] " + file
                        + " does not say what version 1 looked like: it is missing, though 1.sample.json is there")
                .withFixes("git checkout -- " + file);
        Files.delete(folder.resolve("profile").resolve("1.sample.json"));
        releases.compile(PROFILE_V2).succeeds();
    }

    @Test
    void aHistoryThatWasDeletedIsNotBegunAnewWhileItsSamplesAreThere() throws IOException {
        releases.lock(PROFILE_V1).lock(PROFILE_V2);
        Files.delete(releases.schema("profile", 1));
        Files.delete(releases.schema("profile", 2));
        releases.compile(PROFILE_V2)
                .failsOnly("[SaveSchema/NotAHistoryFile] " + releases.schema("profile", 1)
                        + " does not say what version 1 looked like: it is missing, though 1.sample.json is there");
    }

    @Test
    void aSampleThatALockLeftWhichFailedIsNoVersion() throws IOException {
        releases.lock(PROFILE_V1);
        Files.delete(releases.schema("profile", 1));
        releases.compile(PROFILE_V1).succeeds();
    }

    @Test
    void aVersionOfWhichTheNextTellsWhatChangedIsNotDeletedWithItsSample() throws IOException {
        String second = PROFILE_V2.replace("String nick", "@RenamedFrom(value = \"nick\", since = 2) String name");
        releases.lock(PROFILE_V1).lock(second);
        Files.delete(releases.schema("profile", 1));
        Files.delete(folder.resolve("profile").resolve("1.sample.json"));
        releases.compile(second)
                .failsOnly("[SaveSchema/HistoryGap] version 1 of Profile is not locked any more, though "
                        + releases.schema("profile", 2) + " tells what changed since")
                .atLineContaining("version = 2")
                .andTheFix("oldest = 2, if no older file is left", "version = 2", "version = 2, oldest = 2");
    }

    @Test
    void anEditOfAVersionThatOthersBuildOnCanOnlyBeTakenBack() throws IOException {
        releases.lock(PROFILE_V1).lock(PROFILE_V2);
        Path file = releases.schema("profile", 1);
        Files.writeString(file, Files.readString(file).replace("\"maxLength\": 24", "\"maxLength\": 25"));
        releases.compile(PROFILE_V2)
                .failsOnly("[SaveSchema/HistoryEdited] " + file + " was edited after version 1 was locked")
                .withFixes("git checkout -- " + file);
    }

    @Test
    void aSampleThatIsGoneIsWrittenAnewByTheNextLock() throws IOException {
        releases.lock(PROFILE_V1);
        String sample = releases.sampleText("profile", 1);
        Files.delete(folder.resolve("profile").resolve("1.sample.json"));
        releases.compile(List.of("-Asaveschema.lock=true"), PROFILE_V1).succeeds();
        assertThat(releases.sampleText("profile", 1)).isEqualTo(sample);
    }

    @Test
    void aFileOfAnotherSchemaIsToldSo() throws IOException {
        releases.lock(PROFILE_V1).lock(PROFILE_V1.replace("Profile", "Game").replace("int gold", "long gold"));
        Files.copy(releases.schema("game", 1), releases.schema("profile", 1), StandardCopyOption.REPLACE_EXISTING);
        assertThat(releases.compile(PROFILE_V1).messages())
                .singleElement()
                .asString()
                .endsWith("does not say what version 1 looked like: it is of version 1 of game");
    }

    @Test
    void aHistoryThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.writeString(folder.resolve("profile"), "a file, where a directory should be");
        assertThat(releases.compile(PROFILE_V1).messages())
                .singleElement()
                .asString()
                .startsWith("[SaveSchema/HistoryUnreadable] the history in " + folder + " cannot be read: ");
    }

    @Test
    void aHistoryInAPlaceThatCannotBeIsTold() {
        Compiled.compileWith(List.of("-Asaveschema.history=a\0b"), PROFILE_V1)
                .failsOnly(
                        "[SaveSchema/HistoryUnreadable] the history in a\0b cannot be read: Nul character not allowed")
                .atLineContaining("record Profile");
    }
}
