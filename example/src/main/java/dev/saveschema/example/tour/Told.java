package dev.saveschema.example.tour;

import dev.saveschema.Copy;
import dev.saveschema.example.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Things in a few words. */
final class Told {

    private Told() {}

    static String briefly(Progress progress) {
        return "%s, step %d, %d tasks done, %d xp, %s, volume %d"
                .formatted(
                        progress.displayName(),
                        progress.currentStepId(),
                        progress.completedTasks().size(),
                        progress.xpPoints(),
                        progress.difficulty(),
                        progress.settings().volume());
    }

    /** What stands in a file, without line breaks and without the seal. */
    static String onOneLine(Path file) throws IOException {
        String line = Files.readString(file).replaceAll("\\s*\\R\\s*", " ").strip();
        int seal = line.indexOf("\"$save\"");
        return seal < 0 ? line : line.substring(0, seal) + "... }";
    }

    static String names(List<Copy> copies) {
        return copies.stream().map(Copy::name).collect(Collectors.joining(", "));
    }
}
