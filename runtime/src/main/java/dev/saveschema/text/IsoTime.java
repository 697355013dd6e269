package dev.saveschema.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * The usual ISO forms of dates, instants and durations, without {@code DateTimeFormatter}: setting that up costs more than reading
 * a whole save. Whatever is unusual is left to the JDK, so that what is read and written is the same.
 */
public final class IsoTime {

    private static final long SECONDS_OF_DAY = 86_400;
    private static final String UNITS = "HMS";
    private static final int[] SECONDS_OF_UNIT = {3_600, 60, 1};

    // that always fit an int
    private static final int MOST_DIGITS = 9;

    private IsoTime() {}

    /** {@code 2026-11-22T19:47:03Z}, with a fraction of up to nine digits; else as {@link Instant#parse}. */
    public static Instant parseInstant(String text) {
        int length = text.length();
        if (length < 20
                || length == 21
                || length > 30
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z'
                || !isDate(text)) {
            return Instant.parse(text);
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nano = length == 20 ? 0 : text.charAt(19) == '.' ? nano(text, 20, length - 1) : -1;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return Instant.parse(text);
        }
        long day = parseLocalDate(text.substring(0, 10)).toEpochDay();
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, nano);
    }

    /** The same text as {@link Instant#toString}. */
    public static String format(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY);
        int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        // 0000-01-01 to 9999-12-31: outside, ISO writes a sign and more digits
        if (day < -719_528 || day > 2_932_896) {
            return instant.toString();
        }
        StringBuilder text =
                new StringBuilder(30).append(LocalDate.ofEpochDay(day)).append('T');
        two(text, second / 3_600).append(':');
        two(text, second / 60 % 60).append(':');
        two(text, second % 60);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    /** {@code 2026-11-22}; else as {@link LocalDate#parse}. */
    public static LocalDate parseLocalDate(String text) {
        if (text.length() != 10 || !isDate(text)) {
            return LocalDate.parse(text);
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    /** {@code PT34H17M36S}, whole and not negative; else as {@link Duration#parse}, which works with regular expressions. */
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

    /** {@code 2026}, {@code -0044}, {@code +12345}: what {@link Year#parse} reads, which {@link Year#toString} is not always. */
    public static String format(Year year) {
        return year(new StringBuilder(), year.getValue()).toString();
    }

    /** {@code 2026-11}: what {@link YearMonth#parse} reads, which {@link YearMonth#toString} is not always. */
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

    /** The number that the digits make; -1 if one of them is no digit. */
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

    private static int nano(String text, int from, int to) {
        int nano = digits(text, from, to);
        for (int missing = 9 - (to - from); missing > 0 && nano > 0; missing--) {
            nano *= 10;
        }
        return nano;
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    // As Instant.toString: none, three, six or nine digits.
    private static void fraction(StringBuilder text, int nano) {
        if (nano == 0) {
            return;
        }
        String nine = Integer.toString(1_000_000_000 + nano).substring(1);
        int length = nine.endsWith("000000") ? 3 : nine.endsWith("000") ? 6 : 9;
        text.append('.').append(nine, 0, length);
    }
}
