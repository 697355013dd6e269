package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that parses, and holds values that a program would choke on. */
final class DamagedValuesScene implements Scene {

    private static final int REPAIRS = 7;

    @Override
    public String title() {
        return "Seven kinds of damage to values";
    }

    @Override
    public String folder() {
        return "damaged-values";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("Somebody edited the file by hand. What can be used is used, and every repair is reported.");
        page.space();
        Path file = OldFiles.copy("damaged-values.json", folder.resolve("progress.json"));
        byte[] damaged = Files.readAllBytes(file);
        page.file("before", file);
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            page.good("load", loaded.outcome() + ": " + Told.briefly(loaded.value()));
            loaded.repairs().forEach(repair -> page.repaired("", repair.toString()));
            BrokenPromiseException.unless(loaded.repairs().size() == REPAIRS, "there are seven repairs");
            SaveReceipt receipt = store.save(loaded.value());
            page.good("save", "the file as it was is kept as " + Told.names(receipt.preserved()));
            BrokenPromiseException.unless(
                    Arrays.equals(
                            damaged,
                            Files.readAllBytes(receipt.preserved().get(0).path().orElseThrow())),
                    "the file is kept to the byte");
        }
        page.lookAt(file);
    }
}
