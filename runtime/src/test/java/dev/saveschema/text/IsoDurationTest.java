package dev.saveschema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A duration is read, or refused, as the JDK does it. */
final class IsoDurationTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT34H17M36S",
                "PT1H",
                "PT1M",
                "PT1S",
                "PT1H1S",
                "PT007S",
                "PT999999999H999999999M999999999S",
                "PT1.5S",
                "PT-1S",
                "-PT1S",
                "PT+1S",
                "P1DT1H",
                "pt1h",
                "PT1M1H",
                "PT1H1H",
                "PT1S1M",
                "PT",
                "P",
                "",
                "PTS",
                "PT1",
                "PTH1M",
                "PT1H ",
                " PT1H",
                "PT1234567890123456789S",
                "PT99999999999999999999S",
                "PT٣S",
                "PT1HS",
                "PT1H2"
            })
    void isTheJdks(String text) {
        assertThat(outcome(() -> IsoTime.parseDuration(text))).isEqualTo(outcome(() -> Duration.parse(text)));
    }

    @Test
    void isWhatWasWritten() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10_000; round++) {
            Duration duration =
                    Duration.ofSeconds(random.nextLong() >> random.nextInt(64), random.nextInt(2) * random.nextInt());
            assertThat(IsoTime.parseDuration(duration.toString())).isEqualTo(duration);
        }
    }

    @Test
    void isRefusedAsTextIs() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("PT");
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append("0123HMS.-D".charAt(random.nextInt(10)));
            }
            isTheJdks(text.toString());
        }
    }

    private interface Parsing {

        Duration parse();
    }

    private static String outcome(Parsing parsing) {
        try {
            return parsing.parse().toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }
}
