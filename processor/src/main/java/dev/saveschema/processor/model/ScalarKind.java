package dev.saveschema.processor.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** The JDK's types that a file holds as one text, and how that text reads. */
public enum ScalarKind {
    INSTANT(Instant.class, "2026-11-22T19:47:03Z", Instant::parse),
    LOCAL_DATE(LocalDate.class, "2026-11-22", LocalDate::parse),
    DURATION(Duration.class, "PT10M", Duration::parse),
    UUID(UUID.class, "123e4567-e89b-12d3-a456-426614174000", java.util.UUID::fromString);

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

    /** A text that is one, for messages. */
    public String sample() {
        return sample;
    }

    /**
     * Reads a text as the runtime would.
     *
     * @throws RuntimeException if it is not one
     */
    public Object parse(String text) {
        return parser.apply(text);
    }
}
