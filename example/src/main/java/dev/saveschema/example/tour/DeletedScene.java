package dev.saveschema.example.tour;

import dev.saveschema.Copy;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A save is to go for good, though everything here is made so that none does. */
final class DeletedScene implements Scene {

    @Override
    public String title() {
        return "Deleted for good";
    }

    @Override
    public String folder() {
        return "deleted";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "Whoever deletes only the file gets the save before it back. To delete a save for good is a call of its"
                        + " own; the file goes last, so that a crash in between never brings an older one back.");
        page.space();
        Path file = folder.resolve("progress.json");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            store.update(progress -> progress.withStepFinished("x = 1"));
            store.update(progress -> progress.withStepFinished("x = 2"));
        }
        Files.delete(file);
        Outcome back = ProgressSchema.read(file).outcome();
        BrokenPromiseException.unless(back == Outcome.RECOVERED, "a file that somebody deleted comes back");
        page.repaired("rm", back + ": the save before it is still there");
        List<Copy> removed = SaveStore.delete(file);
        BrokenPromiseException.unless(
                ProgressSchema.read(file).outcome() == Outcome.FIRST_RUN, "a save that is deleted for good is gone");
        page.good("delete", "removed " + Told.names(removed) + "; the next load is a FIRST_RUN");
    }
}
