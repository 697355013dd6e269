package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The learner went back to an older build. */
final class NewerVersionScene implements Scene {

    @Override
    public String title() {
        return "A file from version 9";
    }

    @Override
    public String folder() {
        return "version-9";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "A later build of this program saved it. This one reads what it knows, and does not write over the rest.");
        page.space();
        Path file = OldFiles.copy("progress-v9.json", folder.resolve("progress.json"));
        byte[] newer = Files.readAllBytes(file);
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            BrokenPromiseException.unless(loaded.outcome() == Outcome.NEWER, "a newer file is told from others");
            page.good("load", loaded.outcome() + ": " + Told.briefly(loaded.value()));
            page.repaired(
                    "save",
                    refusal(store, loaded.value())
                            .replace(folder + file.getFileSystem().getSeparator(), ""));
        }
        BrokenPromiseException.unless(Arrays.equals(newer, Files.readAllBytes(file)), "the file is as it was");
        page.good("file", "%d bytes, the same as before".formatted(newer.length));
        page.lookAt(file);
    }

    private static String refusal(SaveStore<Progress> store, Progress progress) throws IOException {
        try {
            store.save(progress.withStepFinished("print('old')"));
        } catch (NewerVersionException e) {
            return "refused: " + e.getMessage();
        }
        BrokenPromiseException.unless(false, "a save over a newer file is refused");
        return "";
    }
}
