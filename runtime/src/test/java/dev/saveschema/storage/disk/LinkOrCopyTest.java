package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second name is a link or a copy, and a failure names both reasons. */
class LinkOrCopyTest {

    @TempDir
    Path directory;

    private Path existing;
    private Path name;

    @BeforeEach
    void files() throws IOException {
        existing = Files.writeString(directory.resolve("existing"), "content");
        name = directory.resolve("name");
    }

    private LinkOrCopy on(FileOps disk) {
        return new LinkOrCopy(disk, new TempFiles(disk, new FileNames(existing), new RandomTokens()));
    }

    private static FileOps refusing(String... calls) {
        return new DiskThatRefuses((call, path) -> List.of(calls).contains(call), path -> new IOException("refused"));
    }

    @Test
    void secondNameIsALink() throws IOException {
        assertThat(on(new ForwardingDisk()).make(name, existing)).isTrue();
        assertThat(Files.isSameFile(name, existing)).isTrue();
    }

    @Test
    void whereThereAreNoLinksItIsTheNameOfACopy() throws IOException {
        assertThat(on(refusing("link")).make(name, existing)).isFalse();
        assertThat(name).hasContent("content");
        assertThat(Files.isSameFile(name, existing)).isFalse();
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void nameThatIsTakenStaysThatOfItsFile() throws IOException {
        Files.writeString(name, "strangers");
        for (FileOps disk : List.of(new ForwardingDisk(), refusing("link"))) {
            assertThatThrownBy(() -> on(disk).make(name, existing)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(name).hasContent("strangers");
            assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    @Test
    void failureToCopySaysAlsoWhyThereIsNoLink() {
        for (String refused : List.of("output write", "move")) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> on(refusing("link", refused)).make(name, existing));
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(e -> assertThat(e).hasMessage("refused"));
            assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        }
    }
}
