package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.file.Saves;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One bit that a medium has lost, anywhere in a file. */
class FlippedBitTest {

    private static final Seal SEAL = new Seal(
            42,
            "6f1c0a9b5e3d7712",
            "27e0b3f1c4d5a698",
            Instant.parse("2026-11-22T19:47:00Z"),
            new SealedVersions(4, 3, 4, 5));

    private static byte[] file(Layout layout) {
        return Saves.file("{\n  \"$version\": 4,\n  \"a\": 1".getBytes(UTF_8), layout, SEAL);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void isFoundInWhicheverByteItIs(Layout layout) {
        byte[] file = file(layout);
        for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
            int at = bit / Byte.SIZE;
            file[at] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(FlippedBit.in(file)).as("bit %d", bit).hasValue(at);
            assertThat(Seals.check(file)).as("bit %d", bit).isInstanceOfSatisfying(SealCheck.Broken.class, broken -> {
                assertThat(broken.damage())
                        .contains(file[at] == 0 ? "byte %d of it is NUL".formatted(at) : flipped(at));
            });
            file[at] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    private static String flipped(int at) {
        return "one bit of byte %d is flipped".formatted(at);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void twoFlippedBitsOfOneByteAreNotOne(Layout layout) {
        byte[] file = file(layout);
        for (int at = 0; at < file.length; at++) {
            file[at] ^= 3;
            assertThat(FlippedBit.in(file)).as("byte %d", at).isEmpty();
            file[at] ^= 3;
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void flippedBitInEachOfTwoDigitsOfTheSumIsNotOne(Layout layout) {
        byte[] file = file(layout);
        int sum = FastSealReader.sumIn(file).orElseThrow();
        for (int i = 1; i < SealFormat.SUM_DIGITS; i++) {
            byte[] changed = file.clone();
            changed[sum] ^= 1;
            changed[sum + i] ^= 1;
            assertThat(FlippedBit.in(changed)).as("digit %d", i).isEmpty();
        }
    }

    @Test
    void endThatIsNoSealIsSearchedNoFurtherThanItWasRead() {
        byte[] file = file(Layout.PRETTY);
        int tail = "\"}\n}\n".length();
        assertThat(FastSealReader.firstLookedAt(Arrays.copyOf("no seal".getBytes(UTF_8), file.length)))
                .isEqualTo(file.length - tail);
    }
}
