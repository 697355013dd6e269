package dev.saveschema.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the usual ISO forms of dates, instants and durations, without {@code DateTimeFormatter}, whose set-up costs more
 * than reading a whole save. Unusual forms are left to the JDK, so that the same texts are read and written.
 */
public final class IsoTime {

    /** The most characters that {@link #write} writes. */
    public static final int LONGEST_INSTANT = 30;

    private static final int SHORTEST_INSTANT = 20;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final String UNITS = "HMS";
    private static final int[] SECONDS_OF_UNIT = {3_600, 60, 1};

    // the number of digits that always fit an int
    private static final int MOST_DIGITS = 9;

    private IsoTime() {}

    /**
     * The instant of a text such as {@code 2026-11-22T19:47:03Z}, with a fraction of up to nine digits.
     *
     * @param from the place where the text begins
     * @param to the place where it ends
     * @return null if the text has another form; {@link Instant#parse} may still read it
     */
    public static @Nullable Instant instantIn(byte[] text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST_INSTANT
                || length == SHORTEST_INSTANT + 1
                || length > LONGEST_INSTANT
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 10] != 'T'
                || text[from + 13] != ':'
                || text[from + 16] != ':'
                || text[to - 1] != 'Z') {
            return null;
        }
        int year = digits(text, from, from + 4);
        int month = digits(text, from + 5, from + 7);
        int day = digits(text, from + 8, from + 10);
        int hour = digits(text, from + 11, from + 13);
        int minute = digits(text, from + 14, from + 16);
        int second = digits(text, from + 17, from + 19);
        int nano = length == SHORTEST_INSTANT ? 0 : text[from + 19] == '.' ? nano(text, from + 20, to - 1) : -1;
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 28 && day > lengthOf(month, year)) {
            return null;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return null;
        }
        long days = epochDay(year, month, day);
        return Instant.ofEpochSecond(days * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, nano);
    }

    // YearMonth, and since Java 25 LocalDate and IsoChronology by way of Year, set up the formatter of their own texts
    // when they are
    // asked for the length of a month: many classes, of which a first load needs none.
    private static int lengthOf(int month, int year) {
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return Month.of(month).length(isLeap);
    }

    /** The days since 1970-01-01, as {@link LocalDate#toEpochDay} counts them. */
    private static long epochDay(int year, int month, int day) {
        // Years are counted from March on, so that the day that leap years add is the last one.
        int yearFromMarch = month > 2 ? year : year - 1;
        int monthsSinceMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1;
        int leapDays =
                Math.floorDiv(yearFromMarch, 4) - Math.floorDiv(yearFromMarch, 100) + Math.floorDiv(yearFromMarch, 400);
        return 365L * yearFromMarch + leapDays + dayOfYear - 719_468;
    }

    /** As {@link Instant#parse}. */
    public static Instant parseInstant(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        Instant usual = instantIn(ascii, 0, ascii.length);
        return usual == null ? Instant.parse(text) : usual;
    }

    /** The same text as {@link Instant#toString}. */
    @SuppressWarnings("deprecation") // the quickest way from ASCII bytes to a text
    public static String format(Instant instant) {
        byte[] text = new byte[LONGEST_INSTANT];
        int end = write(instant, text, 0);
        return end < 0 ? instant.toString() : new String(text, 0, 0, end);
    }

    /**
     * Writes the text of an instant in ASCII.
     *
     * @param out the array, with room for {@link #LONGEST_INSTANT} bytes
     * @return the place of the next byte. It is negative, and nothing is written, outside of the years 0 to 9999, for which ISO has
     *     a sign and more digits
     */
    public static int write(Instant instant, byte[] out, int at) {
        long day = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY);
        int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        // 0000-01-01 to 9999-12-31
        if (day < -719_528 || day > 2_932_896) {
            return -1;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        two(date.getYear() / 100, out, at);
        two(date.getYear() % 100, out, at + 2);
        out[at + 4] = '-';
        two(date.getMonthValue(), out, at + 5);
        out[at + 7] = '-';
        two(date.getDayOfMonth(), out, at + 8);
        out[at + 10] = 'T';
        two(second / 3_600, out, at + 11);
        out[at + 13] = ':';
        two(second / 60 % 60, out, at + 14);
        out[at + 16] = ':';
        two(second % 60, out, at + 17);
        int end = fraction(instant.getNano(), out, at + 19);
        out[end] = 'Z';
        return end + 1;
    }

    private static void two(int number, byte[] out, int at) {
        out[at] = (byte) ('0' + number / 10);
        out[at + 1] = (byte) ('0' + number % 10);
    }

    // The fraction of a second in the digits of Instant.toString: none, three, six or nine.
    private static int fraction(int nano, byte[] out, int at) {
        if (nano == 0) {
            return at;
        }
        int count = nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
        int rest = nano;
        for (int digit = 9; digit > 0; digit--) {
            if (digit <= count) {
                out[at + digit] = (byte) ('0' + rest % 10);
            }
            rest /= 10;
        }
        out[at] = '.';
        return at + 1 + count;
    }

    /** The date of {@code 2026-11-22}; other texts are left to {@link LocalDate#parse}. */
    public static LocalDate parseLocalDate(String text) {
        if (text.length() != 10 || !isDate(text)) {
            return LocalDate.parse(text);
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    /**
     * The duration of {@code PT34H17M36S}, in whole seconds and not negative; other texts are left to {@link Duration#parse}, which
     * is slow since it works with regular expressions.
     */
    public static Duration parseDuration(String text) {
        if (!text.startsWith("PT") || text.length() == 2) {
            return Duration.parse(text);
        }
        long seconds = 0;
        int from = 2;
        for (int unit = 0; unit < UNITS.length() && from < text.length(); unit++) {
            int end = text.indexOf(UNITS.charAt(unit), from);
            if (end < 0) {
                continue;
            }
            int number = end > from && end - from <= MOST_DIGITS ? digits(text, from, end) : -1;
            if (number < 0) {
                return Duration.parse(text);
            }
            seconds += (long) number * SECONDS_OF_UNIT[unit];
            from = end + 1;
        }
        return from == text.length() ? Duration.ofSeconds(seconds) : Duration.parse(text);
    }

    /**
     * The year as {@link Year#parse} reads it: {@code 2026}, {@code -0044}, {@code +12345}. {@link Year#toString} leaves out the zeros and
     * the plus.
     */
    public static String format(Year year) {
        return year(new StringBuilder(), year.getValue()).toString();
    }

    /**
     * The month as {@link YearMonth#parse} reads it: {@code 2026-11}, {@code +12345-11}. {@link YearMonth#toString} leaves out the plus.
     */
    public static String format(YearMonth month) {
        StringBuilder text = year(new StringBuilder(10), month.getYear()).append('-');
        return two(text, month.getMonthValue()).toString();
    }

    private static StringBuilder year(StringBuilder text, int year) {
        String digits = Integer.toString(Math.abs(year));
        return text.append(year < 0 ? "-" : year > 9999 ? "+" : "")
                .append("0".repeat(Math.max(0, 4 - digits.length())))
                .append(digits);
    }

    private static boolean isDate(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && digits(text, 0, 4) >= 0
                && digits(text, 5, 7) >= 0
                && digits(text, 8, 10) >= 0;
    }

    /** The number of these digits; -1 if one of the characters is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int digits(byte[] text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int nano(byte[] text, int from, int to) {
        int nano = digits(text, from, to);
        for (int missing = 9 - (to - from); missing > 0 && nano > 0; missing--) {
            nano *= 10;
        }
        return nano;
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
