package dev.saveschema.example.game;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import java.time.Duration;

/**
 * What holds for all slots, in a save of its own.
 *
 * @param colours whether the screen is coloured, where it can be
 * @param saveEvery how many seconds a change waits for its save at most
 */
@SaveSchema(version = 1)
public record GameSettings(
        @Default("true") boolean colours,
        @Default("5") @Range(min = 1, max = 60) int saveEvery) {

    public Duration longestWait() {
        return Duration.ofSeconds(saveEvery);
    }
}
