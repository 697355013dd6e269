package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.file.Saves;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The last bytes of a file tell its seal, without the rest. */
class SealedEndTest {

    private static final Instant TIME = Instant.parse("2026-11-22T19:47:00Z");
    private static final Seal FORMAT_1 = new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", TIME);
    private static final Seal FORMAT_2 =
            new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", TIME, new SealedVersions(4, 3, 4, 5));

    static Stream<Arguments> seals() {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(Arguments.of(layout, FORMAT_1), Arguments.of(layout, FORMAT_2)));
    }

    private static byte[] file(Layout layout, Seal seal) {
        return Saves.file(("{\"note\": \"" + "x".repeat(3000) + "\"").getBytes(UTF_8), layout, seal);
    }

    private static byte[] endOf(byte[] file) {
        return Arrays.copyOfRange(file, file.length - Seals.REACH, file.length);
    }

    @ParameterizedTest
    @MethodSource("seals")
    void endTellsTheSealOfAFileOfThatSize(Layout layout, Seal seal) {
        byte[] file = file(layout, seal);
        assertThat(Seals.claimedBy(file, file.length)).contains(seal);
        assertThat(Seals.claimedBy(endOf(file), file.length)).contains(seal);
    }

    @ParameterizedTest
    @MethodSource("seals")
    void endTellsNothingOfAFileOfAnotherSize(Layout layout, Seal seal) {
        byte[] file = file(layout, seal);
        assertThat(Seals.claimedBy(endOf(file), file.length + 1)).isEmpty();
        assertThat(Seals.claimedBy(endOf(file), file.length - 1)).isEmpty();
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        assertThat(Seals.claimedBy(endOf(cut), cut.length)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void sealMayBeAllThatThereIs(Layout layout) {
        byte[] file = Saves.file(new byte[0], layout, FORMAT_2);
        assertThat(FastSealReader.of(file)).contains(new SealCheck.Holds(FORMAT_2, 0));
        assertThat(SealReader.of(file)).isEqualTo(new SealCheck.Holds(FORMAT_2, 0));
    }

    @Test
    void nameOfASealMayBeTheFirstThatThereIs() {
        byte[] end = "\"$save\": {\"v\": 9, \"gen\": 43}}\n".getBytes(UTF_8);
        assertThat(Seals.generationAt(end)).hasValue(43);
        assertThat(Seals.check(end))
                .isInstanceOfSatisfying(
                        SealCheck.Newer.class,
                        newer -> assertThat(newer.detail())
                                .isEqualTo("sealed in format 9, which is newer than this program"));
    }

    @Test
    void endWithoutASealTellsNoGeneration() {
        assertThat(Seals.generationAt("{\"gen\": 43}".getBytes(UTF_8))).isEmpty();
        assertThat(Seals.mayBeWhole("{\"gen\": 43}".getBytes(UTF_8))).isFalse();
        assertThat(Seals.mayBeWhole(endOf(file(Layout.PRETTY, FORMAT_1)))).isTrue();
    }

    @Test
    void sumsThatAreTakenInPartsAreThoseOfTheWholeAndCountItsBytes() {
        byte[] file = file(Layout.COMPACT, FORMAT_2);
        RunningSums sums = new RunningSums().add(file, 0, 7).add(file, 7, file.length - 7);
        assertThat(sums.fingerprint()).isEqualTo(Fingerprint.of(file));
        assertThat(sums.fingerprint().length()).isEqualTo(file.length);
    }
}
