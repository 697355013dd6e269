package dev.saveschema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveStore;
import dev.saveschema.document.Document;
import dev.saveschema.proof.Loads.Loaded;
import dev.saveschema.proof.Mutant.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load of a changed save answers with a value within its limits, which needs no repair when it is loaded again; and untouched
 * members have the values that they had. A part of the largest save's mutants is tried: another part with another {@code
 * -Drandom.seed=}, all of them with {@code -Dmutation.all=true}.
 */
class MutationTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    /** Of this many mutants one goes through a file, too. */
    private static final int THROUGH_A_FILE = 200;

    private static final Map<Kind, Integer> ALL = Map.of();

    /** For the kinds with thousands of mutants: of this many one is tried. */
    private static final Map<Kind, Integer> A_PART = Map.of(
            Kind.BIT_FLIPPED, 12,
            Kind.TRUNCATED, 4,
            Kind.VALUE_REPLACED, 4,
            Kind.VALUE_MISSPELT, 4,
            Kind.VALUES_SWAPPED, 4,
            Kind.MEMBERS_SWAPPED, 4);

    private final Map<Kind, Integer> made = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    private final Random random = new Random(SEED);
    private int throughAFile;

    @TempDir
    Path folder;

    @Test
    void aSoundSaveNeedsNoRepairAndHasNoDefaults() {
        Loaded<Everything> sound = Loads.EVERYTHING.load(save("everything.json"));
        assertThat(sound.isSound()).isTrue();
        assertThat(sound.repairs()).isEmpty();
        Map<String, Object> defaults = Plain.components(EverythingSchema.defaults());
        sound.components().forEach((name, value) -> assertThat(value).as(name).isNotEqualTo(defaults.get(name)));
    }

    @Test
    void whateverIsDoneToASaveOfEveryType() {
        assertRepairIsLocal(Loads.EVERYTHING, "everything.json", A_PART);
    }

    @Test
    void whateverIsDoneToASaveOfAFormatThatHasChanged() {
        assertRepairIsLocal(Loads.JOURNEY, "journey-4.json", ALL);
    }

    /** The members of an older version are elsewhere in the value, so that only the load itself is checked. */
    @Test
    void whateverIsDoneToASaveOfAnOlderVersion() {
        Mutants.of(save("journey-1.json"), mutant -> {
            if (isTried(mutant, ALL)) {
                Loaded<Journey> loaded = loaded(Loads.JOURNEY, mutant);
                assertThat(loaded.isSound() || !mutant.isJson())
                        .as(mutant.toString())
                        .isTrue();
            }
        });
        report("journey-1.json");
    }

    private <T> void assertRepairIsLocal(Loads<T> loads, String name, Map<Kind, Integer> oneIn) {
        byte[] save = save(name);
        Node root = Node.of(save);
        Map<String, Object> original = loads.load(save).components();
        Map<String, Object> defaults = Plain.components(loads.schema().defaultValue());
        Untouched untouched = new Untouched(original);
        Mutants.of(save, mutant -> {
            if (isTried(mutant, oneIn)) {
                Loaded<T> loaded = loaded(loads, mutant);
                try {
                    if (mutant.kind() == Kind.VALUE_DAMAGED) {
                        assertThat(loaded.isSound())
                                .as("is read as if it was whole")
                                .isFalse();
                        untouched.assertKept(loaded.components(), mutant.touched());
                    } else if (!loaded.isSound()) {
                        assertThat(mutant.isJson()).as("is refused").isFalse();
                        assertWhatPrecedesIsKept(root, mutant, loaded.components(), original, defaults);
                    } else if (!isMigrated(loaded)) {
                        untouched.assertKept(loaded.components(), mutant.touched());
                    }
                } catch (AssertionError e) {
                    throw failure(mutant, e);
                }
            }
        });
        report(name);
    }

    private static void assertWhatPrecedesIsKept(
            Node root,
            Mutant mutant,
            Map<String, Object> value,
            Map<String, Object> original,
            Map<String, Object> defaults) {
        for (Node member : root.children()) {
            Object found = value.get(member.key());
            if (found == null) {
                continue; // the version, and what is unknown
            }
            if (member.to() < mutant.from()) {
                assertThat(found).as(member.key()).isEqualTo(original.get(member.key()));
            } else if (member.start() > mutant.from()) {
                assertThat(found).as(member.key()).isIn(original.get(member.key()), defaults.get(member.key()));
            }
        }
    }

    /** Whether the mutant says that it is of an older version. */
    private static boolean isMigrated(Loaded<?> loaded) {
        return loaded.document().orElseThrow().age() == Document.Age.MIGRATED;
    }

    private boolean isTried(Mutant mutant, Map<Kind, Integer> oneIn) {
        made.merge(mutant.kind(), 1, Integer::sum);
        boolean isTried =
                Boolean.getBoolean("mutation.all") || random.nextInt(oneIn.getOrDefault(mutant.kind(), 1)) == 0;
        if (isTried) {
            tried.merge(mutant.kind(), 1, Integer::sum);
        }
        return isTried;
    }

    private <T> Loaded<T> loaded(Loads<T> loads, Mutant mutant) {
        try {
            Loaded<T> loaded = loads.load(mutant.bytes());
            if (random.nextInt(THROUGH_A_FILE) == 0) {
                throughAFile++;
                assertThat(Plain.components(loadedFromFile(loads, mutant.bytes())))
                        .isEqualTo(loaded.components());
            }
            return loaded;
        } catch (RuntimeException | AssertionError e) {
            throw failure(mutant, e);
        }
    }

    private <T> T loadedFromFile(Loads<T> loads, byte[] bytes) {
        Path file = folder.resolve("save-" + throughAFile + ".json");
        try {
            Files.write(file, bytes);
            try (SaveStore<T> store = SaveStore.open(loads.schema(), file)) {
                LoadResult<T> loaded = store.load();
                loaded.repairs().forEach(repair -> Loads.assertPrintable(repair.toString()));
                loaded.findings().forEach(finding -> Loads.assertPrintable(finding.detail()));
                assertSameWithoutAFile(SaveFormat.of(loads.schema()).fromBytes(bytes), loaded);
                return loaded.value();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are in no file become what they become in a file that has nothing beside it. */
    private static void assertSameWithoutAFile(LoadResult<?> alone, LoadResult<?> inFile) {
        assertThat(alone.outcome()).isEqualTo(inFile.outcome());
        assertThat(Plain.components(alone.value())).isEqualTo(Plain.components(inFile.value()));
        assertThat(alone.storedVersion()).isEqualTo(inFile.storedVersion());
        assertThat(alone.seal()).isEqualTo(inFile.seal());
        assertThat(alone.steps()).isEqualTo(inFile.steps());
        assertThat(alone.repairs())
                .extracting(Repair::reason)
                .isEqualTo(inFile.repairs().stream().map(Repair::reason).toList());
    }

    private AssertionError failure(Mutant mutant, Throwable cause) {
        return new AssertionError(mutant + ", seed " + SEED + ": " + cause.getMessage(), cause);
    }

    private void report(String name) {
        System.out.printf(
                "mutants of %s: %,d of %,d tried, seed %d, of %d kinds with %d hostile values; %,d through a file%n",
                name,
                tried.values().stream().mapToInt(Integer::intValue).sum(),
                made.values().stream().mapToInt(Integer::intValue).sum(),
                SEED,
                made.size(),
                Hostile.VALUES.size(),
                throughAFile);
        made.forEach((kind, count) -> System.out.printf("  %-18s %,7d of %,7d%n", kind, tried.get(kind), count));
        assertThat(tried.keySet()).containsExactlyInAnyOrderElementsOf(Set.of(Kind.values()));
    }

    private static byte[] save(String name) {
        try (InputStream in = MutationTest.class.getResourceAsStream("LoadFuzzTestInputs/load/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
