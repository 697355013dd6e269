package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.InUseException;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.DiskThatStopsAfter;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A removed save does not come back, and no file of others goes with it. */
class FileRemovalTest {

    private static final StorageOptions AT_ONCE = new StorageOptions(1 << 20, Duration.ZERO);

    @TempDir
    Path root;

    @Test
    void removesTheSaveWithAllThatIsBesideItAndNothingElse() throws Exception {
        Saves saves = full("full");
        Files.writeString(saves.directory().resolve("progress.json.mine"), "of a person");
        Files.writeString(saves.directory().resolve("other.json.bak1"), "of another save");
        List<Path> removed = remove(saves, new ForwardingDisk());
        assertThat(saves.names()).containsExactly("other.json.bak1", "progress.json.mine");
        assertThat(removed)
                .hasSize(6)
                .endsWith(saves.directory().toRealPath().resolve("progress.json"))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverLeavesAnOlderSaveHoweverFarItCame() throws Exception {
        for (int n = 0; ; n++) {
            Saves saves = full("stops-" + n);
            boolean ended = endsAfter(n, saves);
            Retrieval<String> loaded = saves.load();
            assertThat(loaded.content().orElse("nothing"))
                    .as("after %d calls", n)
                    .isIn("newest", "nothing");
            if (loaded.content().isEmpty()) {
                assertThat(loaded.verdict()).as("after %d calls", n).isEqualTo(Verdict.ABSENT);
            }
            if (!ended) {
                assertThat(n).as("changes of a removal").isEqualTo(10);
                assertThat(loaded.content()).isEmpty();
                return;
            }
        }
    }

    /** The program ends when it has changed the disk so often. */
    private static boolean endsAfter(int changes, Saves saves) throws IOException {
        int[] made = new int[1];
        try {
            remove(saves, new ForwardingDisk() {
                @Override
                protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                    if ((name.equals("delete") || name.equals("forceDirectory")) && made[0]++ == changes) {
                        throw new DiskThatStopsAfter.Killed();
                    }
                    return call.make();
                }
            });
            return false;
        } catch (DiskThatStopsAfter.Killed end) {
            return true;
        }
    }

    /** A power cut may keep any of the changes since the directory was forced, and lose any. */
    @Test
    void makesItDurableThatNothingIsBesideTheSaveBeforeTheSaveGoes() throws Exception {
        Saves saves = full("order");
        DiskThatRemembers disk = new DiskThatRemembers();
        remove(saves, disk);
        List<String> changes = disk.changes().stream()
                .filter(call -> call.startsWith("delete") || call.startsWith("forceDirectory"))
                .toList();
        int live = changes.indexOf("delete progress.json");
        assertThat(changes.get(live - 1)).startsWith("forceDirectory");
        assertThat(changes.get(live + 1)).startsWith("forceDirectory");
        assertThat(changes.subList(0, live - 1)).hasSize(5).allMatch(call -> call.startsWith("delete"));
        assertThat(changes.subList(live + 2, changes.size()))
                .containsExactly("delete .progress.json.lock.new", "delete .progress.json.lock");
    }

    @Test
    void leavesTheSaveIfSomethingBesideItCannotGo() throws Exception {
        Saves saves = full("refused");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("delete") && path.toString().endsWith(".bak1"),
                path -> new AccessDeniedException(path.toString()));
        assertThatThrownBy(() -> remove(saves, disk)).isInstanceOf(AccessDeniedException.class);
        assertThat(saves.load().content()).contains("newest");
        disk.relent();
        assertThat(remove(saves, disk)).isNotEmpty();
        assertThat(saves.load().verdict()).isEqualTo(Verdict.ABSENT);
    }

    @Test
    void removesNothingWhereTheLockCannotBeHad() throws Exception {
        Saves saves = full("locked");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.startsWith("open") || call.equals("isWritable"),
                path -> new AccessDeniedException(path.toString()));
        assertThatThrownBy(() -> remove(saves, disk)).isInstanceOf(IOException.class);
        assertThat(saves.load().content()).contains("newest");
    }

    @Test
    void refusesWhatIsOpenAndWhatIsNoSave() throws Exception {
        Saves saves = full("open");
        try (FileStorage open = saves.open()) {
            assertThatThrownBy(() -> remove(saves, new ForwardingDisk())).isInstanceOf(InUseException.class);
            assertThat(open.load(Saves.READER).content()).contains("newest");
        }
        assertThatThrownBy(() -> new FileRemoval().remove(saves.newerBackup(), AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(saves.newerBackup()).exists();
    }

    @Test
    void removesNothingWhereNothingIsAndLeavesNothing() throws Exception {
        Saves saves = new Saves(Files.createDirectory(root.resolve("empty")));
        assertThat(remove(saves, new ForwardingDisk())).isEmpty();
        assertThat(saves.names()).isEmpty();
        assertThat(new FileRemoval().remove(root.resolve("not/there.json"), AT_ONCE))
                .isEmpty();
        assertThat(root.resolve("not")).doesNotExist();
    }

    @Test
    void aSaveThatFollowsIsAFirstOne() throws Exception {
        Saves saves = full("again");
        remove(saves, new ForwardingDisk());
        saves.hold("first");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(1);
    }

    private static List<Path> remove(Saves saves, FileOps disk) throws IOException {
        return new FileRemoval(disk).remove(saves.live(), AT_ONCE);
    }

    /** A save with one of everything beside it. */
    private Saves full(String name) throws IOException {
        Saves saves = new Saves(Files.createDirectory(root.resolve(name)));
        saves.hold("oldest", "older");
        try (FileStorage storage = saves.open(new ForwardingDisk())) {
            storage.load(Saves.READER);
            storage.save(Saves.request("newest", new Keep.AsVersion(1)));
        }
        Files.writeString(saves.temp("a"), "{\"word\": \"ha");
        Files.createFile(saves.directory().resolve(".progress.json.lock.new")); // as a killed program leaves it
        Files.writeString(saves.directory().resolve("progress.json.corrupt-20261122T194703Z-4ea1af90.json"), "damage");
        return saves;
    }
}
