package sample.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameTest {

    @TempDir
    Path folder;

    @Test
    void gameGoesOnFromASaveOfTheFirstVersion() throws Exception {
        Path save = Files.writeString(folder.resolve("progress.json"), """
                {"$version": 1, "step": 3, "done": [1, 2], "name": "Ada"}
                """);
        assertEquals(4, Game.play(save));
        assertEquals(5, Game.play(save));
    }
}
