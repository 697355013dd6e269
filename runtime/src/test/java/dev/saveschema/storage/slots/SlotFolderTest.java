package dev.saveschema.storage.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of slots does on its disk, and names and locks that others left there. */
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

    @Test
    void folderThatMayNotBeWrittenIsOpenForLoadingAndNotForAChange() throws Exception {
        Path save = folder.open("ada", true, found -> found);
        Path lock = directory.resolve(".slots.lock");
        SlotFolder readOnly = folder(new DiskThatRefuses(
                (call, path) -> call.equals("isWritable") || call.startsWith("open") && path.equals(lock),
                path -> new AccessDeniedException(path.toString())));
        assertThat(readOnly.open("ada", false, Path::toString)).isEqualTo(save.toString());
        assertThatThrownBy(() -> readOnly.rename("ada", "eve"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(lock.toString());
        assertThat(save.getParent()).exists();
    }

    @Test
    void slotIsDurableWhereItGoesBeforeItIsGoneForGoodWhereItWas() throws Exception {
        folder.open("ada", true, save -> save);
        folder.open("bob", true, save -> save);
        folder.delete("ada");
        DiskThatRemembers disk = new DiskThatRemembers();
        SlotFolder remembered = folder(disk);
        String slots = directory.getFileName().toString();

        TrashEntry deleted = remembered.delete("bob");
        assertThat(movesAndForces(disk))
                .containsExactly("move " + deleted.id(), "forceDirectory .trash", "forceDirectory " + slots);
        remembered.restore(deleted, "bob");
        assertThat(movesAndForces(disk))
                .containsExactly("move bob", "forceDirectory " + slots, "forceDirectory .trash");
        remembered.rename("bob", "eve");
        assertThat(movesAndForces(disk)).containsExactly("move eve", "forceDirectory " + slots);
    }

    /** Since it was asked last. */
    private static List<String> movesAndForces(DiskThatRemembers disk) {
        List<String> calls = disk.changes().stream()
                .filter(call -> call.startsWith("move ") || call.startsWith("forceDirectory "))
                .toList();
        disk.forget();
        return calls;
    }

    /** The real disk, on which the first so many files that are written meet an error. */
    private static class DiskThatWritesLate extends ForwardingDisk {

        private final int refusals;
        private int writes;

        DiskThatWritesLate(int refusals) {
            this.refusals = refusals;
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (name.equals("output write") && ++writes <= refusals) {
                if (writes > 100) {
                    throw new AssertionError("it never gives up");
                }
                throw new FileSystemException(path.toString(), null, "No space left on device");
            }
            return call.make();
        }
    }

    private void makeAda() throws IOException {
        Files.writeString(folder.open("ada", true, save -> save), "{}");
    }

    @Test
    void fileThatASaveReplacesWhileItIsCopiedIsCopiedAnew() throws Exception {
        makeAda();
        folder(new DiskThatWritesLate(9)).copy("ada", "copy");
        assertThat(directory.resolve("copy").resolve("save.json")).hasContent("{}");
    }

    @Test
    void fileThatCannotBeCopiedIsAnErrorAfterSomeAttemptsAndLeavesNoCopy() throws Exception {
        makeAda();
        DiskThatWritesLate disk = new DiskThatWritesLate(Integer.MAX_VALUE);
        assertThatThrownBy(() -> folder(disk).copy("ada", "copy"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("No space left on device");
        assertThat(disk.writes).isEqualTo(10);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder(".slots.lock", "ada");
    }

    @Test
    void failureToCopyIsNotHiddenByAFailureToClose() throws Exception {
        makeAda();
        SlotFolder refusing = folder(new DiskThatWritesLate(Integer.MAX_VALUE) {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = super.through(name, path, call);
                if (name.equals("output close")) {
                    throw new IOException("Input/output error");
                }
                return result;
            }
        });
        assertThatThrownBy(() -> refusing.copy("ada", "copy"))
                .hasMessageContaining("No space left on device")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("Input/output error"));
    }
}
