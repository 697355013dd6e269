package dev.saveschema.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way reads and writes exactly what the JDK's does. */
class IsoTimeTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    @Test
    void anInstantIsWrittenAsTheJdkWritesIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextInt(3) == 0 ? random.nextLong() >> 10 + random.nextInt(30) : random.nextInt();
            int nano = random.nextInt(1_000) * List.of(0, 1_000_000, 1_000, 1).get(random.nextInt(4));
            Instant instant = Instant.ofEpochSecond(Math.floorMod(second, 600_000_000_000L) - 300_000_000_000L, nano);
            assertThat(IsoTime.format(instant)).as("seed %d", SEED).isEqualTo(instant.toString());
            boolean isUsual = instant.toString().length() <= IsoTime.LONGEST_INSTANT
                    && Character.isDigit(instant.toString().charAt(0));
            assertThat(instantIn(instant.toString())).as("seed %d", SEED).isEqualTo(isUsual ? instant : null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T19:47:03Z",
                "2026-11-22T19:47:03.1Z",
                "2026-11-22T19:47:03.120Z",
                "2026-11-22T19:47:03.000000001Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "2024-02-29T00:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T23:59:60Z",
                "2026-11-22T19:47:03.Z",
                "2026-11-22t19:47:03z",
                "2026-11-22T19:47:03+01:00",
                "2026-11-22T19:47Z"
            })
    void whatIsReadTheJdkReadsTheSame(String text) {
        Instant usual = instantIn(text);
        if (usual != null) {
            assertThat(usual).isEqualTo(Instant.parse(text));
        }
        assertThat(usual == null).isEqualTo(UNUSUAL.contains(text));
        assertThat(attempt(() -> IsoTime.parseInstant(text))).isEqualTo(attempt(() -> Instant.parse(text)));
    }

    /** Left to the JDK, which reads some of them. */
    private static final List<String> UNUSUAL = List.of(
            "-0001-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T23:59:60Z",
            "2026-11-22T19:47:03.Z",
            "2026-11-22t19:47:03z",
            "2026-11-22T19:47:03+01:00",
            "2026-11-22T19:47Z");

    private static @Nullable Instant instantIn(String text) {
        byte[] around = ("??" + text + "?").getBytes(StandardCharsets.UTF_8);
        return IsoTime.instantIn(around, 2, around.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-22T25:00:00Z",
                "2026-11-22T19:60:00Z",
                "2026-11-22T19:47:61Z",
                "2026-11-22 19:47:03Z",
                "2026-11-22T19:47:03,5Z",
                "2026-11-22T19:47:03.1234567890Z",
                "2026-11-22T19:47:03.-12Z",
                "2026-11-22T19:47:0:Z",
                "２026-11-22T19:47:03Z",
                "2026-11-22T19:47:03ZZ",
                " 2026-11-22T19:47:03Z"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThat(attempt(() -> Instant.parse(text))).isEqualTo("refused");
        assertThat(instantIn(text)).isNull();
        assertThat(attempt(() -> IsoTime.parseInstant(text))).isEqualTo("refused");
    }

    @Test
    void aDateIsReadAsTheJdkReadsIt() {
        for (String text :
                List.of("2026-11-22", "2024-02-29", "0000-01-01", "-0001-01-01", "+10000-01-01", "-2026-1-22")) {
            assertThat(attempt(() -> IsoTime.parseLocalDate(text))).isEqualTo(attempt(() -> LocalDate.parse(text)));
        }
        for (String text : List.of("", "2026-02-29", "2026-00-01", "2026/11/22", "2026-11-2x", "2026-11-22T")) {
            assertThatThrownBy(() -> IsoTime.parseLocalDate(text)).isInstanceOf(DateTimeException.class);
        }
    }

    private static Object attempt(java.util.function.Supplier<Object> read) {
        try {
            return read.get();
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    @Test
    void everyDayOfTheYears0To9999IsReadAsItWasWritten() {
        byte[] text = new byte[IsoTime.LONGEST_INSTANT];
        for (long day = -719_528; day <= 2_932_896; day++) {
            Instant instant = Instant.ofEpochSecond(day * 86_400);
            int end = IsoTime.write(instant, text, 0);
            if (!instant.equals(IsoTime.instantIn(text, 0, end))) {
                throw new AssertionError(instant);
            }
        }
    }
}
