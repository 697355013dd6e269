package dev.saveschema.processor.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The JDK's types that a file holds as one text, each with a sample of its text and the method that reads it. */
public enum ScalarKind {
    INSTANT(Instant.class, "2026-11-22T19:47:03Z", Instant::parse),
    LOCAL_DATE(LocalDate.class, "2026-11-22", LocalDate::parse),
    LOCAL_TIME(LocalTime.class, "19:47:03", LocalTime::parse),
    LOCAL_DATE_TIME(LocalDateTime.class, "2026-11-22T19:47:03", LocalDateTime::parse),
    OFFSET_DATE_TIME(OffsetDateTime.class, "2026-11-22T19:47:03+01:00", OffsetDateTime::parse),
    ZONED_DATE_TIME(ZonedDateTime.class, "2026-11-22T19:47:03+01:00[Europe/Berlin]", ZonedDateTime::parse),
    ZONE_ID(ZoneId.class, "Europe/Berlin", ZoneId::of),
    DURATION(Duration.class, "PT10M", Duration::parse),
    PERIOD(Period.class, "P1Y2M3D", Period::parse),
    YEAR(Year.class, "2026", text -> Year.from(YearMonth.parse(text + "-01"))),
    YEAR_MONTH(YearMonth.class, "2026-11", YearMonth::parse),
    UUID(UUID.class, "123e4567-e89b-12d3-a456-426614174000", ScalarKind::uuid),
    URI(URI.class, "https://example.org/", java.net.URI::create),
    LOCALE(Locale.class, "en-GB", ScalarKind::locale);

    private final Class<?> type;
    private final String sample;
    private final Function<String, Object> parser;

    ScalarKind(Class<?> type, String sample, Function<String, Object> parser) {
        this.type = type;
        this.sample = sample;
        this.parser = parser;
    }

    /** The class in Java. */
    public Class<?> type() {
        return type;
    }

    /** A text of the kind, for messages: {@code PT10M}. */
    public String sample() {
        return sample;
    }

    /** Whether its values have a natural order. */
    public boolean isComparable() {
        return Comparable.class.isAssignableFrom(type);
    }

    /**
     * Reads a text as the runtime does.
     *
     * @throws RuntimeException if the text is none of the kind
     */
    public Object parse(String text) {
        return parser.apply(text);
    }

    private static UUID uuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    private static Locale locale(String tag) {
        if (tag.isEmpty()) {
            throw new IllformedLocaleException("und is the tag of no language");
        }
        Locale locale = new Locale.Builder().setLanguageTag(tag).build();
        return new Locale.Builder().setLanguageTag(locale.toLanguageTag()).build();
    }
}
