package dev.saveschema.example.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of which only the first half is left. */
final class TruncatedFileScene implements Scene {

    @Override
    public String title() {
        return "A truncated file";
    }

    @Override
    public String folder() {
        return "truncated";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("Something outside the program cuts the file in half. The save before it steps in, and the next save"
                + " keeps the damaged bytes for whoever wants to look at them.");
        page.space();
        Path file = folder.resolve("progress.json");
        saveThreeSteps(file, page);
        byte[] half = truncate(file);
        page.row("damage", "cut to its first %d bytes, which end in %s".formatted(half.length, lastWords(half)));
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            BrokenPromiseException.unless(
                    loaded.outcome() == Outcome.RECOVERED && loaded.value().currentStepId() == 3,
                    "the generation before the damaged one is there");
            page.good(
                    "load",
                    "%s from %s: %s"
                            .formatted(
                                    loaded.outcome(),
                                    loaded.source().orElseThrow().name(),
                                    Told.briefly(loaded.value())));
            SaveReceipt receipt = store.save(loaded.value().withStepFinished("x = 3"));
            tell(receipt, half, page);
        }
        page.lookAt(file);
    }

    private static void saveThreeSteps(Path file, Page page) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            for (int step = 1; step <= 3; step++) {
                store.update(progress -> progress.withStepFinished("x = " + progress.currentStepId()));
            }
            page.row("save", "three times: " + Told.briefly(store.load().value()));
        }
    }

    private static byte[] truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, half);
        return half;
    }

    private static String lastWords(byte[] bytes) {
        String text = new String(bytes, UTF_8).strip();
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }

    private static void tell(SaveReceipt receipt, byte[] half, Page page) throws IOException {
        Path kept = receipt.preserved().get(0).path().orElseThrow();
        page.good("save", "generation " + receipt.generation());
        page.good("kept", kept.getFileName().toString());
        BrokenPromiseException.unless(Arrays.equals(half, Files.readAllBytes(kept)), "the damaged bytes are kept");
        page.row("", "%d bytes, the same as the damaged file's".formatted(Files.size(kept)));
    }
}
