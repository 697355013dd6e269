package dev.saveschema.example.tour;

import dev.saveschema.InvalidValueException;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import dev.saveschema.example.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program itself makes a value that its schema does not allow. */
final class OutsideItsLimitsScene implements Scene {

    @Override
    public String title() {
        return "A value outside its limits";
    }

    @Override
    public String folder() {
        return "outside-its-limits";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("A bug sets the volume to 900. To refuse the save would cost the learner all the rest, so it is saved,"
                + " and the receipt says what the next load will repair. A strict store, for tests, refuses it.");
        page.space();
        Path file = folder.resolve("progress.json");
        Progress loud = ProgressSchema.defaults().withDisplayName("Zoë").withSettings(new Settings(900, 14, false));
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            SaveReceipt receipt = store.save(loud);
            BrokenPromiseException.unless(
                    receipt.violations().equals(ProgressSchema.check(loud)), "check() says the same without a disk");
            page.repaired("save", "generation " + receipt.generation() + ", but " + receipt.violations());
            LoadResult<Progress> loaded = store.load();
            BrokenPromiseException.unless(
                    loaded.repairs().equals(receipt.violations())
                            && loaded.value().displayName().equals("Zoë"),
                    "a load repairs what the receipt said, and nothing else");
            page.good("load", Told.briefly(loaded.value()));
        }
        page.good("strict", refusal(loud, folder.resolve("strict.json")));
        page.lookAt(file);
    }

    private static String refusal(Progress loud, Path file) throws IOException {
        try (SaveStore<Progress> strict =
                ProgressSchema.open(file, StoreOptions.defaults().strict())) {
            strict.save(loud);
        } catch (InvalidValueException e) {
            BrokenPromiseException.unless(Files.notExists(file), "it is refused before the disk is touched");
            return "refused: " + e.getMessage();
        }
        BrokenPromiseException.unless(false, "a strict store refuses what a load would repair");
        return "";
    }
}
