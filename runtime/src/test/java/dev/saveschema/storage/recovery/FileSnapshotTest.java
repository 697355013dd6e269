package dev.saveschema.storage.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.disk.DiskFileOps;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.file.Saves;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file as it is found, and whether two hold the same. */
class FileSnapshotTest {

    @TempDir(factory = MemoryDisk.class)
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private FileSnapshot at(Path file, long maxBytes) throws IOException {
        return FileSnapshot.at(file, new SaveDirectory(new DiskFileOps(), new FileNames(saves.live()), maxBytes, true));
    }

    private FileSnapshot containing(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        return at(file, 5);
    }

    @Test
    void fileOfExactlyTheLimitIsReadAndALargerOneIsDamaged() throws IOException {
        assertThat(containing("a", "12345").bytes()).contains("12345".getBytes(UTF_8));
        FileSnapshot large = containing("b", "123456");
        assertThat(large.bytes()).isEmpty();
        assertThat(large.candidate().is(State.INVALID)).isTrue();
        assertThat(large.candidate().finding().detail()).contains("larger than 5 bytes");
    }

    @Test
    void fileWithoutASealIsAnEditAndSaysWhetherItIsEmpty() throws IOException {
        assertThat(containing("a", "").candidate().finding().detail()).isEqualTo("empty");
        assertThat(containing("b", "{}").candidate().finding().detail()).isEqualTo("no seal");
        assertThat(containing("b", "{}").candidate().is(State.EDITED)).isTrue();
    }

    @Test
    void directoryIsNoFile() throws IOException {
        Path sub = Files.createDirectory(directory.resolve("sub"));
        assertThatThrownBy(() -> at(sub, 5))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(sub + ": not a regular file");
    }

    @Test
    void filesHoldTheSameIfEachByteIsTheSame() throws IOException {
        assertThat(containing("a", "12").holdsWhat(containing("b", "12"))).isTrue();
        assertThat(containing("a", "12").holdsWhat(containing("b", "13"))).isFalse();
    }

    @Test
    void missingFileHoldsWhatAnotherMissingOneHoldsAndNothingElse() throws IOException {
        FileSnapshot missing = at(directory.resolve("nowhere"), 5);
        assertThat(missing.holdsWhat(at(directory.resolve("nowhere else"), 5))).isTrue();
        assertThat(missing.holdsWhat(containing("a", "12"))).isFalse();
        assertThat(containing("a", "12").holdsWhat(missing)).isFalse();
        assertThat(missing.holdsWhat(containing("b", "123456"))).isFalse();
        assertThat(containing("b", "123456").holdsWhat(missing)).isFalse();
        assertThat(missing.holdsWhat(FileSnapshot.unreadable(saves.live(), new IOException("EIO"))))
                .isFalse();
    }

    @Test
    void filesThatAreTooLargeToBeComparedMustLookTheSame() throws IOException {
        FileSnapshot large = containing("a", "123456");
        assertThat(large.holdsWhat(at(directory.resolve("a"), 5))).isTrue();
        assertThat(large.holdsWhat(containing("b", "123456")))
                .as("another file")
                .isFalse();
    }

    @Test
    void bodyIsThatOfASealThatHolds() throws IOException {
        saves.hold("one");
        FileSnapshot live = at(saves.live(), 1000);
        assertThat(live.hasBody(SaveBody.of(Saves.body("one")))).isTrue();
        assertThat(live.hasBody(SaveBody.of(Saves.body("two")))).isFalse();
        assertThat(live.withoutBytes().hasBody(SaveBody.of(Saves.body("one")))).isFalse();
        saves.edit(Files.readString(saves.live()) + " ");
        assertThat(at(saves.live(), 1000).hasBody(SaveBody.of(Saves.body("one"))))
                .isFalse();
    }
}
