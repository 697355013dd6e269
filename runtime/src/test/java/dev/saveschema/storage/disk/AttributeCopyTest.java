package dev.saveschema.storage.disk;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is emptied only if it is the copy that was just made. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no attributes are copied there")
class AttributeCopyTest {

    @TempDir
    Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static void requireCopy(Path file, Path model) throws IOException {
        try (FileChannel opened = FileChannel.open(file, READ, WRITE)) {
            AttributeCopy.requireCopy(opened, file, model);
        }
    }

    @Test
    void fileOfTheSameContentIsTheCopy() throws IOException {
        Path model = file("model", "content");
        Path copy = file("copy", "content");
        assertThatCode(() -> requireCopy(copy, model)).doesNotThrowAnyException();
    }

    @Test
    void fileOfOtherContentIsNone() throws IOException {
        Path model = file("model", "content");
        for (String other : new String[] {"another", "contents", ""}) {
            Path copy = file("copy", other);
            assertThatThrownBy(() -> requireCopy(copy, model))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("replaced by somebody");
        }
    }

    @Test
    void anotherNameOfTheModelIsNone() throws IOException {
        Path model = file("model", "content");
        Path link = Files.createLink(directory.resolve("copy"), model);
        assertThatThrownBy(() -> requireCopy(link, model))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("replaced by somebody");
    }

    @Test
    void fileThatHasAnotherNameIsNone() throws IOException {
        Path model = file("model", "content");
        Path link = Files.createLink(directory.resolve("copy"), file("backup", "content"));
        assertThatThrownBy(() -> requireCopy(link, model))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("replaced by somebody");
    }
}
