package example;

import dev.saveschema.annotation.Alias;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Name;
import dev.saveschema.annotation.SaveSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enums, with names of their own in the file, and components with aliases. */
@SaveSchema(version = 1)
public record Options(
        @Alias({"mode", "level"}) @Default("NORMAL") Difficulty difficulty,
        @Name("colour") @Alias("color") @Default("red") String color,
        List<Difficulty> finished,
        Map<Difficulty, Integer> scores,
        Optional<Side> side) {

    public enum Difficulty {
        @Name("easy")
        @Alias("beginner")
        EASY,
        NORMAL,
        @Name("very-hard")
        VERY_HARD
    }

    public enum Side {
        LEFT,
        RIGHT
    }
}
