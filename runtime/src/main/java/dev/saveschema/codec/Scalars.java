package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Scanner;
import dev.saveschema.text.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JDK's types that stand in the file as one text, in the ISO form where there is one. A constant each, named for its type. */
public final class Scalars {

    public static final Scalar<Instant> INSTANT =
            new Scalar<>("an instant such as 2026-11-22T19:47:03Z", Instant::parse, Instant::toString, new Instants());

    public static final Scalar<LocalDate> LOCAL_DATE =
            new Scalar<>("a date such as 2026-11-22", IsoTime::parseLocalDate, LocalDate::toString);

    public static final Scalar<Duration> DURATION =
            new Scalar<>("a duration such as PT1H30M", IsoTime::parseDuration, Duration::toString);

    public static final Scalar<UUID> UUID = new Scalar<>("a UUID", Scalars::parseUuid, java.util.UUID::toString);

    private Scalars() {}

    private static final class Instants implements Scalar.Direct<Instant> {

        @Override
        public @Nullable Instant read(Scanner in) {
            return in.instant();
        }

        @Override
        public void write(ByteWriter out, Instant value) {
            out.instant(value);
        }
    }

    // UUID.fromString also takes shortened parts, such as 1-1-1-1-1, and signs, which are the mark of a damaged text.
    private static UUID parseUuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }
}
