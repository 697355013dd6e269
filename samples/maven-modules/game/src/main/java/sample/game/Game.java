package sample.game;

import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Path;
import sample.save.Progress;
import sample.save.ProgressSchema;

/** Goes one step further each time it is started. */
public final class Game {

    private Game() {}

    /** The step that is reached. */
    static int play(Path save) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(save)) {
            store.load().repairs().forEach(System.out::println);
            return store.update(now -> ProgressSchema.with(now).step(now.step() + 1).done())
                    .step();
        }
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("step " + play(Path.of(arguments[0])));
    }
}
