package dev.saveschema.example.game;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Summary;
import dev.saveschema.annotation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A bakery: loaves are kneaded by hand until there are ovens, each of which bakes one a second, also while nobody plays.
 *
 * @param title what the player calls it
 * @param loaves how many there are
 * @param ovens how many there are
 * @param bakedUntil up to when the ovens' loaves are counted; empty while there is no oven
 */
@SaveSchema(version = 1)
public record Bakery(
        @Summary @Default("A small bakery") @Size(max = 40, violation = Violation.CLAMP) String title,

        @Summary @Default("0") @Range(min = 0) long loaves,

        @Summary @Default("0") @Range(min = 0, max = 1_000_000)
        int ovens,

        Optional<Instant> bakedUntil) {

    private static final int FIRST_PRICE = 10;

    /** With what the ovens have baked up to now. */
    public Bakery at(Instant now) {
        Duration baked = bakedUntil.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        long seconds = baked.toSeconds();
        return seconds <= 0 // a clock that was set back bakes nothing, and takes nothing
                ? this
                : BakerySchema.with(this)
                        .loaves(loaves + seconds * ovens)
                        .bakedUntil(bakedUntil.map(since -> since.plusSeconds(seconds)))
                        .done();
    }

    /** With one more that was kneaded by hand. */
    public Bakery kneaded() {
        return BakerySchema.with(this).loaves(loaves + 1).done();
    }

    /** What the next oven costs, in loaves. */
    public long price() {
        return FIRST_PRICE * (ovens + 1L) * (ovens + 1);
    }

    /** With one more oven, if there are loaves enough. */
    public Bakery withOven(Instant now) {
        Bakery today = at(now);
        return today.loaves < price()
                ? today
                : BakerySchema.with(today)
                        .loaves(today.loaves - price())
                        .ovens(ovens + 1)
                        .bakedUntil(today.bakedUntil.or(() -> Optional.of(now)))
                        .done();
    }
}
