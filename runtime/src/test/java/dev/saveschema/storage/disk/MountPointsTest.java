package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountPointsTest {

    private static final String LIST = """
            22 27 0:20 / /proc rw,relatime shared:12 - proc proc rw
            27 1 252:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            91 27 252:0 /srv/a /srv/my\\040saves/hero.json rw,relatime shared:1 - ext4 /dev/vda rw
            """;

    @TempDir
    Path directory;

    @Test
    void fileThatIsMountedIsInTheListAndItsDirectoryIsNot() {
        assertThat(MountPoints.contains(LIST, Path.of("/srv/my saves/hero.json")))
                .isTrue();
        assertThat(MountPoints.contains(LIST, Path.of("/srv/my saves"))).isFalse();
        assertThat(MountPoints.contains(LIST, Path.of("/srv/my saves/hero.json.bak1")))
                .isFalse();
    }

    @Test
    void lineThatIsNoMountIsPassedOver() {
        assertThat(MountPoints.contains("\n22 27 0:20 /\n" + LIST, Path.of("/srv/my saves/hero.json")))
                .isTrue();
    }

    @Test
    void fileThatIsMountedIsSaidToBe() throws Exception {
        Path host = Files.writeString(directory.toRealPath().resolve("host"), "host");
        Path file = Files.createFile(directory.toRealPath().resolve("hero.json"));
        Path temp = Files.createFile(directory.toRealPath().resolve("temp"));
        assumeTrue(mount("mount", "--bind", host.toString(), file.toString()), "only root mounts files");
        try {
            assertThatThrownBy(() -> new DiskFileOps().move(temp, file))
                    .isInstanceOf(IrreplaceableFileException.class)
                    .hasMessageContaining("mount its directory instead");
            assertThat(file).hasContent("host");
        } finally {
            mount("umount", "--lazy", file.toString());
        }
    }

    private static boolean mount(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            System.out.print(said);
            return process.waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
