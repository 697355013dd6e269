package dev.saveschema.storage.file;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import dev.saveschema.storage.file.MutatedDisk.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The enumerations that mutants are run against, from scenes that between them take every step. */
public final class Mutants {

    private static final Path ROOT = Path.of("/simulated");

    /** The telling ones first, since the first violation ends the search. */
    static final List<Scene> SCENES = List.of(
            Scene.STEADY,
            Scene.FIRST_RUN,
            new Scene(Scene.Live.EDITED, Scene.Newer.SEALED, Scene.Older.SEALED, Scene.Temp.NONE),
            new Scene(Scene.Live.SEALED, Scene.Newer.SEALED, Scene.Older.MISSING, Scene.Temp.NEXT),
            new Scene(Scene.Live.ROTTEN, Scene.Newer.SEALED, Scene.Older.SEALED, Scene.Temp.OF_ANOTHER),
            new Scene(Scene.Live.SEALED, Scene.Newer.EDITED, Scene.Older.EDITED, Scene.Temp.TORN),
            new Scene(Scene.Live.MISSING, Scene.Newer.FOREIGN, Scene.Older.ROTTEN, Scene.Temp.TORN),
            new Scene(Scene.Live.RESTORED, Scene.Newer.SEALED, Scene.Older.SAME_AS_NEWER, Scene.Temp.OLD),
            new Scene(Scene.Live.EDITED, Scene.Newer.ROTTEN, Scene.Older.SEALED, Scene.Temp.TORN),
            new Scene(Scene.Live.NEWER, Scene.Newer.NEWER, Scene.Older.SEALED, Scene.Temp.NEWER),
            new Scene(Scene.Live.SEALED, Scene.Newer.SAME_AS_LIVE, Scene.Older.SEALED, Scene.Temp.ZEROS),
            new Scene(Scene.Live.FOREIGN, Scene.Newer.FOREIGN, Scene.Older.MISSING, Scene.Temp.NEXT),
            new Scene(Scene.Live.CUT, Scene.Newer.MISSING, Scene.Older.SEALED, Scene.Temp.NEXT));

    private Mutants() {}

    /** The first violation by which the mutant is told from the original; empty if there is none. */
    static String catcher(UnaryOperator<FileOps> mutation) {
        String crash = catcher("crashes", mutation);
        return crash.isEmpty() ? catcher("faults", mutation) : crash;
    }

    /** The same for a loader that has loaded a mutated class. */
    public static String catcher(String enumeration) {
        return catcher(enumeration, UnaryOperator.identity());
    }

    private static String catcher(String enumeration, UnaryOperator<FileOps> mutation) {
        Violations violations = new Violations(1);
        switch (enumeration) {
            case "crashes" -> crash(violations, mutation);
            case "faults" -> {
                new FaultEnumeration(violations, mutation).run(SCENES, 30);
                new FaultEnumeration(violations, mutation).on(Profile.NO_LINKS).run(SCENES, 15);
            }
            case "interference" -> new Interference(violations).run(SCENES, 60);
            default -> throw new IllegalArgumentException(enumeration);
        }
        return violations.found().stream().findFirst().orElse("");
    }

    private static void crash(Violations violations, UnaryOperator<FileOps> mutation) {
        CrashEnumeration crashes = new CrashEnumeration(2, violations, mutation).sampling(3);
        for (Profile profile : List.of(Profile.REORDERING, Profile.NO_LINKS)) {
            for (Workload workload :
                    List.of(Workload.MIGRATION, Workload.EDITED_WHILE_OPEN, Workload.REPLACED_WHILE_OPEN)) {
                for (Scene scene : SCENES) {
                    if (!violations.isEnough()) {
                        crashes.run(scene, workload, profile);
                    }
                }
            }
        }
    }

    /** Has a program load and save twice, with all that it can be asked to keep. */
    static void watch(Scene scene, Profile profile, BiConsumer<Step, Boolean> watcher) throws IOException {
        SimulatedDisk disk = scene.disk(ROOT, profile);
        try (FileStorage storage = FileStorage.open(
                ROOT.resolve(Scene.LIVE),
                new StorageOptions(1 << 20, Duration.ZERO),
                MutatedDisk.watched(disk.mount("program"), watcher),
                disk::now,
                SameThread.io())) {
            storage.load(Words.READER);
            storage.save(Words.request("new1", new Keep.AsVersion(3), new Keep.Aside(QuarantineReason.REPAIRED)));
            disk.edit(Scene.LIVE, Words.foreign("theirs"));
            storage.save(Words.request("new2"));
        }
    }
}
