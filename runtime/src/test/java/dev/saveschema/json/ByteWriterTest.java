package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both our reader and Jackson read what was written. */
class ByteWriterTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    private static final String[] PIECES = {
        "a",
        "print(x) ",
        "\n",
        "\t",
        "\"",
        "\\",
        "/",
        "\b",
        "\f",
        "\r",
        "\0",
        "\u001f",
        "\u007f",
        "?",
        "ü",
        "\u0080",
        "→",
        "\u0141",
        "\u2028",
        "\uFFFD",
        "\uFFFF",
        "😀",
        "\uD83D",
        "\uDE00",
        "        ",
        "0123456789abcdef",
        "x".repeat(300),
    };

    @Test
    void everyTextIsReadAsItWas() {
        Random random = new Random(SEED);
        ByteWriter out = new ByteWriter();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(round % 10 == 0 ? 200 : 8); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            out.clear(1 << 20);
            out.text(text.toString());
            assertReads(out.toByteArray(), "text " + text, round);
        }
    }

    @Test
    void aTextIsWrittenInAsFewBytesAsUtf8TakesWithTheShortestEscapes() {
        assertThat(new String(ByteWriter.quoted("é→😀/\u007f\n\u0001\"\\"), UTF_8))
                .isEqualTo("\"é→😀/\u007f\\n\\u0001\\\"\\\\\"");
        assertThat(new String(ByteWriter.quoted("\uD83D and the rest, which is é"), UTF_8))
                .isEqualTo("\"\\ud83d and the rest, which is é\"");
    }

    @Test
    void everyWholeNumberIsWrittenAsItsDigits() {
        Random random = new Random(SEED);
        ByteWriter out = new ByteWriter();
        for (int round = 0; round < 20_000; round++) {
            long number = random.nextLong() >> random.nextInt(64);
            assertNumber(out, number);
        }
        for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
            for (long number : new long[] {power - 1, power, power + 1, -power, 1 - power}) {
                assertNumber(out, number);
            }
        }
        assertNumber(out, Long.MIN_VALUE);
        assertNumber(out, Long.MAX_VALUE);
    }

    @Test
    void anInstantIsWrittenAndReadAsTheJdkDoes() {
        Random random = new Random(SEED);
        ByteWriter out = new ByteWriter();
        for (int round = 0; round < 20_000; round++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt() * (round % 7 + 1L), random.nextInt(1_000_000_000));
            out.clear(1 << 20);
            out.instant(instant);
            assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo('"' + instant.toString() + '"');
            out.raw(" ".repeat(8)); // a text at the very end is read another way
            assertThat(scanner(out).instant()).isEqualTo(instant);
        }
        out.clear(1 << 20);
        out.instant(Instant.MAX);
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo('"' + Instant.MAX.toString() + '"');
        assertThat(scanner(out).instant()).as("left to the JDK").isNull();
    }

    private static void assertNumber(ByteWriter out, long number) {
        out.clear(1 << 20);
        out.number(number);
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo(Long.toString(number));
    }

    @Test
    void everyDoubleAndFloatIsReadAsItWas() {
        Random random = new Random(SEED);
        ByteWriter out = new ByteWriter();
        for (int round = 0; round < 20_000; round++) {
            double number =
                    round % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(100_000) / 1_000.0;
            if (Double.isFinite(number)) {
                out.clear(1 << 20);
                out.number(number);
                Scanner in = scanner(out);
                assertThat(in.isNumber()).isTrue();
                assertThat(Double.doubleToRawLongBits(in.doubleValue()))
                        .as(in.numberText())
                        .isEqualTo(Double.doubleToRawLongBits(number));
            }
            float small = round % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : random.nextInt(100_000) / 1_000f;
            if (Float.isFinite(small)) {
                out.clear(1 << 20);
                out.number(small);
                Scanner in = scanner(out);
                assertThat(in.isNumber()).isTrue();
                assertThat(Float.floatToRawIntBits(in.floatValue()))
                        .as(in.numberText())
                        .isEqualTo(Float.floatToRawIntBits(small));
            }
        }
    }

    /**
     * Texts near the middle between two floats. To read one as a double first, and then round the double, would be to round twice.
     */
    @Test
    void aFloatIsTheNearestToWhatIsWritten() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            float low = Float.intBitsToFloat(random.nextInt(0x7f000000));
            double middle = ((double) low + Math.nextUp(low)) / 2;
            for (String text : List.of(
                    new java.math.BigDecimal(middle).toPlainString(),
                    tailed(new java.math.BigDecimal(middle).toPlainString()),
                    Double.toString(middle))) {
                ByteWriter out = new ByteWriter();
                out.raw(text);
                Scanner in = scanner(out);
                assertThat(in.isNumber()).as(text).isTrue();
                assertThat(in.floatValue()).as(text).isEqualTo(Float.parseFloat(text));
            }
        }
    }

    private static String tailed(String number) {
        return number + (number.contains(".") ? "1" : ".000000000000000000000001");
    }

    @Test
    void whatWasWrittenBeforeIsForgotten() {
        ByteWriter out = new ByteWriter();
        out.text("x".repeat(10_000));
        out.clear(1_000);
        assertThat(out.length()).isZero();
        out.number(5);
        assertThat(out.toByteArray()).containsExactly('5');
    }

    private static Scanner scanner(ByteWriter out) {
        Scanner in = new Scanner(out.toByteArray(), false, (defect, used) -> {});
        in.first();
        return in;
    }

    private static void assertReads(byte[] document, String token, int round) {
        String shown = "seed %d, round %d".formatted(SEED, round);
        assertThat(Reading.byScanner(document, false).tokens()).as(shown).containsExactly(token);
        assertThat(Reading.byJackson(document).tokens()).as(shown).containsExactly(token);
    }
}
