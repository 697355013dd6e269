package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashEnumerationTest {

    private static final long STATES = Long.getLong("crash.states", 100_000);

    @Test
    void noPowerCutAtAnyMomentOfAnySaveLosesWhatWasAcknowledgedOrWritten() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        // Of few states, so many of each scene that they come from nearly all scenes.
        CrashEnumeration enumeration = new CrashEnumeration(8, violations).sampling(STATES > 1_000_000 ? 1 : 5);
        for (int round = 0; round < CrashEnumeration.ROUNDS && enumeration.states() < STATES; round++) {
            enumeration.run(Scene.all(), round, STATES);
            System.out.printf(
                    "Power cuts: %,d runs from %,d scenes, %,d states, %,d of them after two cuts%n",
                    enumeration.traces(), Scene.all().size(), enumeration.states(), enumeration.statesOfTwoCuts());
        }
        assertThat(violations.found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED", "PLAIN"})
    void noPowerCutLosesASaveOfAStoreThatIsSharedOrHasNoSeals(StoreMode mode) {
        Violations violations = new Violations(Integer.MAX_VALUE);
        CrashEnumeration enumeration =
                new CrashEnumeration(2, violations).in(mode).sampling(STATES > 1_000_000 ? 1 : 10);
        enumeration.run(Scene.all(), 0, STATES / 100); // a shared store waits before it locks again
        System.out.printf(
                "Power cuts, %s: %,d runs, %,d states, %,d of them after two cuts%n",
                mode, enumeration.traces(), enumeration.states(), enumeration.statesOfTwoCuts());
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void firstSaveInNewDirectoriesSurvivesAPowerCut() throws Exception {
        Path root = Path.of("/simulated");
        Path file = root.resolve("new").resolve("newer").resolve(Scene.LIVE);
        SimulatedDisk disk = new SimulatedDisk(root, Profile.REORDERING);
        try (FileStorage storage = open(file, disk)) {
            storage.load(Words.READER);
            storage.save(Words.request("first"));
        }
        for (PowerCuts.Remains remains : new PowerCuts(Profile.REORDERING, 1, 0).of(disk.moment())) {
            SimulatedDisk left = disk.after(root, remains);
            try (FileStorage storage = open(file, left)) {
                assertThat(storage.load(Words.READER).content()).contains("first");
            }
        }
    }

    private static FileStorage open(Path file, SimulatedDisk disk) throws Exception {
        StorageOptions options = new StorageOptions(1 << 20, Duration.ZERO);
        return FileStorage.open(file, options, disk.mount("program"), disk::now, SameThread.io());
    }
}
