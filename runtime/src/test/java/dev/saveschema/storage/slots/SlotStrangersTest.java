package dev.saveschema.storage.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.IoThread;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that other programs put among the slots, or in the way of a change. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege")
class SlotStrangersTest {

    @TempDir
    Path temp;

    private Path saves;
    private SlotFolder folder;
    private int asked;

    @BeforeEach
    void folder() throws IOException {
        saves = Files.createDirectory(temp.toRealPath().resolve("saves"));
        folder = folder(new ForwardingDisk());
    }

    private SlotFolder folder(FileOps disk) {
        return new SlotFolder(
                saves,
                new StorageOptions(1 << 20, Duration.ZERO),
                disk,
                InstantSource.system(),
                () -> new IoThread("slots"));
    }

    private void make(String... slots) throws IOException {
        for (String slot : slots) {
            Files.writeString(Files.createDirectory(saves.resolve(slot)).resolve("save.json"), "{}");
        }
    }

    @Test
    void trashThatIsALinkLeadsToNothingOfOurs() throws Exception {
        make("hero");
        TrashEntry elsewhere =
                TrashEntry.of("20261101T120000Z-0123456789abcdef-somebody's").orElseThrow();
        Path outside = Files.createDirectories(temp.resolve("outside").resolve(elsewhere.id()));
        Files.createSymbolicLink(saves.resolve(".trash"), outside.getParent());
        assertThatThrownBy(() -> folder.delete("hero")).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> folder.trash()).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> folder.restore(elsewhere, "mine")).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> folder.empty(Duration.ZERO)).isInstanceOf(NotDirectoryException.class);
        assertThat(outside).isDirectory();
        assertThat(saves.resolve("hero").resolve("save.json")).hasContent("{}");
        folder.remove("hero"); // without a trash
        assertThat(saves.resolve("hero")).doesNotExist();
    }

    @Test
    void slotThatCannotBeRemovedFromTheTrashKeepsNoOther() throws Exception {
        make("one", "two", "three");
        List<TrashEntry> deleted = List.of(folder.delete("one"), folder.delete("two"), folder.delete("three"));
        SlotFolder refusing = folder(new DiskThatRefuses(
                (call, path) ->
                        call.equals("move") && path.getFileName().toString().startsWith(".gone-") && isFirst(),
                path -> new AccessDeniedException(path.toString())));
        assertThatThrownBy(() -> refusing.empty(Duration.ZERO)).isInstanceOf(AccessDeniedException.class);
        assertThat(deleted).containsAll(folder.trash());
        assertThat(folder.trash()).hasSize(1);
    }

    private boolean isFirst() {
        return ++asked == 1;
    }

    /** In the language of the system, and in any other. */
    @Test
    void fileWhoseNameIsNoTextGoesWithItsSlot() throws Exception {
        make("hero");
        Path inside =
                Files.createDirectory(Path.of(URI.create(saves.resolve("hero").toUri() + "d%E9%FF")));
        Files.createFile(Path.of(URI.create(inside.toUri() + "f%E9%FF")));
        folder.delete("hero");
        assertThat(folder.empty(Duration.ZERO)).hasSize(1);
        try (Stream<Path> left = Files.list(saves)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".trash", ".slots.lock");
        }
    }

    @Test
    void linkInASlotIsRemovedAndNotWhatItLeadsTo() throws Exception {
        make("hero");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.createFile(outside.resolve("precious"));
        Files.createSymbolicLink(saves.resolve("hero").resolve("link"), outside);
        folder.remove("hero");
        assertThat(saves.resolve("hero")).doesNotExist();
        assertThat(outside.resolve("precious")).exists();
    }

    @Test
    void copyOfAHiddenSlotIsHiddenAndTheTrashIsForWhoMayChangeTheFolder() throws Exception {
        make("hero");
        mode(saves.resolve("hero"), "rwx------");
        mode(saves, "rwxrwxr-x");
        folder.copy("hero", "copy");
        folder.delete("hero");
        assertThat(mode(saves.resolve("copy"))).isEqualTo("rwx------");
        assertThat(mode(saves.resolve(".trash"))).isEqualTo("rwxrwxr-x");
        assertThat(mode(saves.resolve(".slots.lock"))).isEqualTo("rw-rw-r--");
        assertThat(saves.resolve("copy").resolve("save.json")).hasContent("{}");
    }

    @Test
    void whatRootMakesInAUsersFolderIsTheUsers() throws Exception {
        make("hero");
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(saves, "unix:uid")), "only root gives files away");
        for (Path path : List.of(saves, saves.resolve("hero"))) {
            Files.setAttribute(path, "unix:gid", 65533);
            Files.setAttribute(path, "unix:uid", 65534);
        }
        folder.copy("hero", "copy");
        folder.delete("hero");
        for (String made : List.of("copy", ".trash", ".slots.lock")) {
            assertThat(Files.getAttribute(saves.resolve(made), "unix:uid")).isEqualTo(65534);
            assertThat(Files.getAttribute(saves.resolve(made), "unix:gid")).isEqualTo(65533);
        }
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
