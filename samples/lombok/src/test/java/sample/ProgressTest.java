package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.saveschema.SaveStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    Path directory;

    @Test
    void everyProcessorHasDoneItsPart() throws Exception {
        try (SaveStore<Progress> store = ProgressSchema.open(directory.resolve("progress.json"))) {
            store.load();
            store.save(Progress.builder().step(2).done(List.of(1)).displayName("Ada").build());
            ProgressView view = Views.INSTANCE.show(store.load().value());
            view.setStep(3);
            store.save(Views.INSTANCE.read(view).withDone(List.of(1, 2)));
            store.update(now -> ProgressSchema.with(now).displayName("Ada L.").done());
            assertEquals(new Progress(3, List.of(1, 2), "Ada L."), store.load().value());
        }
    }
}
