package dev.saveschema.codec;

import dev.saveschema.text.IsoTime;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The types of {@code java.time} that few saves have, each as a constant with its type's name. They are apart from {@link Scalars},
 * so that a program which uses none of them does not load them.
 */
public final class CalendarScalars {

    public static final Scalar<LocalTime> LOCAL_TIME =
            Scalar.of("a time such as 19:47:03", LocalTime::parse, LocalTime::toString);

    public static final Scalar<LocalDateTime> LOCAL_DATE_TIME =
            Scalar.of("a date and time such as 2026-11-22T19:47:03", LocalDateTime::parse, LocalDateTime::toString);

    public static final Scalar<OffsetDateTime> OFFSET_DATE_TIME = Scalar.of(
            "a date and time such as 2026-11-22T19:47:03+01:00",
            OffsetDateTime::parse,
            value -> withSeconds(value.toString()));

    public static final Scalar<ZonedDateTime> ZONED_DATE_TIME = Scalar.of(
            "a date and time such as 2026-11-22T19:47:03+01:00[Europe/Berlin]",
            ZonedDateTime::parse,
            value -> withSeconds(value.toString()));

    public static final Scalar<ZoneId> ZONE_ID =
            Scalar.of("a time zone such as Europe/Berlin", ZoneId::of, ZoneId::getId);

    public static final Scalar<Period> PERIOD = Scalar.of("a period such as P1Y2M3D", Period::parse, Period::toString);

    public static final Scalar<Year> YEAR =
            Scalar.of("a year such as 2026", CalendarScalars::parseYear, IsoTime::format);

    public static final Scalar<YearMonth> YEAR_MONTH =
            Scalar.of("a month such as 2026-11", YearMonth::parse, IsoTime::format);

    private CalendarScalars() {}

    /** The text with its seconds: the JDK leaves out seconds that are zero, and other readers need them. */
    private static String withSeconds(String text) {
        int seconds = text.indexOf('T') + "T19:47".length();
        return text.charAt(seconds) == ':' ? text : text.substring(0, seconds) + ":00" + text.substring(seconds);
    }

    // Year.parse would also accept 26 and 02026.
    private static Year parseYear(String text) {
        return Year.from(YearMonth.parse(text + "-01"));
    }
}
