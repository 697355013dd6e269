package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.file.Saves;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    private static final Seal WITHOUT_VERSIONS =
            new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", Instant.parse("2026-11-22T19:47:00Z"));
    private static final Seal SEAL = new Seal(
            WITHOUT_VERSIONS.generation(),
            WITHOUT_VERSIONS.id(),
            WITHOUT_VERSIONS.parent(),
            WITHOUT_VERSIONS.time(),
            new SealedVersions(4, 3, 4, 5));

    private static byte[] file(Layout layout) {
        return Saves.file("{\n  \"$version\": 4,\n  \"a\": 1".getBytes(UTF_8), layout, SEAL);
    }

    @Test
    void theTimeIsWrittenAsTheJdkWritesIt() {
        byte[] body = "{\"a\":1".getBytes(UTF_8);
        for (String time : List.of(
                "0000-01-01T00:00:00Z", "0999-12-31T23:59:00Z", "2026-11-22T19:47:03Z", "9999-12-31T23:59:59Z")) {
            Seal seal = new Seal(1, Seal.NO_PARENT, Seal.NO_PARENT, Instant.parse(time));
            byte[] file = Seals.seal(SaveBody.of(body), Layout.COMPACT, seal, RunningSums.of(SaveBody.of(body)));
            assertThat(new String(file, UTF_8)).contains("\"time\":\"" + time + '"');
        }
    }

    @Test
    void prettySealIsTheLastLineOfTheObject() {
        assertThat(new String(file(Layout.PRETTY), UTF_8))
                .startsWith("{\n  \"$version\": 4,\n  \"a\": 1,\n  \"$save\": {\"v\": 2, \"gen\": 42, "
                        + "\"id\": \"6f1c0a9b5e3d7712\", \"parent\": \"27e0b3f1c4d5a698\", "
                        + "\"time\": \"2026-11-22T19:47:00Z\", \"version\": 4, \"reads\": 3, \"writes\": 4, \"by\": 5, "
                        + "\"len\": 216, \"sum\": \"")
                .endsWith("\"}\n}\n");
    }

    @Test
    void compactSealHasNoWhiteSpaceButTheFinalNewline() {
        byte[] file = Saves.file("{\"a\":1".getBytes(UTF_8), Layout.COMPACT, SEAL);
        assertThat(new String(file, UTF_8))
                .startsWith("{\"a\":1,\"$save\":{\"v\":2,\"gen\":42,\"id\":\"")
                .endsWith("\"}}\n");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void whatWasSealedHolds(Layout layout) {
        assertThat(Seals.check(file(layout))).isEqualTo(new SealCheck.Holds(SEAL, 27));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void whatSaysNothingOfVersionsIsSealedAsItWasInFormat1(Layout layout) {
        byte[] file = Saves.file("{\"a\": 1".getBytes(UTF_8), layout, WITHOUT_VERSIONS);
        assertThat(new String(file, UTF_8)).containsPattern("\"v\": ?1,").doesNotContain("reads");
        assertThat(Seals.check(file)).isEqualTo(new SealCheck.Holds(WITHOUT_VERSIONS, 7));
        assertThat(SealReader.of(file)).isEqualTo(new SealCheck.Holds(WITHOUT_VERSIONS, 7));
    }

    // Around a thousand the number of digits changes, and they count themselves.
    @Test
    void lengthCountsItsOwnDigits() {
        for (int length = 800; length < 1100; length++) {
            byte[] body = ("{\"a\":\"" + "x".repeat(length) + "\"").getBytes(UTF_8);
            assertThat(Seals.check(Saves.file(body, Layout.COMPACT, SEAL))).isInstanceOf(SealCheck.Holds.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void noFlippedBitIsAccepted(Layout layout) {
        byte[] file = file(layout);
        for (int bit = 0; bit < file.length * 8; bit++) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            // nor taken for something newer, which would make the file read-only
            assertThat(Seals.check(file)).isInstanceOfAny(SealCheck.Broken.class, SealCheck.None.class);
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void noTruncationIsAccepted(Layout layout) {
        byte[] file = file(layout);
        for (int length = 0; length < file.length; length++) {
            assertThat(Seals.check(Arrays.copyOf(file, length)))
                    .isInstanceOfAny(SealCheck.Broken.class, SealCheck.None.class);
        }
    }

    @Test
    void nothingMayFollowTheSeal() {
        byte[] file = file(Layout.PRETTY);
        assertThat(Seals.check(Arrays.copyOf(file, file.length + 1))).isNotInstanceOf(SealCheck.Holds.class);
        assertThat(Seals.check((new String(file, UTF_8) + "\n").getBytes(UTF_8)))
                .isInstanceOf(SealCheck.Broken.class);
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(SEED);
        byte[] file = file(Layout.PRETTY);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = file.clone();
            for (int n = random.nextInt(8); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Seals.check(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
    }

    @Test
    void changedFileStillTellsItsGenerationTimeAndSize() {
        byte[] file = new String(file(Layout.PRETTY), UTF_8)
                .replace("\"a\": 1", "\"a\": 7")
                .getBytes(UTF_8);
        SealCheck.Broken broken = (SealCheck.Broken) Seals.check(file);
        assertThat(broken.generation()).hasValue(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"a\": 1}\n",
                "{\"a\": \"$save\"}\n",
                "{\"a\": [\"$save\"]}\n",
                // what a user may well write about in a note
                "{\"note\": \"\\\"$save\\\": {\\\"v\\\": 2}\"}}\n",
                "{\"note\": \",\\n  \\\"$save\\\": {\\\"v\\\": 1, \\\"gen\\\": 42}\"}\n"
            })
    void withoutASealThereIsNone(String text) {
        assertThat(Seals.check(text.getBytes(UTF_8))).isEqualTo(new SealCheck.None());
    }

    @Test
    void userTextThatLooksLikeASealDoesNotHideTheRealOne() {
        String note = "{\"note\": \",\\n  \\\"$save\\\": {\\\"v\\\": 9}}\\n\"";
        byte[] file = Saves.file(note.getBytes(UTF_8), Layout.PRETTY, SEAL);
        assertThat(Seals.check(file)).isEqualTo(new SealCheck.Holds(SEAL, note.length()));
    }

    @Test
    void memberOfThatNameFurtherInIsNotASealOfANewerFormat() {
        assertThat(Seals.check("{\"m\": {\"$save\": {\"v\": 2}}}\n".getBytes(UTF_8)))
                .isInstanceOf(SealCheck.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 10, 11, 199, 9999})
    void sealOfANewerFormatIsKnownAsOne(int format) {
        String newer = "{\"a\": 1, \"$save\": {\"v\": " + format + ", \"gen\": 43, \"hash\": \"sha256:00\"}}\n";
        SealCheck.Newer check = (SealCheck.Newer) Seals.check(newer.getBytes(UTF_8));
        assertThat(check.format()).isEqualTo(format);
        assertThat(check.generation()).hasValue(43);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void usualSealIsReadWithoutTheGeneralJudgement(Layout layout) {
        assertThat(FastSealReader.of(file(layout))).contains(new SealCheck.Holds(SEAL, 27));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void quickLookComesToTheVerdictOfTheGeneralOne(Layout layout) {
        byte[] file = file(layout);
        for (int length = 0; length <= file.length; length++) {
            judgedAlike(Arrays.copyOf(file, length));
        }
        for (int at = 0; at < file.length; at++) {
            for (char letter : "0189afgAZ\"{}:, \n\0\u00ff".toCharArray()) {
                byte[] changed = file.clone();
                changed[at] = (byte) letter;
                judgedAlike(changed);
            }
        }
    }

    @Test
    void quickLookComesToTheVerdictOfTheGeneralOneHoweverMuchIsChanged() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10_000; round++) {
            StringBuilder text = new StringBuilder(new String(file(Layout.values()[random.nextInt(2)]), ISO_8859_1));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                int until = Math.min(text.length(), at + random.nextInt(12));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, until);
                    case 1 -> text.insert(at, text.substring(at, until));
                    default -> text.insert(random.nextInt(text.length()), text.substring(at, until));
                }
            }
            judgedAlike(text.toString().getBytes(ISO_8859_1));
        }
    }

    /** Sum and length are those of the file, whatever the members say. */
    @ParameterizedTest
    @CsvSource({
        "'\"gen\": 42', '\"gen\": 042', false",
        "'\"gen\": 42', '\"gen\": 0', false",
        "'\"gen\": 42', '\"gen\": ', false",
        "'\"gen\": 42', '\"gen\": -42', false",
        "'\"gen\": 42', '\"gen\": 999999999999999', true",
        "'\"gen\": 42', '\"gen\": 1000000000000000', false",
        "'\"gen\": 42', '\"gen\": 999999999999999999', false",
        "'\"v\": 2', '\"v\": 1', false",
        "'\"v\": 2', '\"v\": 22', false",
        "'\"reads\": 3', '\"reads\": 0', false",
        "'\"reads\": 3', '\"reads\": 03', false",
        "'\"reads\": 3', '\"reads\": 999999999', true",
        "'\"reads\": 3', '\"reads\": 1000000000', false",
        "'\"by\": 5, ', '', false",
        "7712, 77120, false",
        "7712, 77G2, false",
        "7712, 77AB, false",
        "2026-11-22, 2026-02-29, false",
        "2026-11-22, 2024-02-29, true",
        "2026-11-22, 0000-01-01, true",
        "2026-11-22, 9999-12-31, true",
        "2026-11-22, 2026-13-01, false",
        "19:47:00, 24:00:00, true",
        "19:47:00, 25:00:00, false",
        "'2026-11-22T19:47:00', '2016-12-31T23:59:60', true",
        "19:47:00, 19:47:60, false",
        "19:47:00Z, 19:47:00z, false",
        "'\"len\": ', '\"len\":  ', false",
        "'\"len\": ', '\"len\": 0', false",
        "'\"a\"', '\"a long name\"', true",
    })
    void unusualSealWithRightSumsIsJudgedAlike(String usual, String unusual, boolean holds) {
        String head = new String(file(Layout.PRETTY), UTF_8).replaceFirst("[0-9a-f]{16}\"\n?}\n}\n$", "");
        String changed = head.replace(usual, unusual);
        assertThat(changed).isNotEqualTo(head);
        String counted = changed.replace(": " + head.length() + ",", ": " + changed.length() + ",");
        byte[] bytes = counted.getBytes(UTF_8);
        String sum = HexFormat.of().toHexDigits(Fingerprint.of(bytes).sums());
        byte[] file = (counted + sum + "\"}\n}\n").getBytes(UTF_8);
        judgedAlike(file);
        assertThat(Seals.check(file) instanceof SealCheck.Holds).isEqualTo(holds);
    }

    private static void judgedAlike(byte[] file) {
        assertThat(Seals.check(file)).as(() -> new String(file, ISO_8859_1)).isEqualTo(SealReader.of(file));
    }
}
