package dev.saveschema.storage.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileOps.LockFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The registry, where two paths lead to one lock file. */
class OpenFilesTest {

    private static final Path ONE = Path.of("/saves/hero.json");
    private static final Path OTHER = Path.of("/mnt/saves/hero.json");

    private final Object key = new Object();
    private final OpenedLock first = new OpenedLock();
    private final OpenedLock second = new OpenedLock();

    private static final class OpenedLock implements LockFile {

        private boolean closed;

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public void write(String text) {}

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void lockFileThatIsOpenIsNotOpenedByAnotherWay() throws Exception {
        OpenFiles one = OpenFiles.add(ONE, "process 1");
        one.lockIs(key);
        OpenFiles other = OpenFiles.add(OTHER, "process 1");
        assertThatThrownBy(() -> other.lockIs(key))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("/mnt/saves/hero.json is in use by this program itself: process 1");
        other.close(null);
        one.close(first);
    }

    @Test
    void lockFileThatWasOpenedByTwoWaysAtOnceIsClosedByWhoHasTheLock() throws Exception {
        OpenFiles one = OpenFiles.add(ONE, "process 1");
        OpenFiles other = OpenFiles.add(OTHER, "process 1");
        one.lockIs(key, first);
        assertThatThrownBy(() -> other.lockIs(key, second)).isInstanceOf(InUseException.class);
        other.close(null);
        assertThat(second.closed).isFalse();
        one.close(first);
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    @Test
    void lockFileOfWhichNothingIsKnownIsClosedWhenNothingIsOpen() throws Exception {
        OpenFiles one = OpenFiles.add(ONE, "process 1");
        OpenFiles other = OpenFiles.add(OTHER, "process 1");
        other.abandon(second);
        other.close(null);
        assertThat(second.closed).isFalse();
        one.close(first);
        assertThat(second.closed).isTrue();
    }

    @Test
    void closingTwiceDoesNotTakeTheFileFromWhoOpenedItMeanwhile() throws Exception {
        OpenFiles one = OpenFiles.add(ONE, "process 1");
        one.lockIs(key, first);
        one.close(first);
        OpenFiles next = OpenFiles.add(ONE, "process 1");
        next.lockIs(key, second);
        one.close(null);
        assertThatThrownBy(() -> OpenFiles.add(ONE, "process 1")).isInstanceOf(InUseException.class);
        next.close(second);
    }

    @Test
    void lockFileThatWasReplacedIsFreeForOthers() throws Exception {
        OpenFiles one = OpenFiles.add(ONE, "process 1");
        one.lockIs(key, first);
        one.lockIs(new Object());
        OpenFiles other = OpenFiles.add(OTHER, "process 1");
        other.lockIs(key);
        other.close(null);
        one.close(first);
    }
}
