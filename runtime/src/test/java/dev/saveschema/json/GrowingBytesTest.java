package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingBytesTest {

    private static final class Bytes extends GrowingBytes {

        Bytes(int size) {
            super(size);
        }

        String text() {
            return new String(toByteArray(), US_ASCII);
        }
    }

    @Test
    void everyKindOfBytesIsWrittenWhereverTheArrayIsFull() {
        for (int size = 0; size < 40; size++) {
            Bytes out = new Bytes(size);
            StringBuilder expected = new StringBuilder();
            for (int length = 0; length < 20; length++) {
                String part = "abcdefghijklmnopqrst".substring(0, length);
                out.raw('[');
                out.raw(part);
                out.raw(part.getBytes(US_ASCII));
                out.raw(("xx" + part).getBytes(US_ASCII), 2, length);
                out.raw(Piece.of(part.getBytes(US_ASCII)));
                out.newLine(length);
                expected.append('[').append(part.repeat(4)).append('\n').append(" ".repeat(length));
            }
            assertThat(out.text()).isEqualTo(expected.toString());
            assertThat(out.length()).isEqualTo(expected.length());
        }
    }

    @Test
    void whatIsTakenOutIsNotChangedByWhatIsWrittenNext() {
        Bytes out = new Bytes(4);
        out.raw("one");
        byte[] one = out.toByteArray();
        out.clear(100);
        out.raw("two");
        assertThat(new String(one, US_ASCII)).isEqualTo("one");
        assertThat(out.text()).isEqualTo("two");
    }

    @Test
    void roomIsLeftBehindTheBytes() {
        Bytes out = new Bytes(4);
        out.raw("one");
        assertThat(out.toByteArray(10)).hasSize(13).startsWith('o', 'n', 'e');
    }

    @Test
    void onlyAnArrayThatIsNotTooLargeIsKept() {
        Bytes out = new Bytes(4);
        out.raw("x".repeat(5_000));
        byte[] array = out.out;
        out.clear(array.length);
        assertThat(out.out).isSameAs(array);
        out.clear(array.length - 1);
        assertThat(out.out).hasSize(GrowingBytes.FIRST_SIZE);
        out.raw(Piece.of("piece".getBytes(US_ASCII)));
        assertThat(out.text()).isEqualTo("piece");
    }
}
