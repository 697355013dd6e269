package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Bytes that no save wrote survive the power cut after the save that replaced them, whoever wrote them and never forced them. */
class EvidenceAndPowerCutsTest {

    private static final Path ROOT = Path.of("/simulated");
    private static final String LIVE = "progress.json";
    private static final byte[] DAMAGE = "damage".getBytes(UTF_8);
    private static final byte[] EDIT = Words.foreign("mine");
    private static final byte[] THIRD = Words.sealed("third", 3, "c", "b");

    private static FileStorage open(SimulatedDisk disk, FileOps ops, StorageOptions options) throws IOException {
        return FileStorage.open(ROOT.resolve(LIVE), options, ops, disk::now, SameThread.io());
    }

    private static void save(SimulatedDisk disk, FileOps ops, Keep... keep) throws IOException {
        try (FileStorage storage = open(disk, ops, StorageOptions.DEFAULTS)) {
            storage.load(Words.READER);
            storage.save(Words.request("new", keep));
        }
    }

    private static void save(SimulatedDisk disk, Keep... keep) throws IOException {
        save(disk, disk.mount("program"), keep);
    }

    private static void survives(byte[] bytes, SimulatedDisk disk) {
        for (PowerCuts.Remains remains : new PowerCuts(disk.profile(), 1, 2).of(disk.moment())) {
            Map<String, byte[]> left = disk.after(ROOT, remains).files();
            assertThat(CrashEnumeration.isHeld(left, bytes))
                    .as(CrashEnumeration.list(left))
                    .isTrue();
        }
    }

    /** Its calls fail once, and what it was to force is forgotten. */
    private static FileOps failing(SimulatedDisk disk, BiPredicate<String, Path> calls) {
        return new ForwardingDisk(disk.mount("failing"), true) {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (calls.test(name, path)) {
                    disk.forget(path);
                    throw new FileSystemException(path.toString(), null, "Input/output error");
                }
                return call.make();
            }
        };
    }

    @Test
    void copyOfAProgramThatWasKilledBeforeItForcedIt() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk before = new SimulatedDisk(ROOT, profile);
            before.put(LIVE, DAMAGE);
            save(before);
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            disk.put(LIVE, DAMAGE);
            for (String name : before.files().keySet()) {
                if (name.contains("corrupt")) {
                    disk.putUnforced(name, DAMAGE);
                }
            }
            save(disk);
            assertThat(disk.files().keySet())
                    .filteredOn(name -> name.contains("corrupt"))
                    .hasSize(1);
            survives(DAMAGE, disk);
        }
    }

    @Test
    void copyThatCouldNeitherBeForcedNorDeleted() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            disk.put(LIVE, DAMAGE);
            FileOps failing = failing(
                    disk,
                    (call, path) -> call.equals("delete")
                            || call.equals("output force") && path.toString().contains("corrupt"));
            assertThatThrownBy(() -> save(disk, failing)).isInstanceOf(SaveException.class);
            save(disk);
            survives(DAMAGE, disk);
        }
    }

    @Test
    void firstFileOfAVersionOfAProgramThatWasKilled() throws Exception {
        for (Profile profile : Profile.values()) {
            for (boolean whole : new boolean[] {true, false}) {
                SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
                disk.put(LIVE, THIRD);
                disk.putUnforced(LIVE + ".v3.bak", whole ? THIRD : Words.cut(THIRD));
                save(disk, new Keep.FirstOfVersion(3));
                disk.remove(LIVE + ".bak1");
                save(disk, disk.mount("next")); // the names are durable by now
                disk.remove(LIVE + ".bak2");
                survives(THIRD, disk);
            }
        }
    }

    @Test
    void editThatCouldNotBeForcedWhenSomebodyTried() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            disk.putUnforced(LIVE, EDIT);
            disk.forget(ROOT.resolve(LIVE));
            save(disk);
            survives(EDIT, disk);
        }
    }

    /** The program before was killed when it had made a backup of the save, which a person then edited under both its names. */
    @Test
    void editOfAFileThatIsABackupToo() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            disk.put(LIVE, THIRD);
            if (profile.hasLinks()) {
                disk.putLink(LIVE + ".bak1", LIVE);
            }
            disk.edit(LIVE, EDIT);
            save(disk);
            survives(EDIT, disk);
        }
    }

    @Test
    void generationThatSomebodyCopiedOverTheSave() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            byte[] first = Words.sealed("first", 1, "a", "0");
            disk.putUnforced(LIVE, first);
            disk.put(LIVE + ".bak1", Words.sealed("second", 2, "b", "a"));
            disk.put(LIVE + ".bak2", first);
            save(disk);
            survives(first, disk);
        }
    }

    /** On FAT, and without a change of its time, it cannot be told from what was there. */
    @Test
    void saveThatSomebodyWroteAgainAsItWas() throws Exception {
        for (Profile profile : EnumSet.complementOf(EnumSet.of(Profile.FAT))) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            try (FileStorage storage = open(disk, disk.mount("program"), StorageOptions.DEFAULTS)) {
                storage.load(Words.READER);
                storage.save(Words.request("new"));
                byte[] same = disk.files().get(LIVE).clone();
                disk.putUnforced(LIVE, same);
                assertThat(storage.save(Words.request("new")).written()).isFalse();
                survives(same, disk);
            }
        }
    }

    @Test
    void fileThatIsTooLargeToBeRead() throws Exception {
        for (Profile profile : Profile.values()) {
            SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
            byte[] large = Words.foreign("m".repeat(3000));
            disk.putUnforced(LIVE, large);
            try (FileStorage storage = open(disk, disk.mount("program"), new StorageOptions(2000, Duration.ZERO))) {
                storage.load(Words.READER);
                storage.save(Words.request("new"));
            }
            survives(large, disk);
        }
    }

    /** The program before was killed when it had given the file that name, and before it forced it. */
    @Test
    void fileThatIsTooLargeToBeReadAndHasTheNameOfACopyToo() throws Exception {
        byte[] large = Words.foreign("m".repeat(3000));
        for (Profile profile : Profile.values()) {
            if (profile.hasLinks()) {
                SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
                disk.putUnforced(LIVE, large);
                disk.putLink(LIVE + ".corrupt-20261122T194703Z-toolarge.json", LIVE);
                try (FileStorage storage = open(disk, disk.mount("program"), new StorageOptions(2000, Duration.ZERO))) {
                    storage.load(Words.READER);
                    storage.save(Words.request("new"));
                }
                assertThat(disk.files().keySet())
                        .filteredOn(name -> name.contains("corrupt"))
                        .hasSize(1);
                survives(large, disk);
            }
        }
    }
}
