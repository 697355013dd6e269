package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingFileOpsTest {

    /** Is held by a scanner for its first calls. */
    private static final class DiskBusyFor extends ForwardingDisk {

        private int busy;
        private final IOException refusal;

        DiskBusyFor(int busy, IOException refusal) {
            this.busy = busy;
            this.refusal = refusal;
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (busy-- > 0) {
                throw refusal;
            }
            return call.make();
        }
    }

    private final List<Long> pauses = new ArrayList<>();

    @TempDir
    Path directory;

    private void move(int busy, IOException refusal) throws IOException {
        Path from = Files.writeString(directory.resolve("from"), "new");
        new RetryingFileOps(new DiskBusyFor(busy, refusal), pauses::add, true).move(from, directory.resolve("to"));
    }

    @Test
    void moveWaitsForAScanner() throws IOException {
        move(8, new AccessDeniedException("to"));
        assertThat(directory.resolve("to")).hasContent("new");
        assertThat(pauses).containsExactly(1L, 2L, 5L, 10L, 20L, 50L, 100L, 100L);
    }

    @Test
    void moveWaitsForAnotherProcess() throws IOException {
        move(1, new FileSystemException("to", null, "The file is being used by another process"));
        assertThat(pauses).containsExactly(1L);
    }

    @Test
    void moveDoesNotWaitForEver() {
        assertThatThrownBy(() -> move(Integer.MAX_VALUE, new AccessDeniedException("to")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(9_900L, 10_000L);
    }

    @Test
    void onlyOnWindowsAMoveThatIsRefusedIsTriedAgain() throws IOException {
        Path from = Files.writeString(directory.resolve("from"), "new");
        RetryingFileOps disk = new RetryingFileOps(
                new DiskBusyFor(1, new FileSystemException("to", null, "Input/output error")), pauses::add, false);
        assertThatThrownBy(() -> disk.move(from, directory.resolve("to"))).isInstanceOf(FileSystemException.class);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Input/output error", "Connection timed out", "Stale file handle", "Interrupted system call"})
    void readThatIsRefusedOnceIsTriedAgainOnEverySystem(String words) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "whole");
        CRC32C sum = new CRC32C();
        sum.update("whole".getBytes(UTF_8));
        for (IOException refusal : List.of(new IOException(words), new FileSystemException("file", null, words))) {
            assertThat(reading(1, refusal).read(file, 100)).asString(UTF_8).isEqualTo("whole");
            assertThat(reading(1, refusal).readEnd(file, 3)).asString(UTF_8).isEqualTo("ole");
            CRC32C found = new CRC32C();
            reading(1, refusal).sum(file, found);
            assertThat(found.getValue()).isEqualTo(sum.getValue());
            assertThat(reading(1, refusal).attributes(file)).isPresent();
            assertThat(reading(1, refusal).list(directory, name -> true)).contains("file");
        }
    }

    @Test
    void readThatIsRefusedForGoodIsAnExceptionThatNamesTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "whole");
        assertThatThrownBy(() -> reading(Integer.MAX_VALUE, new IOException("Input/output error"))
                        .read(file, 100))
                .hasMessage(file + ": Input/output error");
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(150L, 250L);
    }

    @Test
    void answerIsNotWaitedFor() {
        for (IOException answer : List.of(new NoSuchFileException("file"), new AccessDeniedException("file"))) {
            assertThatThrownBy(() -> reading(1, answer).read(directory.resolve("file"), 100))
                    .isSameAs(answer);
        }
        assertThat(pauses).isEmpty();
    }

    private FileOps reading(int busy, IOException refusal) {
        return new RetryingFileOps(new DiskBusyFor(busy, refusal), pauses::add, false);
    }

    @Test
    void otherFailureIsNotWaitedFor() {
        assertThatThrownBy(() -> move(1, new IOException("No space left on device")))
                .hasMessageContaining("No space");
        assertThat(pauses).isEmpty();
    }

    @Test
    void readsOfBothEndsAndOfDirectoriesAreTriedAgainLikeOthers() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "whole");
        Files.createDirectory(directory.resolve("slot"));
        IOException refusal = new IOException("Input/output error");
        assertThat(reading(1, refusal).readEnds(file, 2, 2).size()).isEqualTo(5);
        assertThat(reading(1, refusal).directories(directory)).containsExactly("slot");
        assertThat(pauses).containsExactly(1L, 1L);
    }

    @Test
    void callsThatAreNotTriedAgainReachTheDiskOnceAndItsAnswersComeBack() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "whole");
        Path other = Files.writeString(directory.resolve("other"), "whole");
        DiskThatRemembers remembering = new DiskThatRemembers();
        FileOps disk = new RetryingFileOps(remembering, pauses::add, false);
        assertThat(disk.owner(file)).isEqualTo(Files.getOwner(file).getName());
        assertThat(disk.isWritable(directory)).isTrue();
        assertThat(disk.isWritable(directory.resolve("nowhere"))).isFalse();
        assertThat(disk.same(file, file)).isTrue();
        assertThat(disk.same(file, other)).isFalse();
        disk.force(file);
        disk.forceDirectory(directory);
        disk.matchOwner(other, file);
        disk.createDirectoryLike(directory, directory.resolve("slot"));
        disk.deleteAll(directory.resolve("slot"));
        String name = directory.getFileName().toString();
        assertThat(remembering.calls())
                .containsExactly(
                        "isWritable " + name,
                        "isWritable nowhere",
                        "same file",
                        "same file",
                        "force file",
                        "forceDirectory " + name,
                        "matchOwner file",
                        "createDirectory slot",
                        "deleteAll slot");
    }
}
