package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody but its owner may open a file, and its owner may do with it what he could. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
class OwnerOnlyDiskTest {

    private final OwnerOnlyDisk disk = new OwnerOnlyDisk();

    @TempDir
    Path directory;

    private static Path withMode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void lockFileIsItsOwnersAlone() throws IOException {
        Path lock = directory.resolve("lock");
        disk.openLock(lock).close();
        assertThat(mode(lock)).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({"rw-rw-rw-, rw-------", "r--r--r--, r--------", "r--------, r--------", "rwxrwxrwx, rw-------"})
    void newFileIsAsItsModelIsForItsOwner(String mode, String expected) throws IOException {
        Path model = withMode(Files.createFile(directory.resolve("model")), mode);
        Path file = directory.resolve("file");
        disk.create(file, Optional.of(model)).close();
        assertThat(mode(file)).isEqualTo(expected);
        assertThat(mode(model)).isEqualTo(expected);
    }

    @Test
    void directoryThatIsMovedCanStillBeEnteredByItsOwner() throws IOException {
        Path slot = withMode(Files.createDirectory(directory.resolve("slot")), "rwxr-xr-x");
        disk.move(slot, directory.resolve("trash"));
        assertThat(mode(directory.resolve("trash"))).isEqualTo("rwx------");
    }

    @Test
    void newFileIsItsOwnersAloneWhereItsModelCannotBeMadeThat() throws Exception {
        Path model = withMode(Files.createFile(directory.resolve("model")), "rw-rw-rw-");
        try (Immutable held = Immutable.make(model)) {
            assumeTrue(held.isImmutable(), "chattr makes files immutable");
            Path file = directory.resolve("file");
            disk.create(file, Optional.of(model)).close();
            assertThat(mode(file)).isEqualTo("rw-------");
            assertThat(mode(model)).isEqualTo("rw-rw-rw-");
        }
    }
}
