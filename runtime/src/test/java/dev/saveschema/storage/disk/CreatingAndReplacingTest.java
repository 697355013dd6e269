package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreatingAndReplacingTest {

    @TempDir
    Path directory;

    private final DiskFileOps disk = new DiskFileOps();
    private Path file;

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(directory.resolve("file"), "there");
    }

    @Test
    void nothingIsDeletedToMakeRoomForWhatIsMoved() throws IOException {
        // the other way of replacing a file would delete this
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThatThrownBy(() -> disk.move(file, empty)).isInstanceOf(IOException.class);
        assertThat(empty).isDirectory();
        assertThat(file).hasContent("there");
    }

    @Test
    void fileThatIsThereIsNotCreated() {
        assertThatThrownBy(() -> disk.create(file, Optional.empty())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("there");
    }

    @Test
    void symbolicLinkIsNotCreatedThrough() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("elsewhere"));
        assertThatThrownBy(() -> disk.create(link, Optional.empty())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void whatIsCreatedHoldsAllThatWasWritten() throws IOException {
        Path created = directory.resolve("created");
        byte[] bytes = "what is larger than any piece of it".repeat(10_000).getBytes(UTF_8);
        FileOps.Output output = disk.create(created, Optional.empty());
        output.write(bytes);
        output.force();
        output.close();
        assertThat(created).hasBinaryContent(bytes);
    }

    @Test
    void lockFileIsNotASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("lock"), file);
        assertThatThrownBy(() -> disk.openLock(link)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("there");
    }
}
