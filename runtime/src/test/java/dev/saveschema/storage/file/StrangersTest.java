package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other programs put beside a save, or in the way of one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no FIFOs, and symbolic links need a privilege")
class StrangersTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private void fifo(String name) throws Exception {
        Process mkfifo =
                new ProcessBuilder("mkfifo", saves.directory().resolve(name).toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "mkfifo makes FIFOs");
    }

    private void saveTwiceAndKeep() throws IOException {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two", new Keep.Aside(QuarantineReason.REPAIRED), new Keep.AsVersion(1)));
            storage.save(Saves.request("three"));
        }
        assertThat(saves.load().content()).contains("three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress.json.bak1",
                "progress.json.bak2",
                "progress.json.v1.bak",
                "progress.json.v7.bak",
                ".progress.json.0123456789abcdef.tmp"
            })
    @Timeout(30)
    void fifoUnderANameOfOursHangsNoSave(String name) throws Exception {
        saves.hold("one");
        fifo(name);
        saveTwiceAndKeep();
        for (Path backup : List.of(saves.newerBackup(), saves.olderBackup())) {
            assertThat(backup).isRegularFile();
        }
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.json.bak1", "progress.json.v1.bak", "progress.json.v7.bak"})
    void linkThatLeadsNowhereStopsNoSave(String name) throws Exception {
        saves.hold("one");
        Files.createSymbolicLink(saves.directory().resolve(name), Path.of("/media/stick/", name));
        saveTwiceAndKeep();
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.json.bak1", "progress.json.bak2", "progress.json.v1.bak"})
    void saveForItsOwnerAloneTakesNothingFromWhatALinkLeadsTo(String name) throws Exception {
        saves.hold("one", "two");
        Path elsewhere = Files.writeString(saves.directory().resolve("elsewhere"), "elsewhere");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(saves.directory().resolve(name));
        Files.createSymbolicLink(saves.directory().resolve(name), elsewhere);
        StorageOptions ownerOnly = StorageOptions.DEFAULTS.forOwnerOnly();
        for (String word : List.of("three", "four", "five")) {
            try (FileStorage storage = FileStorage.open(saves.live(), ownerOnly)) {
                storage.load(Saves.READER);
                storage.save(Saves.request(word, new Keep.AsVersion(1)));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rwxr-xr-x");
        assertThat(elsewhere).hasContent("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.json.bak1", "progress.json.v1.bak"})
    @Timeout(30)
    void linkToADeviceThatHasNoEndStopsNoSave(String name) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there is a device without an end");
        saves.hold("one");
        Files.createSymbolicLink(saves.directory().resolve(name), Path.of("/dev/zero"));
        saveTwiceAndKeep();
    }

    @Test
    void fileThatSomebodyPutsInTheTempsPlaceIsGivenNeitherOwnerNorMode() throws Exception {
        saves.hold("one");
        Files.setPosixFilePermissions(saves.live(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Path secret = Files.writeString(saves.directory().resolve("secret"), "secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        ForwardingDisk attacked = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = call.make();
                if (name.equals("create") && path.toString().endsWith(".tmp")) {
                    Files.delete(path);
                    Files.createSymbolicLink(path, secret);
                }
                return result;
            }
        };
        try (FileStorage storage = saves.open(attacked)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret, LinkOption.NOFOLLOW_LINKS)))
                .isEqualTo("rw-------");
        assertThat(secret).hasContent("secret");
    }

    @Test
    void nameThatIsNoTextInTheLanguageOfTheSystemIsKeptByteByByte() throws Exception {
        URI name = URI.create(saves.directory().toUri() + "h%E9ro.json");
        Path live = Path.of(name);
        Files.writeString(Path.of(URI.create(saves.directory().toUri() + "h%E8ro.json")), "{\"word\": \"other\"}");
        for (String word : List.of("one", "two", "three", "four")) {
            try (FileStorage storage = FileStorage.open(live, StorageOptions.DEFAULTS)) {
                storage.load(Saves.READER);
                storage.save(Saves.request(word));
            }
        }
        assertThat(Saves.wordIn(live)).isEqualTo("four");
        assertThat(Saves.wordIn(Path.of(URI.create(name + ".bak1")))).isEqualTo("three");
        assertThat(Saves.wordIn(Path.of(URI.create(name + ".bak2")))).isEqualTo("two");
        assertThat(Path.of(URI.create(saves.directory().toUri() + ".h%E9ro.json.lock")))
                .exists();
        try (Stream<Path> all = Files.list(saves.directory())) {
            assertThat(all).hasSize(5);
        }
    }

    @Test
    void linkOfSomebodyElseLeadsOnlyToWhatIsTheirs() throws Exception {
        Path secret = Files.writeString(saves.directory().resolve("secret"), "{\"word\": \"secret\"}");
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(secret, "unix:uid")), "only root gives files away");
        Files.createSymbolicLink(saves.live(), secret);
        saves.load();
        Files.setAttribute(saves.live(), "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
        assertThatThrownBy(saves::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(saves.live() + " is a symbolic link of ")
                .hasMessageEndingWith("open " + secret + " itself");
        Files.setAttribute(secret, "unix:uid", 65534);
        assertThat(saves.load().content()).contains("secret");
    }
}
