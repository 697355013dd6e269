package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarScalarsTest {

    private static final Map<Scalar<?>, List<String>> REFUSED = Map.of(
            CalendarScalars.LOCAL_TIME, List.of("", "24:00", "9:00", "12", "12:60", "12:00Z", " 12:00", "12:00:00,5"),
            CalendarScalars.LOCAL_DATE_TIME,
                    List.of("2026-11-22", "2026-02-29T00:00", "2026-11-22 10:00", "2026-11-22T10:00Z"),
            CalendarScalars.OFFSET_DATE_TIME,
                    List.of("2026-11-22T10:00", "2026-11-22T10:00+19:00", "2026-11-22T10:00+01:00[Z]"),
            CalendarScalars.ZONED_DATE_TIME,
                    List.of("2026-11-22T10:00", "2026-11-22T10:00+01:00[Europe/Berlim]", "[UTC]"),
            CalendarScalars.ZONE_ID, List.of("", "Europe/Berlim", "europe/berlin", "+19:00", "CEST ", "EST5"),
            CalendarScalars.PERIOD, List.of("", "P", "PT1H", "P1.5D", "1D", "P2147483648D"),
            CalendarScalars.YEAR, List.of("", "26", "02026", "12026", "+2026", "+1000000000", "２０２６"),
            CalendarScalars.YEAR_MONTH, List.of("2026", "2026-13", "2026-1", "2026-11-22", "12026-01"));

    @Test
    void whatIsNoneOfTheseIsNotRead() {
        REFUSED.forEach((scalar, texts) -> texts.forEach(text ->
                assertThat(scalar.parse(text)).as("%s: %s", scalar.noun(), text).isNull()));
    }

    @Test
    void yearsHaveFourDigitsAndASignBeyond() {
        assertThat(List.of(44, -44, 0, 9999, 10_000, -12_345))
                .extracting(year -> CalendarScalars.YEAR.format(Year.of(year)))
                .containsExactly("0044", "-0044", "0000", "9999", "+10000", "-12345");
        assertThat(CalendarScalars.YEAR_MONTH.format(YearMonth.of(10_000, 1))).isEqualTo("+10000-01");
        assertThat(CalendarScalars.YEAR_MONTH.format(YearMonth.of(-1, 12))).isEqualTo("-0001-12");
    }

    /** The clock and the zone contradict each other, as may happen after a change of law. */
    @Test
    void theInstantOfAZonedTimeCountsNotItsClock() {
        assertThat(CalendarScalars.ZONED_DATE_TIME.parse("2026-07-01T12:00+01:00[Europe/Berlin]"))
                .isEqualTo(ZonedDateTime.of(2026, 7, 1, 13, 0, 0, 0, ZoneId.of("Europe/Berlin")));
    }
}
