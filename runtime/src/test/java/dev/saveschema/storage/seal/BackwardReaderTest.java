package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are read from the last towards the first, up to the very first. */
class BackwardReaderTest {

    private static BackwardReader in(String text) {
        return new BackwardReader(text.getBytes(UTF_8));
    }

    @Test
    void everythingMayBeginAtTheFirstByte() {
        BackwardReader text = in("abc");
        assertThat(text.skip("abc".getBytes(UTF_8))).isTrue();
        BackwardReader number = in("120");
        assertThat(number.number(3)).isEqualTo(120);
        BackwardReader hex = in("00f0000000000a12");
        assertThat(hex.hex()).isEqualTo(0x00f0000000000a12L);
        BackwardReader time = in("2026-11-22T19:47:03Z");
        assertThat(time.time()).isEqualTo(Instant.parse("2026-11-22T19:47:03Z"));
        assertThat(text.isGood() && number.isGood() && hex.isGood() && time.isGood())
                .isTrue();
        assertThat(text.position() + number.position() + hex.position() + time.position())
                .isZero();
    }

    @Test
    void nothingMayBeginBeforeIt() {
        assertThat(in("bc").skip("abc".getBytes(UTF_8))).isFalse();
        BackwardReader hex = in("0f0000000000a12");
        hex.hex();
        assertThat(hex.isGood()).isFalse();
        BackwardReader time = in("026-11-22T19:47:03Z");
        time.time();
        assertThat(time.isGood()).isFalse();
    }

    @Test
    void numberHasNoMoreDigitsThanAreAskedFor() {
        BackwardReader in = in("1234");
        assertThat(in.number(3)).isEqualTo(234);
        assertThat(in.position()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x012", "0"})
    void numberHasADigitAndNoZeroAtItsFront(String text) {
        BackwardReader in = in(text);
        in.number(9);
        assertThat(in.isGood()).isFalse();
        assertThat(in.position()).isEqualTo(text.length());
    }

    @Test
    void byteThatEndsANumberWasLookedAt() {
        BackwardReader in = in("xx12");
        in.number(9);
        assertThat(in.position()).isEqualTo(2);
        assertThat(in.lowest()).isEqualTo(1);
    }

    @Test
    void afterWhatWasNotAskedForItStaysWhereItIs() {
        BackwardReader in = in("abc12");
        in.number(9);
        assertThat(in.skip("x".getBytes(UTF_8))).isFalse();
        assertThat(in.skip("c".getBytes(UTF_8))).isFalse();
        assertThat(in.position()).isEqualTo(3);
        assertThat(in.lowest()).isEqualTo(2);
    }
}
