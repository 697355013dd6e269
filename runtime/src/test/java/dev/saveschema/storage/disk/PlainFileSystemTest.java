package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system without owners, modes, keys and links, such as that of a zip, files are created, compared and moved like others. */
class PlainFileSystemTest {

    private FileSystem zip;
    private Path model;
    private Path file;

    @BeforeEach
    void zip(@TempDir Path directory) throws IOException {
        zip = FileSystems.newFileSystem(directory.resolve("saves.zip"), Map.of("create", true));
        model = Files.writeString(zip.getPath("/model"), "content");
        file = zip.getPath("/file");
    }

    @AfterEach
    void close() throws IOException {
        zip.close();
    }

    @Test
    void fileIsCreatedWithoutTheAttributesOfItsModelAndForNobodyInParticular() throws IOException {
        for (FileOps disk : List.of(new DiskFileOps(), new OwnerOnlyDisk())) {
            Output output = disk.create(file, Optional.of(model));
            output.write("new".getBytes(UTF_8));
            output.close();
            assertThat(Files.readString(file)).isEqualTo("new");
            assertThatCode(() -> disk.matchOwner(model, file)).doesNotThrowAnyException();
            disk.move(file, zip.getPath("/moved"));
            assertThat(Files.readString(zip.getPath("/moved"))).isEqualTo("new");
            disk.delete(zip.getPath("/moved"));
        }
    }

    @Test
    void attributesSayWhatTheSystemTells() throws IOException {
        FileOps disk = new DiskFileOps();
        Attributes found = disk.attributes(model).orElseThrow();
        assertThat(found.kind()).isEqualTo(Kind.FILE);
        assertThat(found.size()).isEqualTo(7);
        assertThat(found.permissions()).isEmpty();
        assertThat(found.tellsLaterWriting()).isFalse();
        assertThat(disk.attributes(zip.getPath("/")).orElseThrow().kind()).isEqualTo(Kind.DIRECTORY);
        assertThat(disk.attributes(file)).isEmpty();
    }

    @Test
    void twoNamesAreOneFileIfTheSystemSaysSo() throws IOException {
        FileOps disk = new DiskFileOps();
        Files.writeString(file, "content");
        assertThat(disk.same(model, model)).isTrue();
        assertThat(disk.same(model, file)).isFalse();
    }

    @Test
    void linkIsRefusedLikeAnyOtherCall() {
        assertThatThrownBy(() -> new DiskFileOps().link(file, model))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + ": this file system has no links");
    }

    @Test
    void directoryIsMadeLikeAnotherAndRemovedWithAllThatIsInIt() throws IOException {
        FileOps disk = new DiskFileOps();
        Path slot = zip.getPath("/slot");
        disk.createDirectoryLike(zip.getPath("/"), slot);
        assertThat(disk.attributes(slot).orElseThrow().kind()).isEqualTo(Kind.DIRECTORY);
        Files.writeString(slot.resolve("save.json"), "{}");
        Files.writeString(Files.createDirectory(slot.resolve("inside")).resolve("save.json"), "{}");
        disk.deleteAll(slot);
        assertThat(disk.attributes(slot)).isEmpty();
        disk.deleteAll(model);
        assertThat(disk.list(zip.getPath("/"), name -> true)).isEmpty();
    }

    @Test
    void moveThatFailsIsTheFailureOfTheSystem() {
        FileOps disk = new DiskFileOps();
        assertThatThrownBy(() -> disk.move(file, model)).isInstanceOf(NoSuchFileException.class);
        assertThat(model).hasContent("content");
    }
}
