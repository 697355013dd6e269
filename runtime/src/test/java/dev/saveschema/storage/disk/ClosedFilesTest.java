package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that saves for months runs out of no descriptors: what was opened is closed, after a failure too. */
@EnabledOnOs(OS.LINUX)
class ClosedFilesTest {

    private final DiskFileOps disk = new DiskFileOps();

    @TempDir
    Path directory;

    @Test
    void fileThatIsBeingWrittenIsOpenUntilItIsClosed() throws IOException {
        Path file = directory.toRealPath().resolve("file");
        Output output = disk.create(file, Optional.empty());
        assertThat(OpenFiles.in(directory)).containsExactly(file);
        output.close();
        assertThat(OpenFiles.in(directory)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "r--r--r--"})
    void ofAFileThatIsCreatedLikeAnotherOnlyItselfIsOpen(String mode) throws IOException {
        Path model = Files.writeString(directory.resolve("model"), "content");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString(mode));
        Path file = directory.toRealPath().resolve("file");
        Output output = disk.create(file, Optional.of(model));
        assertThat(OpenFiles.in(directory)).containsExactly(file);
        output.close();
        assertThat(OpenFiles.in(directory)).isEmpty();
    }

    @Test
    void fileThatHoldsSomethingElseThanWhatIsToBeWrittenAnewIsClosedAsItWas() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "strange");
        for (String content : new String[] {"content", "longer than that"}) {
            assertThatThrownBy(() -> disk.reopen(file, content.getBytes(UTF_8)))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(file + ": it holds something else");
        }
        assertThat(OpenFiles.in(directory)).isEmpty();
        assertThat(file).hasContent("strange");
    }

    @Test
    void fileThatIsNotTheCopyThatWasMadeIsClosedAndNotEmptied() throws IOException {
        // The system says that this file has no bytes. Its copy has some, and so looks as if somebody had put it there.
        Path model = Path.of("/proc/self/oom_score_adj");
        Path file = directory.resolve("file");
        assertThatThrownBy(() -> disk.create(file, Optional.of(model)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("replaced by somebody");
        assertThat(OpenFiles.in(directory)).isEmpty();
        assertThat(file).isNotEmptyFile();
    }
}
