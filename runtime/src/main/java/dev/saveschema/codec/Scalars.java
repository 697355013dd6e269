package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Scanner;
import dev.saveschema.text.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's types that stand in the file as one text, in the ISO form where there is one. Each is a constant with its type's name.
 * They are classes, since the first lambda of a program costs more time than a load does.
 */
public final class Scalars {

    public static final Scalar<Instant> INSTANT = new InstantScalar();
    public static final Scalar<LocalDate> LOCAL_DATE = new LocalDateScalar();
    public static final Scalar<Duration> DURATION = new DurationScalar();
    public static final Scalar<UUID> UUID = new UuidScalar();

    private Scalars() {}

    private static final class InstantScalar extends Scalar<Instant> {

        private InstantScalar() {
            super("an instant such as 2026-11-22T19:47:03Z");
        }

        @Override
        Instant parsed(String text) {
            return IsoTime.parseInstant(text);
        }

        @Override
        String format(Instant value) {
            return value.toString();
        }

        @Override
        boolean isInPlace() {
            return true;
        }

        @Override
        @Nullable Instant readInPlace(Scanner in) {
            return in.instant();
        }

        @Override
        void writeInPlace(ByteWriter out, Instant value) {
            out.instant(value);
        }
    }

    private static final class LocalDateScalar extends Scalar<LocalDate> {

        private LocalDateScalar() {
            super("a date such as 2026-11-22");
        }

        @Override
        LocalDate parsed(String text) {
            return IsoTime.parseLocalDate(text);
        }

        @Override
        String format(LocalDate value) {
            return value.toString();
        }
    }

    private static final class DurationScalar extends Scalar<Duration> {

        private DurationScalar() {
            super("a duration such as PT1H30M");
        }

        @Override
        Duration parsed(String text) {
            return IsoTime.parseDuration(text);
        }

        @Override
        String format(Duration value) {
            return value.toString();
        }
    }

    private static final class UuidScalar extends Scalar<UUID> {

        private UuidScalar() {
            super("a UUID");
        }

        // UUID.fromString would also accept shortened parts, such as 1-1-1-1-1, and signs, which are marks of a damaged
        // text.
        @Override
        UUID parsed(String text) {
            UUID uuid = java.util.UUID.fromString(text);
            if (!uuid.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException(text);
            }
            return uuid;
        }

        @Override
        String format(UUID value) {
            return value.toString();
        }
    }
}
