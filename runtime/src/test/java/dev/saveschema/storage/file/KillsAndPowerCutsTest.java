package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveException;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * A program is killed at some call, so that nothing is lost that it wrote, and nothing is forced. The next program loads and saves. Then
 * the power fails: the save that was acknowledged is there, and so is all that no save wrote.
 */
class KillsAndPowerCutsTest {

    private static final Path ROOT = Path.of("/simulated");
    private static final int RUNS = 500;
    private static final int MOST_CALLS = 70;

    private static final List<List<Keep>> WISHES = List.of(
            List.of(),
            List.of(new Keep.AsVersion(3)),
            List.of(new Keep.FirstOfVersion(3)),
            List.of(new Keep.Aside(QuarantineReason.REPAIRED)));

    private final Random random = new Random(5);

    @Test
    void whatNoSaveWroteSurvivesAKillTheNextProgramsSaveAndAPowerCut() throws Exception {
        List<Scene> scenes = Scene.all();
        for (int run = 0; run < RUNS; run++) {
            Scene scene = scenes.get(random.nextInt(scenes.size()));
            Profile profile = Profile.values()[random.nextInt(Profile.values().length)];
            Keep[] keep = WISHES.get(random.nextInt(WISHES.size())).toArray(Keep[]::new);
            check(scene, profile, 1 + random.nextInt(MOST_CALLS), keep);
        }
    }

    private void check(Scene scene, Profile profile, int killedAt, Keep... keep) throws IOException {
        String name = scene + " on " + profile + ", killed at call " + killedAt + ", " + List.of(keep);
        SimulatedDisk disk = scene.disk(ROOT, profile);
        SimulatedDisk undisturbed = disk.copy(ROOT);
        String loaded = loadAndSave(undisturbed, undisturbed.mount("undisturbed"));
        try {
            loadAndSave(disk, dyingAt(killedAt, disk), keep);
        } catch (IOException killed) {
            // as it was meant
        }
        Map<String, byte[]> precious = new LinkedHashMap<>(scene.precious(loaded));
        precious.values().removeIf(bytes -> !CrashEnumeration.isHeld(disk.files(), bytes));
        loadAndSave(disk, disk.mount("next"), keep);
        for (PowerCuts.Remains remains : new PowerCuts(profile, 1, 2).of(disk.moment())) {
            SimulatedDisk left = disk.after(ROOT, remains);
            String as = name + ": " + CrashEnumeration.list(left.files());
            precious.forEach((file, bytes) -> assertThat(CrashEnumeration.isHeld(left.files(), bytes))
                    .as("%s, %s", file, as)
                    .isTrue());
            assertThat(loadAndSave(left, left.mount("last"))).as(as).isEqualTo("saved");
        }
    }

    @Test
    void savesThatAreSaidNotToStandDoNotComeBackAfterAPowerCut() throws Exception {
        for (Profile profile : Profile.values()) {
            for (int call = 1; failsAt(call, profile); call++) {
                // until the save has no such call any more
            }
        }
    }

    private static boolean failsAt(int call, Profile profile) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
        disk.put(Scene.LIVE, Words.foreign("edited")); // which is kept aside, so that more can fail
        AtomicBoolean isDone = new AtomicBoolean();
        try (FileStorage storage = FileStorage.open(
                ROOT.resolve(Scene.LIVE),
                StorageOptions.DEFAULTS,
                failingOnceAt(call, disk, isDone),
                disk::now,
                SameThread.io())) {
            storage.load(Words.READER);
            storage.save(Words.request("new", new Keep.Aside(QuarantineReason.REPAIRED)));
        } catch (SaveException e) {
            if (e.aftermath() == SaveException.Aftermath.OLD_FILE_STANDS) {
                for (PowerCuts.Remains remains : new PowerCuts(profile, 1, 2).of(disk.moment())) {
                    SimulatedDisk left = disk.after(ROOT, remains);
                    assertThat(loadAndSave(left, left.mount("next")))
                            .as("failed at call %d on %s: %s", call, profile, CrashEnumeration.list(left.files()))
                            .isEqualTo("edited");
                }
            }
        } catch (IOException e) {
            // no save was asked for
        }
        return isDone.get();
    }

    private static FileOps failingOnceAt(int call, SimulatedDisk disk, AtomicBoolean isDone) {
        return new ForwardingDisk(disk.mount("failing"), true) {
            private int calls;

            @Override
            protected <T> T through(String name, Path path, Call<T> make) throws IOException {
                if (++calls == call) {
                    isDone.set(true);
                    throw new FileSystemException(path.toString(), null, "Input/output error");
                }
                return make.make();
            }
        };
    }

    /** Answers the word that was loaded. */
    private static String loadAndSave(SimulatedDisk disk, FileOps mounted, Keep... keep) throws IOException {
        try (FileStorage storage = FileStorage.open(
                ROOT.resolve(Scene.LIVE), StorageOptions.DEFAULTS, mounted, disk::now, SameThread.io())) {
            String loaded = storage.load(Words.READER).content().orElse(Words.NOTHING);
            storage.save(Words.request("saved", keep));
            return loaded;
        }
    }

    private static FileOps dyingAt(int call, SimulatedDisk disk) {
        return new ForwardingDisk(disk.mount("killed"), true) {
            private int calls;

            @Override
            protected <T> T through(String name, Path path, Call<T> make) throws IOException {
                if (++calls >= call) {
                    throw new IOException("killed");
                }
                return make.make();
            }
        };
    }
}
