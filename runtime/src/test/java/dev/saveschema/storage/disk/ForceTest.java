package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing passes for durable that the system did not make durable. */
class ForceTest {

    private final DiskFileOps disk = new DiskFileOps();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() throws IOException {
        file = Files.createFile(directory.resolve("file"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void callThatTheSystemRefusesFails() throws IOException {
        // What is in /proc is on no disk, so that the system refuses to force it.
        Path unforceable = Path.of("/proc/self/oom_score_adj");
        assertThatThrownBy(() -> disk.force(unforceable)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.forceDirectory(unforceable.getParent())).isInstanceOf(IOException.class);
        Output output = disk.reopen(unforceable, new byte[0]);
        assertThatThrownBy(output::force).isInstanceOf(IOException.class);
        output.close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a read-only file cannot be forced there")
    void readOnlyFileIsForcedNevertheless() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThatCode(() -> disk.force(file)).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatNotEvenRootMayWriteIsOpenedToForceIt() {
        assertThatThrownBy(() -> disk.force(Path.of("/proc/sys/kernel/ostype")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(AccessDeniedException.class);
    }
}
