package dev.saveschema.example.tour;

import dev.saveschema.ConflictException;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several processes count in one file, while another looks on. */
final class TwoProgramsScene implements Scene {

    private static final int PROGRAMS = 2;
    private static final int STEPS = 25;

    @Override
    public String title() {
        return "Two programs, one file";
    }

    @Override
    public String folder() {
        return "two-programs";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "Normally a second program is told that the file is in use. With shared() several may save to it at the"
                        + " same time: update() is applied again where another one was first, so that nothing is lost.");
        page.space();
        Path file = folder.resolve("progress.json");
        List<Process> programs = new ArrayList<>();
        for (int number = 1; number <= PROGRAMS; number++) {
            programs.add(SharedLearner.start(file, STEPS));
        }
        for (Process program : programs) {
            lookOnUntilItEnds(program, file);
        }
        LoadResult<Progress> read = ProgressSchema.read(file);
        BrokenPromiseException.unless(
                read.value().completedTasks().size() == PROGRAMS * STEPS, "no step of either program is lost");
        page.good(
                "saves",
                "%d programs finished %d steps each; the file has %d, in %d saves"
                        .formatted(
                                PROGRAMS,
                                STEPS,
                                read.value().completedTasks().size(),
                                read.generation().orElse(0)));
        conflict(page, file);
        page.lookAt(file);
    }

    /** Whoever only reads takes no lock and writes nothing, and sees a whole save whenever it looks. */
    private static void lookOnUntilItEnds(Process program, Path file) throws IOException {
        int seen = 0;
        while (program.isAlive()) {
            LoadResult<Progress> read = ProgressSchema.read(file);
            int now = read.value().completedTasks().size();
            BrokenPromiseException.unless(
                    read.isClean() && now >= seen, "a reader never sees half a save, or an older one");
            seen = now;
        }
        BrokenPromiseException.unless(program.exitValue() == 0, "each program comes to its end");
    }

    private static void conflict(Page page, Path file) throws IOException {
        StoreOptions shared = StoreOptions.defaults().shared();
        try (SaveStore<Progress> ours = ProgressSchema.open(file, shared);
                SaveStore<Progress> theirs = ProgressSchema.open(file, shared)) {
            Progress loaded = ours.load().value();
            theirs.update(progress -> progress.withDisplayName("Zoë"));
            ours.save(loaded.withDisplayName("Ada"));
            BrokenPromiseException.unless(false, "a save does not replace what it does not know");
        } catch (ConflictException conflict) {
            BrokenPromiseException.unless(
                    conflict.stored(Progress.class).displayName().equals("Zoë"),
                    "both values are there to choose from");
            page.repaired(
                    "save",
                    "refused, since somebody else has saved: ours is %s, theirs %s"
                            .formatted(
                                    conflict.refused(Progress.class).displayName(),
                                    conflict.stored(Progress.class).displayName()));
        }
    }
}
