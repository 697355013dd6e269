package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Another process saves without a pause, and is killed, again and again. */
final class KilledWhileSavingScene implements Scene {

    private final int kills;
    private final long seed;
    private int acknowledged;
    private int unfinished;
    private int recovered;

    KilledWhileSavingScene(int kills, long seed) {
        this.kills = kills;
        this.seed = seed;
    }

    @Override
    public String title() {
        return "Killed while saving, " + kills + " times";
    }

    @Override
    public String folder() {
        return "killed-while-saving";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("A program saves one step after another. It is killed at a random moment, and started again. Each time"
                + " the file must hold the last step that it said was saved, or the one that it was saving, whole.");
        page.space();
        Path file = folder.resolve("progress.json");
        Random random = new Random(seed);
        page.begin("kills");
        for (int kill = 1; kill <= kills; kill++) {
            page.mark(kill(new DoomedLearner(file), file, random));
        }
        page.space();
        tell(page);
        page.lookAt(file);
    }

    /** Answers how the load went, in one character. */
    private char kill(DoomedLearner learner, Path file, Random random) throws IOException {
        Acknowledgements said = learner.live(random);
        acknowledged += said.count();
        unfinished += learner.leftSomethingUnfinished() ? 1 : 0;
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            check(loaded, said.last());
            recovered += loaded.outcome() == Outcome.RECOVERED ? 1 : 0;
            return loaded.outcome() == Outcome.RECOVERED ? '+' : '.';
        }
    }

    private static void check(LoadResult<Progress> loaded, int last) {
        int step = loaded.value().currentStepId();
        BrokenPromiseException.unless(
                step == last || step == last + 1, "step " + last + " was saved, and " + step + " was loaded");
        BrokenPromiseException.unless(
                loaded.isClean() || loaded.outcome() == Outcome.RECOVERED, "a kill leaves nothing to repair");
        BrokenPromiseException.unless(loaded.value().equals(Learner.at(step)), "a save is never a mixture");
    }

    private void tell(Page page) {
        page.good("saves", "%,d acknowledged, 0 lost, 0 torn".formatted(acknowledged));
        page.row("loads", ".  LOADED %d times: the file as it was last saved".formatted(kills - recovered));
        page.row("", "+  RECOVERED %d times: the save under way was complete, and was used".formatted(recovered));
        page.row("in between", "%d kills left an unfinished save beside the file".formatted(unfinished));
        page.row("seed", Long.toString(seed));
    }
}
