package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each question about a word of eight bytes has the answer that looking at its bytes one by one gives. */
class SwarTest {

    private static final int WORDS = 200_000;

    private final Random random = new Random(8);

    private byte[] word() {
        byte[] bytes = new byte[Swar.BYTES];
        random.nextBytes(bytes);
        // bytes beside the borders of what is special are rare otherwise
        byte[] borders = {
            0, 1, ' ' - 1, ' ', '!', '"', '#', '[', '\\', ']', 0x7f, (byte) 0x80, (byte) 0xa2, (byte) 0xdc, -1
        };
        for (int at = 0; at < bytes.length; at++) {
            if (random.nextInt(3) > 0) {
                bytes[at] = borders[random.nextInt(borders.length)];
            }
        }
        return bytes;
    }

    private static int firstSpecial(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] < 0 || bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\')) {
            at++;
        }
        return at;
    }

    private static int first(byte[] bytes, char wanted) {
        int at = 0;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    @Test
    void theFirstMarkedByteIsTheFirstThatIsSpecialOrThatIsLookedFor() {
        for (int round = 0; round < WORDS; round++) {
            byte[] bytes = word();
            long word = Swar.over(bytes).getLong(0);
            long special = Swar.special(word);
            assertThat(special == 0 ? Swar.BYTES : Swar.first(special)).isEqualTo(firstSpecial(bytes));
            long quotes = Swar.equal(word, '"');
            assertThat(quotes == 0 ? Swar.BYTES : Swar.first(quotes)).isEqualTo(first(bytes, '"'));
        }
    }

    @Test
    void onlyTheBytesBeforeTheFirstMarkAreLookedAtForWhatIsBeyondAscii() {
        int marked = 0;
        for (int round = 0; round < WORDS; round++) {
            byte[] bytes = word();
            long word = Swar.over(bytes).getLong(0);
            long marks = Swar.special(word);
            if (marks != 0) {
                marked++;
                boolean isBeyond = false;
                for (int at = 0; at < firstSpecial(bytes); at++) {
                    isBeyond |= bytes[at] < 0;
                }
                assertThat(Swar.isBeyondAscii(Swar.before(marks, word))).isEqualTo(isBeyond);
            }
        }
        assertThat(marked).isGreaterThan(WORDS / 10);
    }

    @Test
    void theFirstByteOfAWordIsItsLowest() {
        assertThat(Swar.over(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).getLong(0)).isEqualTo(0x0807_0605_0403_0201L);
    }
}
