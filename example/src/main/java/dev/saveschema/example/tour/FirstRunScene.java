package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Nothing is there yet. */
final class FirstRunScene implements Scene {

    @Override
    public String title() {
        return "A first run";
    }

    @Override
    public String folder() {
        return "first-run";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("There is no file yet, so the value is the defaults. The first save makes the file.");
        page.space();
        Path file = folder.resolve("progress.json");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            BrokenPromiseException.unless(loaded.outcome() == Outcome.FIRST_RUN, "a first run is a first run");
            BrokenPromiseException.unless(Files.notExists(file), "loading writes nothing");
            page.good("load", loaded.outcome() + ": " + Told.briefly(loaded.value()));
            SaveReceipt receipt = store.save(loaded.value()
                    .withDisplayName("Zoë")
                    .withStudyTime(Duration.ofMinutes(5))
                    .withStepFinished("print('Grüße')"));
            BrokenPromiseException.unless(receipt.written(), "a save of something new is written");
            page.good("save", "generation " + receipt.generation() + ", durable when save() returned");
        }
        page.file("file", file);
        page.lookAt(file);
    }
}
