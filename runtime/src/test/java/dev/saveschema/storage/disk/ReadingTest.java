package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.disk.FileOps.Ends;
import dev.saveschema.storage.disk.FileOps.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How much of a file is read, and what a directory is seen to hold. */
class ReadingTest {

    private final DiskFileOps disk = new DiskFileOps();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(directory.resolve("file"), "0123456789");
    }

    @Test
    void fileOfAsManyBytesAsAreReadIsReadAndALargerOneIsNot() throws IOException {
        assertThat(disk.read(file, 10)).asString(UTF_8).isEqualTo("0123456789");
        assertThat(disk.read(file, Long.MAX_VALUE)).hasSize(10);
        assertThatThrownBy(() -> disk.read(file, 9))
                .isInstanceOf(FileTooLargeException.class)
                .hasMessage(file + ": larger than 9 bytes");
    }

    @Test
    void fileThatIsLargerThanOnePieceIsReadAndSummedUpWhole() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        Files.write(file, bytes);
        assertThat(disk.read(file, 200_000)).isEqualTo(bytes);
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        CRC32C found = new CRC32C();
        found.update(1); // which is forgotten
        disk.sum(file, found);
        assertThat(found.getValue()).isEqualTo(sum.getValue());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no /proc")
    void fileWhoseSizeIsNotSaidIsReadToItsEnd() throws IOException {
        Path unsized = Path.of("/proc/self/cmdline");
        assumeTrue(Files.exists(unsized) && Files.size(unsized) == 0, "no file of the system here");
        assertThat(disk.read(unsized, 1 << 20))
                .isEqualTo(Files.readAllBytes(unsized))
                .isNotEmpty();
        assertThatThrownBy(() -> disk.read(unsized, 3)).isInstanceOf(FileTooLargeException.class);
    }

    /** As a file that somebody cuts short while it is read. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no /sys")
    void fileThatIsShorterThanItsSizeSaysIsReadToItsEnd() throws IOException {
        Path shorter = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        assumeTrue(Files.exists(shorter) && Files.size(shorter) > 1000, "no such file of the system here");
        assertThat(disk.read(shorter, 1 << 20))
                .isEqualTo(Files.readAllBytes(shorter))
                .hasSizeBetween(1, 1000);
    }

    /** The system gives a page of this file at a time, however much it is asked for. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no /proc")
    void endIsReadWholeThoughTheSystemGivesLessThanItIsAskedForAtATime() throws IOException {
        Path paged = Path.of("/proc/kallsyms");
        assumeTrue(Files.isReadable(paged), "no such file of the system here");
        try (InputStream in = Files.newInputStream(paged)) {
            assertThat(disk.readEnd(paged, 20_000)).isEqualTo(in.readNBytes(20_000));
        }
    }

    @Test
    void fileThatGrewSinceItsSizeWasToldIsReadToItsEnd() throws IOException {
        byte[] bytes = "0123456789".getBytes(UTF_8);
        for (int size = 0; size <= 12; size++) {
            assertThat(RegularFiles.readAll(new ByteArrayInputStream(bytes), size, 12))
                    .isEqualTo(bytes);
        }
        assertThat(RegularFiles.readAll(new ByteArrayInputStream(bytes), 4, 7))
                .asString(UTF_8)
                .isEqualTo("0123456");
    }

    @Test
    void endsOfAFileAreItsFirstBytesAndItsLast() throws IOException {
        assertEnds(disk.readEnds(file, 3, 4), "012", "6789");
        assertEnds(disk.readEnds(file, 10, 10), "0123456789", "0123456789");
        assertEnds(disk.readEnds(file, 20, 30), "0123456789", "0123456789");
        assertThat(disk.readEnd(file, 4)).asString(UTF_8).isEqualTo("6789");
        assertThat(disk.readEnd(file, 20)).asString(UTF_8).isEqualTo("0123456789");
    }

    private void assertEnds(Ends ends, String first, String last) throws IOException {
        assertThat(ends.first()).asString(UTF_8).isEqualTo(first);
        assertThat(ends.last()).asString(UTF_8).isEqualTo(last);
        assertThat(ends.size()).isEqualTo(10);
        assertThat(ends.modified()).isEqualTo(Files.getLastModifiedTime(file));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links there")
    void directoriesAreNeitherFilesNorLinksToDirectories() throws IOException {
        Path slot = Files.createDirectory(directory.resolve("slot"));
        Files.createSymbolicLink(directory.resolve("link"), slot);
        assertThat(disk.directories(directory)).containsExactly("slot");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links there, and there is no /dev/null")
    void kindOfAFileIsTheSameWhereTheSystemTellsLess() throws IOException {
        assertKind(file, Kind.FILE);
        assertKind(directory, Kind.DIRECTORY);
        assertKind(Files.createSymbolicLink(directory.resolve("link"), file), Kind.LINK);
        assertKind(Path.of("/dev/null"), Kind.OTHER);
    }

    private void assertKind(Path path, Kind kind) throws IOException {
        assertThat(disk.attributes(path).orElseThrow().kind()).isEqualTo(kind);
        assertThat(DiskFileOps.kindOf(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)))
                .isEqualTo(kind);
    }

    @Test
    void directoryIsWritableOnlyIfItIsThere() {
        assertThat(disk.isWritable(directory)).isTrue();
        assertThat(disk.isWritable(directory.resolve("nowhere"))).isFalse();
    }
}
