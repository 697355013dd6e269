package dev.saveschema.storage.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.IoThread;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and locks that others left in a folder of slots. */
class SlotFolderTest {

    private static final StorageOptions AT_ONCE = new StorageOptions(1 << 20, Duration.ZERO);
    private static final String DELETED = "20261101T120000Z-0123456789abcdef-";

    @TempDir
    Path directory;

    private SlotFolder folder;

    @BeforeEach
    void folder() throws IOException {
        directory = directory.toRealPath();
        folder = folder(new ForwardingDisk());
    }

    private SlotFolder folder(FileOps disk) {
        return new SlotFolder(directory, AT_ONCE, disk, InstantSource.system(), () -> new IoThread("slots"));
    }

    /** A path whose text does not lead to it, in whatever character set. */
    private static Path unspeakable(Path parent, String before, String after) {
        return Path.of(URI.create(parent.toUri() + before + "caf%E9" + after));
    }

    private static void putUnspeakable(Path parent) throws IOException {
        try {
            Path within = Files.createDirectory(unspeakable(parent, "", ""));
            Files.writeString(unspeakable(within, "", ".txt"), "a note");
        } catch (FileSystemException refused) {
            abort("names are text on this file system");
        }
    }

    @Test
    void slotWithANameThatIsNoTextIsRemovedCompletely() throws Exception {
        Path ada = folder.open("ada", true, Path::getParent);
        putUnspeakable(ada);
        folder.remove("ada");
        assertThat(directory).isDirectoryContaining(path -> path.endsWith(".slots.lock"));
        assertThat(directory.toFile().list()).containsExactly(".slots.lock");
    }

    @Test
    void restOfASlotWithANameThatIsNoTextIsSweptByTheNextChange() throws Exception {
        folder.open("ada", true, save -> save);
        putUnspeakable(Files.createDirectory(directory.resolve(".gone-0123456789abcdef")));
        folder.rename("ada", "bob");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder(".slots.lock", "bob");
    }

    @Test
    void nameInTheTrashThatIsNoTextKeepsNothingFromBeingRemoved() throws Exception {
        folder.open("ada", true, save -> save);
        folder.delete("ada");
        Path trash = directory.resolve(".trash");
        try {
            Files.createDirectory(unspeakable(trash, DELETED, ""));
        } catch (FileSystemException refused) {
            abort("names are text on this file system");
        }
        assertThat(folder.empty(Duration.ZERO)).extracting(TrashEntry::name).containsExactly("ada");
        assertThat(folder.trash()).extracting(TrashEntry::name).doesNotContain("ada");
    }

    @Test
    void slotWhoseLockCannotBeAskedForIsNotTakenForClosed() throws Exception {
        Path save = folder.open("ada", true, found -> found);
        Files.writeString(save, "{}");
        Path lock = Files.createFile(save.resolveSibling(".save.json.lock"));
        SlotFolder others = folder(new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if ((name.equals("openLock") || name.equals("openSharedLock") || name.equals("create"))
                        && path.startsWith(save.getParent())) {
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }

            @Override
            public boolean isWritable(Path asked) {
                return !asked.equals(save.getParent());
            }
        });
        assertThatThrownBy(() -> others.rename("ada", "eve"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(lock.toString());
        assertThatThrownBy(() -> others.delete("ada")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> others.remove("ada")).isInstanceOf(IOException.class);
        assertThat(save).exists();
    }
}
