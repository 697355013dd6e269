package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows what happens to saves, in twelve scenes. Run it from the root of the repository:
 *
 * <pre>
 * mvn -q -Dtour verify
 * </pre>
 */
public final class Tour {

    private static final int KILLS = 50;

    private final Page page;
    private final Path folder;
    private final List<Scene> scenes;

    Tour(Page page, Path folder, int kills, long seed) {
        this.page = page;
        this.folder = folder;
        this.scenes = List.of(
                new FirstRunScene(),
                new VersionOneScene(),
                new VersionsTwoAndThreeScene(),
                new DamagedValuesScene(),
                new TruncatedFileScene(),
                new KilledWhileSavingScene(kills, seed),
                new NewerVersionScene(),
                new ForgottenVersionScene(),
                new OutsideItsLimitsScene(),
                new TwoProgramsScene(),
                new TwoDevicesScene(),
                new DeletedScene());
    }

    /** @param args the directory to put a folder in; by default the system's own for temporary files */
    public static void main(String[] args) {
        Page page = Page.ofTerminal();
        try {
            Path parent =
                    Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir") + "/saveschema-tour");
            new Tour(page, unused(parent.toAbsolutePath()), KILLS, System.nanoTime() % 1_000_000).run();
        } catch (BrokenPromiseException e) {
            page.failure(String.valueOf(e.getMessage()));
            System.exit(1);
        } catch (IOException e) {
            page.failure("The disk refused: " + e); // some messages are only the file's name
            System.exit(1);
        }
    }

    void run() throws IOException {
        page.head("SaveSchema in twelve scenes", "All files are real, and stay for you to look at, in", folder);
        int number = 1;
        for (Scene scene : scenes) {
            page.title(number, scene.title());
            scene.play(page, Files.createDirectories(folder.resolve(number + "-" + scene.folder())));
            number++;
        }
        page.end("Twelve scenes, every promise kept.");
    }

    // A folder of its own for each run: a tour about keeping files does not begin by deleting some.
    private static Path unused(Path parent) {
        int run = 1;
        while (Files.exists(parent.resolve("run-" + run))) {
            run++;
        }
        return parent.resolve("run-" + run);
    }
}
