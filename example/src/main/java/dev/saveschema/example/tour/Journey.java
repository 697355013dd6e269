package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.MigratedStep;
import dev.saveschema.Outcome;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** An old file is loaded, which changes nothing on the disk, and saved, which keeps the old file for ever. */
record Journey(int version, Path file) {

    void travel(Page page) throws IOException {
        byte[] old = Files.readAllBytes(file);
        Members before = Members.of(file);
        page.row("before", Told.onOneLine(file));
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            BrokenPromiseException.unless(loaded.repairs().isEmpty(), "an old file needs no repairs");
            page.good("load", outcome(loaded));
            loaded.steps().forEach(step -> tell(step, page));
            SaveReceipt receipt = store.save(loaded.value());
            check(loaded, receipt, old);
            page.good(
                    "save",
                    "generation " + receipt.generation() + "; the old file is kept as "
                            + Told.names(receipt.preserved()));
        }
        before.compare(Members.of(file), "before: version " + version, "after: version " + ProgressSchema.VERSION)
                .forEach(page::line);
        page.lookAt(file);
    }

    private static void tell(MigratedStep step, Page page) {
        String label = step.from() + " to " + step.to();
        for (String change : step.changes()) {
            page.repaired(label, change);
            label = "";
        }
    }

    private static String outcome(LoadResult<Progress> loaded) {
        String origin = loaded.outcome() == Outcome.EDITED ? "another program wrote it" : "as it was saved";
        return loaded.outcome() + ": " + origin + "; nothing needed repair";
    }

    private void check(LoadResult<Progress> loaded, SaveReceipt receipt, byte[] old) throws IOException {
        BrokenPromiseException.unless(
                loaded.steps().size() == ProgressSchema.VERSION - version, "each version is one step");
        BrokenPromiseException.unless(
                receipt.preserved().size() == 1
                        && Arrays.equals(
                                old,
                                Files.readAllBytes(
                                        receipt.preserved().get(0).path().orElseThrow())),
                "the old file is kept to the byte");
    }
}
