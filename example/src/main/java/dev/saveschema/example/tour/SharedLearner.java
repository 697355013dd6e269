package dev.saveschema.example.tour;

import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program of its own that finishes a number of steps in a file which others save to as well. */
final class SharedLearner {

    private SharedLearner() {}

    public static void main(String[] args) throws IOException {
        StoreOptions shared = StoreOptions.defaults().shared().lockTimeout(Duration.ofMinutes(1));
        try (SaveStore<Progress> store = ProgressSchema.open(Path.of(args[0]), shared)) {
            for (int step = Integer.parseInt(args[1]); step > 0; step--) {
                store.update(progress -> progress.withStepFinished("pass"));
            }
        }
    }

    static Process start(Path file, int steps) throws IOException {
        return Jvm.running(SharedLearner.class, file.toString(), Integer.toString(steps))
                .redirectError(file.resolveSibling("learner-errors.txt").toFile())
                .start();
    }
}
