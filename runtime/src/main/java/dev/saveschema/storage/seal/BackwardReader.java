package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads bytes from the last one towards the first. Bytes that were not asked for end the reading: from then on the reader stays where it
 * is, and its answers mean nothing. So it is enough to ask {@link #isGood} at the end.
 */
final class BackwardReader {

    private static final int HEX_DIGITS = 16;

    /** The form of a time, with a zero in the place of each digit. */
    private static final String TIME = "0000-00-00T00:00:00Z";

    private final byte[] file;
    private int position;
    private int lowest;
    private boolean good = true;

    BackwardReader(byte[] file) {
        this(file, file.length);
    }

    /** @param end the number of bytes that precede the place where the reading begins */
    BackwardReader(byte[] file, int end) {
        this.file = file;
        this.position = end;
        this.lowest = end;
    }

    boolean isGood() {
        return good;
    }

    /** How many bytes are left. */
    int position() {
        return position;
    }

    /** The first of the bytes that were looked at. Those before it have no part in what went wrong. */
    int lowest() {
        return lowest;
    }

    /** Ends the reading unless this is true. */
    void require(boolean holds) {
        good = good && holds;
    }

    /** Both sums of the first so many bytes. */
    long sumsUpTo(int length) {
        return Fingerprint.of(file, length).sums();
    }

    /** Goes back over exactly these bytes. */
    boolean skip(byte[] bytes) {
        int from = position - bytes.length;
        return goBack(from, from >= 0 && Arrays.equals(file, from, position, bytes, 0, bytes.length));
    }

    /** Goes back over digits, at most so many. A zero in front, or no digit, ends the reading. */
    long number(int mostDigits) {
        int end = position;
        long number = 0;
        long unit = 1;
        int at = end;
        while (good && at > 0 && end - at < mostDigits && isDigit(file[at - 1])) {
            at--;
            number += unit * (file[at] - '0');
            unit *= 10;
        }
        goBack(at, at < end && file[at] != '0', at - 1); // the byte that ends it was looked at, too
        return number;
    }

    /** Goes back over 16 hex digits in lower case. */
    long hex() {
        int from = position - HEX_DIGITS;
        long value = 0;
        boolean asked = good && from >= 0;
        for (int at = from; asked && at < position; at++) {
            int digit = hexDigit(file[at]);
            value = value << 4 | digit;
            asked = digit >= 0;
        }
        goBack(from, asked);
        return value;
    }

    /** As {@link #hex}, but answers the text. */
    String hexText() {
        hex();
        return good ? new String(file, position, HEX_DIGITS, ISO_8859_1) : "";
    }

    /** Goes back over a time in whole seconds. A leap second, or a day's end as 24:00, ends the reading. */
    Instant time() {
        int from = position - TIME.length();
        if (!goBack(from, from >= 0 && isLikeATime(from))) {
            return Instant.EPOCH;
        }
        int year = pair(from) * 100 + pair(from + 2);
        try {
            return LocalDateTime.of(
                            year, pair(from + 5), pair(from + 8), pair(from + 11), pair(from + 14), pair(from + 17))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchTime) {
            // The message of the exception would tell nobody anything: SealReader says what stands here instead.
            good = false;
            return Instant.EPOCH;
        }
    }

    private boolean isLikeATime(int from) {
        for (int i = 0; i < TIME.length(); i++) {
            byte letter = file[from + i];
            if (TIME.charAt(i) == '0' ? !isDigit(letter) : letter != TIME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int pair(int at) {
        return (file[at] - '0') * 10 + file[at + 1] - '0';
    }

    private boolean goBack(int newPosition, boolean asAsked) {
        return goBack(newPosition, asAsked, newPosition);
    }

    private boolean goBack(int newPosition, boolean asAsked, int lookedAt) {
        if (good) {
            lowest = Math.max(0, lookedAt);
            good = asAsked;
        }
        if (good) {
            position = newPosition;
        }
        return good;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int hexDigit(byte letter) {
        if (isDigit(letter)) {
            return letter - '0';
        }
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
