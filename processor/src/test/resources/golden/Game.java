package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;

/** A save document within another class, for this package only. */
final class Game {

    private Game() {}

    @SaveSchema(version = 1, id = "game")
    record Progress(@Default("1") int step) {}
}
