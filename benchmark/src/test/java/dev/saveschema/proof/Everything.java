package dev.saveschema.proof;

import dev.saveschema.annotation.Alias;
import dev.saveschema.annotation.DecimalRange;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Discriminator;
import dev.saveschema.annotation.Each;
import dev.saveschema.annotation.EachKey;
import dev.saveschema.annotation.Invalid;
import dev.saveschema.annotation.Name;
import dev.saveschema.annotation.OneOf;
import dev.saveschema.annotation.Pattern;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Subtype;
import dev.saveschema.annotation.Unknown;
import dev.saveschema.annotation.UseCodec;
import dev.saveschema.annotation.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Every type, and every limit. */
@SaveSchema(version = 1)
public record Everything(
        @Default("true") boolean flag,
        @Default("false") Boolean boxedFlag,
        @Default("1") byte tiny,
        @Default("2") Byte boxedTiny,
        @Default("3") short small,
        @Default("4") Short boxedSmall,
        @Default("5") int whole,
        @Default("6") Integer boxedWhole,
        @Default("7") long large,
        @Default("8") Long boxedLarge,
        @Default("1.5") float single,
        @Default("2.5") Float boxedSingle,
        @Default("3.5") double twice,
        @Default("4.5") Double boxedTwice,
        @Default("x") char letter,
        @Default("y") Character boxedLetter,
        @Default("text") String text,
        @Default("12345678901234567890") BigInteger huge,
        @Default("1.50") BigDecimal exact,
        @Default("MID") Level level,

        @Default("2026-11-22T19:47:03Z") Instant instant,
        @Default("2026-11-22") LocalDate date,
        @Default("12:00") LocalTime time,
        @Default("2026-11-22T12:00") LocalDateTime dateTime,
        @Default("2026-11-22T12:00Z") OffsetDateTime offset,
        @Default("2026-11-22T12:00+01:00[Europe/Berlin]") ZonedDateTime zoned,
        @Default("UTC") ZoneId zone,
        @Default("PT10M") Duration duration,
        @Default("P1D") Period period,
        @Default("2026") Year year,
        @Default("2026-11") YearMonth month,
        @Default("123e4567-e89b-12d3-a456-426614174000") UUID uuid,
        @Default("https://example.org/") URI uri,
        @Default("en") Locale locale,

        Optional<String> maybe,
        @Default("3") Optional<Integer> maybeWhole,
        OptionalInt maybeInt,
        @Default("3") OptionalLong maybeLong,
        OptionalDouble maybeDouble,
        Optional<SortedSet<BigDecimal>> maybeSorted,
        @Default("[1, 2]") List<Integer> list,
        List<List<Long>> lists,
        Set<String> set,
        @Default("[\"LOW\"]") SortedSet<Level> sorted,
        Set<Locale> locales,
        Deque<Instant> deque,
        @Default("[1]") int[] ints,
        String[] texts,
        double[][] grid,
        List<boolean[]> arrays,
        Map<String, Integer> byText,
        Map<Integer, String> byInt,
        Map<Long, Boolean> byLong,
        Map<UUID, Integer> byUuid,
        Map<Level, Inner> byLevel,
        Map<String, char[]> byArray,
        @Default("{}") JsonNode any,
        List<JsonNode> anys,

        @UseCodec(PathCodec.class) @Default(factory = "root")
        Path custom,

        @UseCodec(PathCodec.class) List<Path> customs,

        Inner inner,
        List<Inner> inners,
        Set<Inner> innerSet,
        @Default("dot") Figure figure,
        List<Figure> figures,
        Set<Figure> figureSet,
        Tree tree,
        Pair<Integer, Inner> pair,
        List<Interval> intervals,
        @Default("plain") Source source,
        List<Source> sources,

        @Default("50") @Range(min = 0, max = 100) int percent,

        @Default("50") @Range(min = 0, max = 100, violation = Violation.CLAMP)
        int clamped,

        @Default("0.5") @Range(min = -1, max = 1) float slope,

        @Default("0.5") @DecimalRange(min = "0.25", max = "0.75")
        double middle,

        @Default("0.5") @DecimalRange(min = "0.25", max = "0.75", violation = Violation.CLAMP)
        BigDecimal nearest,

        @Default("short") @Size(min = 1, max = 10) String title,

        @Default("") @Size(max = 3, violation = Violation.CLAMP) String initials,

        @Default("a") @Pattern("[a-z]+(-[a-z]+)*") String slug,
        @Default("[1]") @Size(min = 1, max = 3) List<Integer> podium,
        @Size(max = 3, violation = Violation.CLAMP) List<Integer> latest,
        @Each(range = @Range(min = 1, max = 9)) List<Integer> digits,

        @Each(range = @Range(min = 1, max = 9), invalid = Invalid.RESET)
        Set<Integer> allDigits,

        @Each(size = @Size(max = 4)) @EachKey(pattern = @Pattern("[a-z]+"))
        Map<String, String> words,

        @Each(decimalRange = @DecimalRange(min = "0")) @EachKey(range = @Range(min = 1, max = 31))
        Map<Integer, Double> byDay,

        @Unknown Map<String, JsonNode> unknown) {

    static Path root() {
        return Path.of("root");
    }

    public enum Level {
        LOW,
        @Name("medium")
        @Alias("normal")
        MID,
        HIGH
    }

    public record Inner(
            @Default("80") @Range(min = 0, max = 100) int volume,
            @Default("n") @Size(max = 8) String name) {}

    @Discriminator("type")
    public sealed interface Figure permits Dot, Line {}

    @Subtype("dot")
    public record Dot(@Default("0") int x) implements Figure {}

    @Subtype("line")
    public record Line(@Default("1") @Range(min = 1) int length, Optional<Figure> end) implements Figure {}

    @OneOf
    public sealed interface Source {
        record Plain(@Size(max = 8) String text) implements Source {}

        record Lines(
                @Size(max = 3) @Each(size = @Size(max = 8)) List<String> lines) implements Source {}

        record Number(@Range(min = 0, max = 9) int number) implements Source {}
    }

    public record Tree(@Default("root") String name, List<Tree> branches) {}

    public record Pair<A, B>(Optional<A> first, B second) {}

    /** Refuses to be made of ends in the wrong order. */
    public record Interval(
            @Default("0") int from, @Default("0") int to) {
        public Interval {
            if (from > to) {
                throw new IllegalArgumentException("from " + from + " to " + to + "\u001b[2J");
            }
        }
    }
}
