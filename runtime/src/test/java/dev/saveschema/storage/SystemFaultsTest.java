package dev.saveschema.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.file.FileStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faults that the system itself makes: a full disk, calls that {@code strace} has fail, a file system without links, two paths to
 * one directory. Where the system lacks what that takes, or the rights, a test says so and is skipped.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SystemFaultsTest {

    private static final int PAGE = 4096;

    @TempDir(factory = MemoryDisk.class)
    Path root;

    @Test
    void fullDiskAtEachFreeSizeKeepsTheOldSaveAndTakesTheNextOneWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(root.resolve("full"));
        int pages = 40;
        mount("tmpfs", "-t", "tmpfs", "-o", "size=" + pages * PAGE, "tmpfs", disk.toString());
        try {
            int refused = 0;
            int steps = 0;
            for (int free = 0; free <= 12; free++) {
                for (int saved = 0; saved < 4; saved++) {
                    steps++;
                    refused += fill(disk, free, pages) ? 1 : 0;
                }
            }
            assertThat(refused).isBetween(1, steps - 1);
            System.out.printf("Full disk: %d saves at 13 free sizes, %d refused, nothing lost%n", steps, refused);
        } finally {
            unmount(disk);
        }
    }

    /** Answers whether the save was refused. */
    private static boolean fill(Path disk, int free, int pages) throws Exception {
        String before = StorageTorture.check(disk);
        Path filler = disk.resolve("filler");
        long room = Files.getFileStore(disk).getUsableSpace() / PAGE;
        Files.write(filler, new byte[(int) Math.max(0, room - free) * PAGE]);
        String answer = StorageTorture.saveOnce(disk);
        String after = StorageTorture.check(disk);
        boolean refused = answer.startsWith("REFUSED");
        if (refused) {
            assertThat(answer).startsWith("REFUSED OLD_FILE_STANDS");
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).isEqualTo("VALUE " + answer.substring(4));
        }
        Files.delete(filler);
        assertThat(StorageTorture.saveOnce(disk)).as("with room again").startsWith("ACK ");
        return refused;
    }

    @Test
    void shortWriteIsNotTakenForAWholeOne() throws Exception {
        assertThat(StorageTorture.saveOnce(root)).isEqualTo("ACK 1");
        // The system writes what fits below the limit, and says how much that was; no signal stops a Java program.
        List<String> said = run(List.of("sh", "-c", "ulimit -f 6; exec \"$@\"", "limited"), "once", root.toString());
        assertThat(said.get(0)).startsWith("REFUSED OLD_FILE_STANDS");
        assertThat(StorageTorture.check(root)).isEqualTo("VALUE 1");
        assertThat(StorageTorture.saveOnce(root)).isEqualTo("ACK 2");
    }

    @Test
    void everyForceReachesTheSystem() throws Exception {
        assumeThat(canTrace(), "strace is not there, or may not trace");
        for (int i = 0; i < 3; i++) {
            assertThat(StorageTorture.saveOnce(root)).startsWith("ACK ");
        }
        assertThat(forcesOfASave())
                .as("of a steady save: the temp and the directory")
                .isEqualTo(2);
        Path live = root.resolve(StorageTorture.FILE);
        Files.writeString(live, Files.readString(live).strip());
        assertThat(forcesOfASave())
                .as("beside an edit: the edit and its name, too")
                .isEqualTo(4);
    }

    private long forcesOfASave() throws Exception {
        Path log = root.resolve("strace.log");
        List<String> said =
                run(List.of("strace", "-f", "-qq", "-o", log.toString(), "-e", "trace=fsync"), "once", root.toString());
        assertThat(said.get(0)).startsWith("ACK ");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("fsync(")).count();
        }
    }

    // rename, link: also what replaces them on newer machines.
    @ParameterizedTest
    @CsvSource({
        "fsync:error=EIO:when=1, REFUSED OLD_FILE_STANDS",
        "fsync:error=ENOSPC:when=1, REFUSED OLD_FILE_STANDS",
        "fsync:error=EDQUOT:when=1, REFUSED OLD_FILE_STANDS",
        "'rename,renameat,renameat2:error=EIO:when=2+', REFUSED BYTES_KEPT",
        "'link,linkat:error=EPERM', ACK",
        "'link,linkat:error=EMLINK', ACK",
        "fsync:error=EINVAL:when=2, ACK",
    })
    void callThatTheSystemRefusesIsAnsweredAsInTheSimulation(String injection, String answer) throws Exception {
        assumeThat(canTrace(), "strace is not there, or may not trace");
        for (int i = 0; i < 3; i++) {
            assertThat(StorageTorture.saveOnce(root)).startsWith("ACK ");
        }
        String before = StorageTorture.check(root);
        String calls = injection.substring(0, injection.indexOf(':'));
        List<String> said = run(
                List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e", "inject=" + injection),
                "once",
                root.toString());
        assertThat(said.get(0)).startsWith(answer);
        String after = StorageTorture.check(root);
        if (answer.endsWith("STANDS")) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).isEqualTo("VALUE 4");
        }
        assertThat(StorageTorture.saveOnce(root)).startsWith("ACK ");
        System.out.println("strace: " + injection + " -> " + said.get(0).replaceAll("(ACK|REFUSED \\w+).*", "$1"));
    }

    @Test
    void twoPathsToOneDirectoryAreOneStoreForThisProcessAndForOthers() throws Exception {
        Path one = Files.createDirectory(root.resolve("one"));
        Path other = Files.createDirectory(root.resolve("other"));
        mount("bind mounts", "--bind", one.toString(), other.toString());
        try (FileStorage storage = FileStorage.open(one.resolve("progress.json"), StorageOptions.DEFAULTS)) {
            assertThatThrownBy(() -> FileStorage.open(other.resolve("progress.json"), StorageOptions.DEFAULTS))
                    .isInstanceOf(InUseException.class);
            for (Path path : List.of(one, other)) {
                assertThat(run(List.of(), "once", path.toString()).get(0))
                        .as("by %s, after a second path was refused", path)
                        .startsWith("IN USE");
            }
            assertThat(storage.load(StorageTorture.READER).verdict()).isEqualTo(Retrieval.Verdict.ABSENT);
        } finally {
            unmount(other);
        }
    }

    @Test
    void fileSystemWithoutLinksKeepsSavesAndBackups() throws Exception {
        Path image = root.resolve("image");
        Path disk = Files.createDirectory(root.resolve("disk"));
        Files.write(image, new byte[8 << 20]);
        Optional<MadeVolume> made = makers().stream()
                .filter(maker -> SystemCommand.succeeds(maker.maker(), image.toString()))
                .findFirst();
        assumeThat(made.isPresent(), "neither mkfs.exfat nor mkfs.vfat is there");
        String device = output("losetup", "-f", "--show", image.toString());
        try {
            assumeThat(
                    made.get().isMounted(device, disk),
                    made.get().type() + " cannot be mounted here, which takes root");
            for (int i = 1; i <= 5; i++) {
                assertThat(StorageTorture.saveOnce(disk)).isEqualTo("ACK " + i);
            }
            assertThat(StorageTorture.check(disk)).isEqualTo("VALUE 5");
            Files.delete(disk.resolve(StorageTorture.FILE));
            assertThat(StorageTorture.check(disk)).isEqualTo("VALUE 4");
            Files.delete(disk.resolve(StorageTorture.FILE + ".bak1"));
            assertThat(StorageTorture.check(disk)).isEqualTo("VALUE 3");
            System.out.println(
                    "Without links: saves and backups on " + made.get().type());
        } finally {
            SystemCommand.succeeds("umount", "--lazy", disk.toString());
            SystemCommand.succeeds("losetup", "-d", device);
        }
    }

    /** A file system without links, made by a tool, and mounted by the kernel or, where that cannot, by a program. */
    private record MadeVolume(String type, String maker) {

        boolean isMounted(String device, Path disk) {
            return SystemCommand.succeeds("mount", "-t", type, device, disk.toString())
                    || SystemCommand.succeeds("mount." + type + "-fuse", device, disk.toString());
        }
    }

    private static List<MadeVolume> makers() {
        return List.of(new MadeVolume("exfat", "mkfs.exfat"), new MadeVolume("vfat", "mkfs.vfat"));
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static List<String> run(List<String> prefix, String... arguments) throws Exception {
        try (JavaProcess process = JavaProcess.torture(prefix, arguments)) {
            List<String> lines = process.output().lines().toList();
            process.process().waitFor();
            assertThat(lines).as("what %s says", List.of(arguments)).isNotEmpty();
            return lines;
        }
    }

    private static boolean canTrace() {
        return SystemCommand.succeeds("strace", "-qq", "-o", "/dev/null", "true");
    }

    private static void mount(String what, String... arguments) {
        String[] command =
                Stream.concat(Stream.of("mount"), Stream.of(arguments)).toArray(String[]::new);
        assumeThat(SystemCommand.succeeds(command), what + " cannot be mounted here, which takes root");
    }

    private static void unmount(Path disk) {
        assertThat(SystemCommand.succeeds("umount", "--lazy", disk.toString()))
                .as("unmounted")
                .isTrue();
    }

    private static void assumeThat(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("Skipped: " + otherwise);
        }
        assumeTrue(condition, otherwise);
    }
}
