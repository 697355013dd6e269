package dev.saveschema.storage.file;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import dev.saveschema.storage.file.MutatedDisk.Mutation;
import dev.saveschema.storage.file.MutatedDisk.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Whether the enumerations would notice: each step that a save takes in any scene is left out, done late, or not checked, and one
 * of them must fail. The steps are those that storages take today; nobody has to list them.
 */
class MutantsTest {

    private static final boolean PRINTS_ALL = Boolean.getBoolean("mutants.print");

    /** The number of mutants that are tried, the first of the list. All would be too many for the gate. */
    private static final int MOST = Integer.getInteger("mutants.most", 9);

    private static final int FIRST = Integer.getInteger("mutants.first", 0);

    /** Mutants that no enumeration can tell from the original, and why, or which test does. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("UNCHECKED output close temp", "the simulated disk loses nothing by it; ProtocolTest"),
            entry("UNCHECKED output close kept", "the same code as of a temp; ProtocolTest"),
            entry("LEFT_OUT lock write lock", "only messages need it; SaveLockTest"),
            entry("LATE lock write lock", "only messages need it"),
            entry("UNCHECKED lock write lock", "it is not checked: the lock counts, not who is said to have it"),
            entry("LEFT_OUT matchOwner temp", "the simulated disk knows no owners; PrivacyTest"),
            entry("UNCHECKED matchOwner temp", "the simulated disk knows no owners, and never refuses them"),
            entry("LEFT_OUT matchOwner lock", "the simulated disk knows no owners; LockFilesTest"),
            entry("UNCHECKED matchOwner lock", "it is not checked: somebody else's lock file stays as it is"),
            entry(
                    "UNCHECKED move bak2",
                    "the same: the name stays taken, so the link fails, and there is no backup either"),
            entry(
                    "UNCHECKED delete bak1",
                    "the same: the name stays taken, so the link fails, and there is no backup either"),
            entry("LEFT_OUT delete bak2", "the same: it is kept aside by then, and the next name is moved onto it"),
            entry("UNCHECKED delete bak2", "the same: it is kept aside by then, and the next name is moved onto it"));

    @Test
    void eachStepThatIsLeftOutOrLateOrUncheckedIsNoticed() throws Exception {
        Map<String, String> caught = new LinkedHashMap<>();
        List<String> survivors = new ArrayList<>();
        int number = 0;
        for (Step step : steps()) {
            for (Mutation mutation : Mutation.values()) {
                boolean isChosen = number >= FIRST && number < FIRST + MOST;
                number++;
                if (!isChosen) {
                    continue;
                }
                String mutant = mutation + " " + step;
                if (ELSEWHERE.containsKey(mutant)) {
                    caught.put(mutant, ELSEWHERE.get(mutant));
                    continue;
                }
                String by = catcher(disk -> new MutatedDisk(disk, step, mutation));
                caught.put(mutant, by);
                if (PRINTS_ALL) {
                    System.out.println(mutant + " -> "
                            + (by.isEmpty()
                                    ? "SURVIVES"
                                    : by.lines().findFirst().orElseThrow()));
                }
                if (by.isEmpty()) {
                    survivors.add(mutant);
                }
            }
        }
        System.out.printf(
                "Mutants of steps: %d, of which %d tried; %d survive%n", number, caught.size(), survivors.size());
        assertThat(survivors).isEmpty();
    }

    /** Every step that is taken from some scene, but those that must answer something. */
    private static List<Step> steps() throws IOException {
        Map<Step, Boolean> steps = new LinkedHashMap<>();
        for (Scene scene : Mutants.SCENES) {
            for (Profile profile : List.of(Profile.REORDERING, Profile.NO_LINKS)) {
                Mutants.watch(scene, profile, steps::put);
            }
        }
        return steps.entrySet().stream()
                .filter(step -> !step.getValue())
                .map(Map.Entry::getKey)
                .filter(step -> !step.role().equals(Path.of("").toString()))
                .toList();
    }

    private static String catcher(UnaryOperator<FileOps> mutation) {
        return Mutants.catcher(mutation);
    }
}
