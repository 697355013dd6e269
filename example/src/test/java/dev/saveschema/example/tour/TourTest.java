package dev.saveschema.example.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    private static final int KILLS = 3;
    private static final long SEED = 4711;
    private static final int WIDEST = 100;

    @TempDir
    Path folder;

    @Test
    void everySceneEndsAsItMust() throws IOException {
        List<String> lines = tour(false).lines().toList();

        assertThat(lines)
                .containsSubsequence(
                        "1  A first run",
                        "2  A file of version 1, from a Python script",
                        "3  Files of versions 2 and 3",
                        "4  Seven kinds of damage to values",
                        "5  A truncated file",
                        "6  Killed while saving, 3 times",
                        "7  A file from version 9",
                        "8  A change without a new version",
                        "9  A value outside its limits",
                        "10  Two programs, one file",
                        "11  Bytes for a cloud, and two devices",
                        "12  Deleted for good",
                        "Twelve scenes, every promise kept.")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(longest(line)))
                .noneSatisfy(line -> assertThat(line).contains("\u001b"));
    }

    @Test
    void aTerminalIsShownColours() throws IOException {
        assertThat(tour(true)).contains("\u001b[1;36m5  A truncated file\u001b[0m");
    }

    // The folder's own line is as long as the folder's name.
    private int longest(String line) {
        return line.contains(folder.toString()) ? line.length() : WIDEST;
    }

    private String tour(boolean coloured) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Tour(new Page(new PrintStream(out, true, UTF_8), coloured), folder, KILLS, SEED).run();
        return out.toString(UTF_8);
    }
}
