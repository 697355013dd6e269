package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A save that was hidden from others stays hidden, in whatever file its bytes are. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
class PrivacyTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private static void hide(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void assertAllIsHidden() throws IOException {
        for (String name : saves.names()) {
            Path file = saves.directory().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void backupsOfASaveThatSomebodyHidAreHiddenWithTheNextSave() throws Exception {
        saves.hold("one", "two", "three");
        hide(saves.live());
        saves.hold("four");
        assertAllIsHidden();
    }

    @Test
    void unfinishedSaveOfASaveThatSomebodyHidMeanwhileIsHiddenWhenItIsPublished() throws Exception {
        saves.hold("one");
        String parent = Saves.sealOf(saves.live()).id();
        Files.write(
                saves.temp("a"),
                Saves.file(Saves.body("two"), Layout.PRETTY, new Seal(2, "a".repeat(16), parent, Saves.NOW)));
        Files.setPosixFilePermissions(saves.temp("a"), PosixFilePermissions.fromString("rw-r--r--"));
        hide(saves.live());
        saves.hold("two");
        assertThat(Saves.sealOf(saves.live()).id()).isEqualTo("a".repeat(16));
        assertAllIsHidden();
    }

    @Test
    void hiddenSaveThatSomebodyDeletedWhileItWasOpenComesBackHidden() throws Exception {
        saves.hold("one");
        hide(saves.live());
        saves.hold("two", "three");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            Files.delete(saves.live());
            storage.save(Saves.request("four"));
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("four");
        assertAllIsHidden();
    }

    @Test
    void whatIsKeptAsideOfAHiddenSaveIsHidden() throws Exception {
        saves.hold("one");
        hide(saves.live());
        saves.edit("damage");
        saves.hold("two");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three", new Keep.Aside(QuarantineReason.REPAIRED), new Keep.AsVersion(1)));
        }
        assertThat(saves.names()).hasSizeGreaterThanOrEqualTo(6);
        assertAllIsHidden();
    }

    @Test
    void whatWasKeptAsideBeforeTheSaveWasHiddenIsHiddenWithTheNextSave() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        saves.hold("three", "four");
        assertThat(saves.quarantine("corrupt")).hasSize(1);
        hide(saves.live());
        saves.hold("five");
        assertAllIsHidden();
    }

    @Test
    void saveThatIsRecoveredFromAHiddenBackupIsHidden() throws Exception {
        saves.hold("one", "two");
        hide(saves.live());
        saves.hold("three", "four");
        Files.delete(saves.live());
        saves.hold("five");
        assertAllIsHidden();
        assertThat(Saves.wordIn(saves.live())).isEqualTo("five");
    }
}
