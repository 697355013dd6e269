package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of versions that SaveSchema wrote. */
final class VersionsTwoAndThreeScene implements Scene {

    @Override
    public String title() {
        return "Files of versions 2 and 3";
    }

    @Override
    public String folder() {
        return "versions-2-and-3";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say("Earlier builds of this program saved them. Each takes the steps that it still lacks.");
        for (int version = 2; version <= 3; version++) {
            page.space();
            Path own = Files.createDirectories(folder.resolve("from-" + version));
            new Journey(version, OldFiles.copy("progress-v" + version + ".json", own.resolve("progress.json")))
                    .travel(page);
        }
    }
}
