package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The digits are those of Jackson's copy of the same algorithm by its author, which is that of the JDK from Java 19 on. */
class ShortestDoubleTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);
    private static final int ROUNDS = Integer.getInteger("doubles.rounds", 400_000);

    private final byte[] out = new byte[ShortestDouble.ROOM + 3];
    private final ByteBuffer words = Swar.over(out);

    @Test
    void everyKindOfDoubleIsWrittenInTheFewestDigits() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            assertWritten(
                    switch (round % 5) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> random.nextDouble();
                        case 2 -> random.nextInt(1_000_000) / 1_000.0;
                        case 3 -> random.nextLong() >> random.nextInt(64);
                        default -> random.nextInt() / Math.pow(10, random.nextInt(12));
                    });
        }
        System.out.printf("Doubles: %,d written in the fewest digits (seed %d)%n", ROUNDS, SEED);
    }

    /** At a power of two the distance between doubles changes, so that the double below is nearer than the one above. */
    @Test
    void soAreThoseAroundEveryPowerOfTwo() {
        for (long exponent = 0; exponent < 0x7ff; exponent++) {
            for (long near = -3; near <= 3; near++) {
                assertWritten(Double.longBitsToDouble((exponent << 52) + near));
            }
        }
    }

    @Test
    void soAreThoseAroundEveryPowerOfTen() {
        for (int power = -330; power <= 308; power++) {
            double near = Double.parseDouble("1E" + power);
            for (double each : new double[] {Math.nextDown(near), near, Math.nextUp(near), 9.5 * near, 2 * near}) {
                assertWritten(each);
            }
        }
    }

    @Test
    void theLayoutIsThatOfTheJdk() {
        assertThat(written(0.0)).isEqualTo("0.0");
        assertThat(written(-0.0)).isEqualTo("-0.0");
        assertThat(written(100)).isEqualTo("100.0");
        assertThat(written(1234567.25)).isEqualTo("1234567.25");
        assertThat(written(9_999_999)).isEqualTo("9999999.0");
        assertThat(written(10_000_000)).isEqualTo("1.0E7");
        assertThat(written(0.001)).isEqualTo("0.001");
        assertThat(written(-0.000999)).isEqualTo("-9.99E-4");
        assertThat(written(2E23)).isEqualTo("2.0E23");
        assertThat(written(Double.MIN_VALUE)).isEqualTo("4.9E-324");
        assertThat(written(-Double.MAX_VALUE)).isEqualTo("-1.7976931348623157E308");
    }

    private void assertWritten(double value) {
        if (Double.isFinite(value)) {
            assertThat(written(value)).as("seed %d", SEED).isEqualTo(Decimals.text(value));
        }
    }

    private String written(double value) {
        return new String(out, 3, ShortestDouble.write(value, out, words, 3) - 3, US_ASCII);
    }
}
