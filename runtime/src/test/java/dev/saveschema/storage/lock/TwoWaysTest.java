package dev.saveschema.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.InUseException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.file.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One save to which two paths lead, without a link that tells of it. The test needs root; without it, it is skipped and says why.
 * The mount is undone lazily, since another program (an indexer, a virus scanner) may have a file open, and a temporary directory
 * with a mount point in it cannot be deleted.
 */
class TwoWaysTest {

    private static final StorageOptions IMPATIENT = new StorageOptions(1 << 20, Duration.ZERO);
    private static final int ROUNDS = 30;

    @TempDir
    Path temp;

    private Path directory;

    @BeforeEach
    void directory() throws IOException {
        directory = temp.toRealPath();
    }

    private static boolean run(Object... command) throws InterruptedException {
        try {
            Process process = start(command);
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean succeeded = process.waitFor() == 0;
            System.out.print(succeeded ? "" : List.of(command) + ": " + said);
            return succeeded;
        } catch (IOException noSuchCommand) {
            System.out.println(noSuchCommand.getMessage());
            return false;
        }
    }

    private static String output(Object... command) throws IOException {
        return new String(start(command).getInputStream().readAllBytes(), UTF_8).strip();
    }

    private static Process start(Object... command) throws IOException {
        return new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void directoryThatIsMountedTwiceHasOneSaveOfAName() throws Exception {
        Path one = Files.createDirectory(directory.resolve("one"));
        Path other = Files.createDirectory(directory.resolve("other"));
        assumeTrue(run("mount", "--bind", one, other), "bind mounts take root");
        try {
            raceForTheLock(one, "hero%d.json", other, "hero%d.json");
        } finally {
            run("umount", "--lazy", other);
        }
    }

    @Test
    void volumeThatDoesNotTellUpperFromLowerCaseHasOneSaveOfAName() throws Exception {
        Path image = directory.resolve("image");
        Path volume = Files.createDirectory(directory.resolve("volume"));
        assumeTrue(run("truncate", "-s", "32M", image) && run("mkfs.exfat", image), "exfatprogs makes exFAT volumes");
        String device = output("losetup", "-f", "--show", image);
        try {
            assumeTrue(
                    run("mount", "-t", "exfat", device, volume) || run("mount.exfat-fuse", device, volume),
                    "root mounts exFAT");
            try {
                raceForTheLock(volume, "hero%d.json", volume, "Hero%d.JSON");
            } finally {
                run("umount", "--lazy", volume);
            }
        } finally {
            run("losetup", "-d", device);
        }
    }

    private void raceForTheLock(Path oneDirectory, String oneName, Path otherDirectory, String otherName)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (LockProbe probe = new LockProbe()) {
            for (int round = 0; round < ROUNDS; round++) {
                Path one = oneDirectory.resolve(oneName.formatted(round));
                Path other = otherDirectory.resolve(otherName.formatted(round));
                deleteASave(one, other);
                List<FileStorage> open = open(threads, one, other);
                assertThat(open).hasSize(1);
                Path lock = lockIn(oneDirectory);
                try (FileStorage winner = open.get(0)) {
                    assertThat(winner).isNotNull();
                    assertThat(probe.isLocked(lock)).isTrue();
                    for (Path way : List.of(one, other)) {
                        assertThatThrownBy(() -> FileStorage.open(way, IMPATIENT))
                                .isInstanceOf(InUseException.class);
                    }
                    assertThat(probe.isLocked(lock)).isTrue();
                }
                assertThat(probe.isLocked(lock)).isFalse();
                Files.delete(lock);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The system may remember for a moment that there is a file of the other name. */
    private static void deleteASave(Path one, Path other) throws IOException {
        Files.writeString(one, "{}");
        assertThat(other).exists();
        Files.delete(one);
    }

    private static Path lockIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<FileStorage> open(ExecutorService threads, Path... ways) throws Exception {
        List<Callable<@Nullable FileStorage>> tasks = new ArrayList<>();
        for (Path way : ways) {
            tasks.add(() -> openOrNot(way));
        }
        List<FileStorage> open = new ArrayList<>();
        for (Future<@Nullable FileStorage> opened : threads.invokeAll(tasks)) {
            if (opened.get() != null) {
                open.add(Objects.requireNonNull(opened.get()));
            }
        }
        return open;
    }

    private static @Nullable FileStorage openOrNot(Path way) throws IOException {
        try {
            return FileStorage.open(way, IMPATIENT);
        } catch (InUseException refused) {
            return null;
        }
    }
}
