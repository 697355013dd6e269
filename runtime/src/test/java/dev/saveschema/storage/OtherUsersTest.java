package dev.saveschema.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A program that is not root beside files of root's and of a group that it is not in, and a file system that nobody may write. Only
 * root can start a program as another user, and mount; elsewhere, and where that user cannot read these classes, a test says so and is
 * skipped.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no owners with numbers there")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OtherUsersTest {

    private static final int USER = 65534;
    private static final int OTHER_GROUP = 65533;
    private static final List<String> AS_THE_USER =
            List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups");

    @TempDir
    Path directory;

    private Path live;

    @BeforeEach
    void save() throws IOException {
        live = directory.resolve(StorageTorture.FILE);
        assertThat(StorageTorture.saveOnce(directory)).isEqualTo("ACK 1");
    }

    private static void assumeThat(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("Skipped: " + otherwise);
        }
        assumeTrue(condition, otherwise);
    }

    private static boolean succeeds(List<String> prefix, String... command) throws InterruptedException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(Arrays.asList(command));
        try {
            return new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private void assumeThatTheUserCanReadTheSaveAndTheseClasses() throws Exception {
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        assumeThat(
                succeeds(AS_THE_USER, "test", "-r", live.toString())
                        && succeeds(AS_THE_USER, "test", "-x", classes, "-a", "-r", classes),
                "no program can be started as another user who can read these classes, which takes root and setpriv");
    }

    private String asTheUser(String input, String... arguments) throws Exception {
        try (JavaProcess process = JavaProcess.torture(AS_THE_USER, arguments)) {
            try (Writer in = process.process().outputWriter()) {
                in.write(input);
            }
            return String.valueOf(process.output().readLine());
        }
    }

    private static void give(Path file, int user, int group, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        Files.setAttribute(file, "unix:gid", group);
        Files.setAttribute(file, "unix:uid", user);
    }

    private static boolean isRoot(Path file) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
    }

    private static String who(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid") + " "
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @CsvSource({
        USER + ", " + OTHER_GROUP + ", rw-rw----, rw-------",
        USER + ", " + OTHER_GROUP + ", rw-rw-r--, rw-r--r--",
        "0, 0, rw-r--r--, rw-r--r--",
    })
    void whereAGroupOrAnOwnerIsRefusedTheNewFileIsTheProgramsAndTheGroupGetsNoMoreThanEverybody(
            int user, int group, String mode, String expected) throws Exception {
        assumeThat(isRoot(live), "only root gives files away");
        give(directory, USER, USER, "rwx------");
        assumeThatTheUserCanReadTheSaveAndTheseClasses();
        give(live, user, group, mode);
        assertThat(asTheUser("", "once", directory.toString())).isEqualTo("ACK 2");
        assertThat(who(live)).isEqualTo(USER + ":" + USER + " " + expected);
        // Of a file that is somebody else's Linux refuses a hard link, unless fs.protected_hardlinks is 0: a copy has
        // the mode.
        assertThat(who(directory.resolve(StorageTorture.FILE + ".bak1"))).endsWith(" " + mode);
        assertThat(who(directory.resolve("." + StorageTorture.FILE + ".lock")))
                .as("the lock file, which root's program had made")
                .startsWith(USER + ":" + USER);
        assertThat(StorageTorture.check(directory)).isEqualTo("VALUE 2");
    }

    @Test
    void directoryThatTheProgramMayNotWriteIsLoadedFromAndNothingIsSavedThere() throws Exception {
        assumeThat(isRoot(live), "only root starts programs as another user");
        give(directory, 0, 0, "rwxr-xr-x");
        assumeThatTheUserCanReadTheSaveAndTheseClasses();
        assertThat(asTheUser(directory + "\n", "checker", "-")).isEqualTo("VALUE 1");
        assertThat(asTheUser("", "once", directory.toString())).startsWith("REFUSED OLD_FILE_STANDS");
        assertThat(StorageTorture.check(directory)).isEqualTo("VALUE 1");
    }

    @Test
    void fileSystemThatIsMountedReadOnlyIsLoadedFromAndNothingIsSavedThere() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeThat(
                succeeds(List.of(), "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "tmpfs cannot be mounted here, which takes root");
        try {
            assertThat(StorageTorture.saveOnce(disk)).isEqualTo("ACK 1");
            assertThat(succeeds(List.of(), "mount", "-o", "remount,ro", disk.toString()))
                    .isTrue();
            assertThat(StorageTorture.check(disk)).isEqualTo("VALUE 1");
            assertThat(StorageTorture.saveOnce(disk))
                    .startsWith("REFUSED OLD_FILE_STANDS")
                    .contains("Read-only file system");
            assertThat(succeeds(List.of(), "mount", "-o", "remount,rw", disk.toString()))
                    .isTrue();
            assertThat(StorageTorture.saveOnce(disk)).isEqualTo("ACK 2");
        } finally {
            succeeds(List.of(), "umount", "--lazy", disk.toString());
        }
    }
}
