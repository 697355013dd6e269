package dev.saveschema.example.tour;

import dev.saveschema.SaveStore;
import dev.saveschema.example.Difficulty;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import dev.saveschema.example.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A program of its own that saves step after step as fast as it can, and prints each once it is saved. */
final class Learner {

    private static final int REMEMBERED = 20;

    private Learner() {}

    public static void main(String[] args) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(Path.of(args[0]))) {
            int step = store.load().value().currentStepId();
            while (!System.out.checkError()) { // nobody listens any more
                step++;
                store.save(at(step));
                System.out.println(step);
                System.out.flush();
            }
        }
    }

    /** All that is saved at a step follows from the step, so that a mixture of two saves would show. */
    static Progress at(int step) {
        List<Integer> tasks =
                IntStream.range(Math.max(1, step - REMEMBERED), step).boxed().toList();
        return new Progress(
                step,
                tasks,
                Map.of(step, "step = " + step),
                Duration.ofMinutes(step),
                "Learner " + step,
                step * 10L,
                Difficulty.values()[step % 3],
                new Settings(step % 101, 14, step % 2 == 0));
    }
}
