package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved value is loaded again, to the last bit, also after a migration. */
class RoundTripTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    private static final int VALUES = 5_000;

    private static Schema<Object> schema;
    private static Schema<Object> migrated;

    @BeforeAll
    static void compile() {
        String components = """
                List<Float> floats, List<Double> doubles, List<BigDecimal> decimals, List<BigInteger> wholes, List<Long> longs,
                List<Instant> instants, List<LocalDate> dates, List<Duration> durations, List<UUID> uuids, List<String> texts,
                List<Character> letters, Map<String, Integer> keys,
                List<LocalTime> times, List<LocalDateTime> dateTimes, List<OffsetDateTime> offsets, List<ZonedDateTime> zoned,
                List<ZoneId> zones, List<Period> periods, List<Year> years, List<YearMonth> months, List<java.net.URI> uris,
                List<Locale> locales, OptionalInt maybeInt, OptionalLong maybeLong, OptionalDouble maybeDouble) {}
                """;
        schema = Running.compile("Values", "@SaveSchema(version = 1) public record Values(" + components)
                .schema("Values");
        migrated = Running.compile("Values", "@SaveSchema(version = 2) public record Values(" + components)
                .schema("Values");
    }

    @Test
    void floats() {
        survives(
                "floats",
                random -> random.nextInt(10) == 0
                        ? random.nextInt(2_000) / 100f
                        : finite(Float.intBitsToFloat(random.nextInt())));
        survives(
                "floats",
                List.of(0f, -0f, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 0.1f, 1e10f));
    }

    @Test
    void doubles() {
        survives(
                "doubles",
                random -> random.nextInt(10) == 0
                        ? random.nextInt(2_000) / 100d
                        : finite(Double.longBitsToDouble(random.nextLong())));
        survives(
                "doubles",
                List.of(
                        0d,
                        -0d,
                        Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        Double.MAX_VALUE,
                        2e23,
                        1e21,
                        2.2250738585072011e-308));
    }

    @Test
    void decimals() {
        survives(
                "decimals",
                random -> new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(600) - 300));
        survives(
                "decimals",
                List.of(
                        new BigDecimal("1E+999999999"),
                        new BigDecimal("-1E-999999999"),
                        new BigDecimal("0.000"),
                        new BigDecimal("0E+9")));
    }

    @Test
    void wholeNumbers() {
        survives("wholes", random -> new BigInteger(random.nextInt(900), random).negate());
        survives("longs", Random::nextLong);
    }

    @Test
    void instants() {
        survives("instants", random -> switch (random.nextInt(4)) {
            case 0 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 1 -> Instant.ofEpochMilli(random.nextLong() >> 10);
            case 2 -> Instant.ofEpochSecond((long) (random.nextDouble() * 6e14) - 300_000_000_000_000L);
            default -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000) * 1_000);
        });
        survives(
                "instants",
                List.of(
                        Instant.MIN,
                        Instant.MAX,
                        Instant.EPOCH,
                        Instant.parse("0000-01-01T00:00:00Z"),
                        Instant.parse("-0001-12-31T23:59:59.999999999Z"),
                        Instant.parse("9999-12-31T23:59:59.999999999Z"),
                        Instant.parse("+10000-01-01T00:00:00Z")));
    }

    @Test
    void datesDurationsAndUuids() {
        survives("dates", random -> LocalDate.ofEpochDay(random.nextInt()));
        survives("durations", random -> Duration.ofSeconds(random.nextLong() / 2, random.nextInt(1_000_000_000)));
        survives("uuids", random -> new UUID(random.nextLong(), random.nextLong()));
    }

    @Test
    void timesAndTheirZones() {
        survives("times", RoundTripTest::time);
        survives("times", List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.NOON));
        survives("dateTimes", random -> date(random).atTime(time(random)));
        survives("dateTimes", List.of(LocalDateTime.MIN, LocalDateTime.MAX));
        survives("offsets", random -> date(random).atTime(time(random)).atOffset(offset(random)));
        survives("offsets", List.of(OffsetDateTime.MIN, OffsetDateTime.MAX));
        survives("zones", RoundTripTest::zone);
        ZonedDateTime autumn = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        survives("zoned", List.of(autumn, autumn.withLaterOffsetAtOverlap()));
        survives("zoned", random -> date(random).atTime(time(random)).atZone(zone(random)));
    }

    @Test
    void periodsYearsAndMonths() {
        survives("periods", random -> Period.of(random.nextInt(), random.nextInt(), random.nextInt()));
        survives("periods", List.of(Period.ZERO, Period.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1)));
        survives("years", random -> Year.of(random.nextInt(1_999_999_999) - 999_999_999));
        survives(
                "years",
                IntStream.of(0, 1, -1, 999, -999, 1_000, 9_999, 10_000, -9_999, -10_000, 999_999_999, -999_999_999)
                        .mapToObj(Year::of)
                        .toList());
        survives("months", random -> YearMonth.of(random.nextInt(30_000) - 15_000, 1 + random.nextInt(12)));
    }

    @Test
    void addressesAndLanguages() {
        survives(
                "uris",
                List.of(
                        URI.create(""),
                        URI.create("https://example.org/a%20b?c=d&e#f"),
                        URI.create("mailto:a@b"),
                        URI.create("../x"),
                        URI.create("urn:é:😀")));
        // one of them has an older name for nn_NO
        survives(
                "locales",
                Arrays.stream(Locale.getAvailableLocales())
                        .filter(locale -> !locale.toString().equals("no_NO_NY"))
                        .toList());
        survives("locales", List.of(Locale.ROOT, new Locale("ja", "JP", "JP"), Locale.forLanguageTag("de-x-a")));
    }

    @Test
    void optionalsOfPrimitives() {
        for (int value : new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}) {
            assertThat(copy(schema, "maybeInt", OptionalInt.of(value))).isEqualTo(OptionalInt.of(value));
        }
        assertThat(copy(schema, "maybeLong", OptionalLong.of(Long.MIN_VALUE)))
                .isEqualTo(OptionalLong.of(Long.MIN_VALUE));
        assertThat(copy(schema, "maybeDouble", OptionalDouble.of(-0.0))).isEqualTo(OptionalDouble.of(-0.0));
        Object none = Running.with(schema.defaultValue(), "maybeInt", OptionalInt.empty());
        assertThat(Running.write(schema, none)).contains("\"maybeInt\":null");
        assertThat(Running.repairs(Running.read(schema, "{\"maybeInt\": 0.5}")))
                .contains("maybeInt: 0.5 is not a whole number; used null");
    }

    private static LocalTime time(Random random) {
        return LocalTime.ofNanoOfDay(Math.floorMod(random.nextLong(), 86_400_000_000_000L))
                .truncatedTo(List.of(ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.NANOS)
                        .get(random.nextInt(4)));
    }

    private static LocalDate date(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(40_000));
    }

    private static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800);
    }

    private static ZoneId zone(Random random) {
        List<String> names = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return switch (random.nextInt(6)) {
            case 0 -> offset(random);
            case 1 -> ZoneId.ofOffset("UTC", offset(random));
            default -> ZoneId.of(names.get(random.nextInt(names.size())));
        };
    }

    /** Any UTF-16 units, so that halves of surrogate pairs, control characters and the ends of planes are among them. */
    @Test
    void texts() {
        survives(
                "texts",
                random -> random.ints(random.nextInt(20), 0, 0x10000)
                        .map(c -> random.nextInt(3) == 0 ? c % 0x80 : c)
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString());
        survives("letters", random -> (char) random.nextInt(0x10000));
        for (char letter = 0; letter < Character.MAX_VALUE; letter++) {
            if (letter < 0x100 || letter % 251 == 0) {
                assertThat(copy(schema, "texts", List.of("a" + letter))).isEqualTo(List.of("a" + letter));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\ud83d",
                "\ude00",
                "\ude00\ud83d",
                "😀",
                "\u2028",
                "\"\\/",
                "\ufeff",
                "\uffff",
                "é",
                "~/",
                "$version"
            })
    void aTextAndAKeyAreKeptWhateverTheyHold(String text) {
        assertThat(copy(schema, "texts", List.of(text, text + "x"))).isEqualTo(List.of(text, text + "x"));
        if (text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            assertThat(copy(schema, "keys", Map.of(text, 1))).isEqualTo(Map.of(text, 1));
            assertThat(copy(migrated, "keys", Map.of(text, 1))).isEqualTo(Map.of(text, 1));
        }
    }

    private static void survives(String component, Function<Random, Object> value) {
        Random random = new Random(SEED);
        List<Object> values =
                random.ints(VALUES).mapToObj(i -> value.apply(random)).toList();
        survives(component, values, "seed " + SEED);
    }

    private static void survives(String component, List<?> values) {
        survives(component, values, "the extremes");
    }

    private static void survives(String component, List<?> values, String seed) {
        for (Schema<Object> each : List.of(schema, migrated)) {
            List<?> copies = (List<?>) copy(each, component, values);
            assertThat(copies).as(seed).hasSameSizeAs(values);
            for (int at = 0; at < values.size(); at++) {
                assertThat(copies.get(at))
                        .as("%s, value %d, version %d", seed, at, each.version())
                        .isEqualTo(values.get(at));
            }
        }
    }

    /** The value that the schema reads from a save of another program of version 1. */
    private static Object copy(Schema<Object> target, String component, Object value) {
        byte[] body = DocumentWriter.body(
                schema, Running.with(schema.defaultValue(), component, value), true, LoadLimits.defaults());
        Document<Object> document = Running.read(target, new String(body, StandardCharsets.UTF_8) + "}");
        assertThat(document.repairs()).isEmpty();
        return Running.get(document.value(), component);
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 1;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 1;
    }
}
