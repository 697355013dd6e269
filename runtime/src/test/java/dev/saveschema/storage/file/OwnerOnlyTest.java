package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file for its owner alone is so from the first byte on, wherever it is moved or copied. */
@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {

    private static final String ALL = "rw-rw-rw-";
    private static final String OWNER = "rw-------";
    private static final StorageOptions OWNER_ONLY = new StorageOptions(1 << 20, Duration.ZERO).forOwnerOnly();

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void makeSaves() {
        saves = new Saves(directory);
    }

    @Test
    void aFileIsSoBeforeItHasContent() throws IOException {
        FileOps disk = FileOps.ofThisSystem(true);
        disk.create(directory.resolve("new"), Optional.empty());
        assertThat(mode(directory.resolve("new"))).isEqualTo(OWNER);
        Path model = open(Files.createFile(directory.resolve("model")));
        disk.create(directory.resolve("like"), Optional.of(model));
        assertThat(mode(directory.resolve("like"))).isEqualTo(OWNER);
    }

    @Test
    void whatGetsAnotherNameIsSoUnderThatToo() throws IOException {
        FileOps disk = FileOps.ofThisSystem(true);
        Path linked = open(Files.createFile(directory.resolve("linked")));
        disk.link(directory.resolve("link"), linked);
        assertThat(mode(directory.resolve("link"))).isEqualTo(OWNER);
        disk.move(open(Files.createFile(directory.resolve("moved"))), directory.resolve("there"));
        assertThat(mode(directory.resolve("there"))).isEqualTo(OWNER);
    }

    @Test
    void nothingIsTakenFromWhatALinkLeadsTo() throws IOException {
        FileOps disk = FileOps.ofThisSystem(true);
        Path elsewhere = open(Files.createFile(directory.resolve("elsewhere")));
        disk.move(Files.createSymbolicLink(directory.resolve("moved"), elsewhere), directory.resolve("there"));
        assertThat(directory.resolve("there")).isSymbolicLink();
        assertThat(mode(elsewhere)).isEqualTo(ALL);
    }

    @Test
    void theSaveAndItsBackupsAreTheOwnersAlone() throws IOException {
        save("one");
        save("two");
        save("three");
        assertThat(mode(saves.live())).isEqualTo(OWNER);
        assertThat(mode(saves.newerBackup())).isEqualTo(OWNER);
        assertThat(mode(saves.olderBackup())).isEqualTo(OWNER);
    }

    @Test
    void aSaveThatOthersCouldReadIsNarrowedWithWhatIsKeptOfIt() throws IOException {
        saves.hold("one", "two", "three");
        for (Path file : new Path[] {saves.live(), saves.newerBackup(), saves.olderBackup()}) {
            open(file);
        }
        save("four", new Keep.AsVersion(1));
        for (String name : saves.names()) {
            if (!name.endsWith(".lock")) {
                assertThat(mode(directory.resolve(name))).as(name).isEqualTo(OWNER);
            }
        }
        assertThat(saves.names()).contains("progress.json.v1.bak", "progress.json.bak1", "progress.json.bak2");
    }

    @Test
    void whatWasDamagedIsKeptForTheOwnerAlone() throws IOException {
        saves.hold("one", "two");
        saves.edit("damage");
        open(saves.live());
        save("three");
        assertThat(mode(saves.quarantine("corrupt").get(0))).isEqualTo(OWNER);
    }

    @Test
    void otherwiseASaveStaysAsItWas() throws IOException {
        saves.hold("one");
        open(saves.live());
        saves.hold("two");
        assertThat(mode(saves.live())).isEqualTo(ALL);
    }

    private void save(String word, Keep... keep) throws IOException {
        try (FileStorage storage = FileStorage.open(saves.live(), OWNER_ONLY)) {
            storage.load(Saves.READER);
            storage.save(Saves.request(word, keep));
        }
    }

    private static Path open(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ALL));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatALinkLeadsToStaysAsItIs() throws IOException {
        saves.hold("one", "two", "three");
        Path symbolic = open(Files.writeString(directory.resolve("symbolic"), "somebody's"));
        Path hard = open(Files.writeString(directory.resolve("hard"), "somebody's"));
        Files.delete(saves.newerBackup());
        Files.delete(saves.olderBackup());
        Files.createSymbolicLink(saves.newerBackup(), symbolic);
        Files.createLink(saves.olderBackup(), hard);
        for (String word : new String[] {"four", "five", "six"}) {
            save(word);
        }
        assertThat(mode(symbolic)).isEqualTo(ALL);
        assertThat(mode(hard)).isEqualTo(ALL);
        assertThat(mode(saves.newerBackup())).isEqualTo(OWNER);
        assertThat(mode(saves.olderBackup())).isEqualTo(OWNER);
    }

    @Test
    void theBackupOfASaveThatHasAnotherNameIsACopyForItsOwnerAlone() throws IOException {
        saves.hold("one");
        Path other = Files.createLink(directory.resolve("snapshot"), open(saves.live()));
        save("two");
        assertThat(mode(other)).isEqualTo(ALL);
        assertThat(mode(saves.newerBackup())).isEqualTo(OWNER);
        assertThat(saves.newerBackup()).hasSameBinaryContentAs(other);
    }
}
