package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Path;

/** What an old hand-written program left, before there was a SaveSchema. */
final class VersionOneScene implements Scene {

    @Override
    public String title() {
        return "A file of version 1, from a Python script";
    }

    @Override
    public String folder() {
        return "version-1";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "json.dump() wrote it: on one line, without a version. It goes through versions 2 and 3 to 4, in memory;"
                        + " the file changes with the next save.");
        page.space();
        Path file = OldFiles.copy("progress-v1.json", folder.resolve("progress.json"));
        new Journey(1, file).travel(page);
    }
}
