package sample;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Path;

/** Goes one step further each time it is started. */
public final class App {

    private App() {}

    public static void main(String[] arguments) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(Path.of(arguments[0]))) {
            LoadResult<Progress> loaded = store.load();
            System.out.println(loaded.outcome() + " " + loaded.value());
            loaded.repairs().forEach(System.out::println);
            store.update(now -> ProgressSchema.with(now).step(now.step() + 1).done());
        }
    }
}
