package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        new RetryingFileOps(new DiskBusyFor(busy, refusal), pauses::add).move(from, directory.resolve("to"));
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
    void otherFailureIsNotWaitedFor() {
        assertThatThrownBy(() -> move(1, new IOException("No space left on device")))
                .hasMessageContaining("No space");
        assertThat(pauses).isEmpty();
    }
}
