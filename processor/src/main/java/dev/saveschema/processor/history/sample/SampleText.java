package dev.saveschema.processor.history.sample;

import dev.saveschema.processor.history.snapshot.TextFormat;
import dev.saveschema.processor.history.snapshot.ValueType;

/** A text of a format. Different numbers give different texts, as far as the limits allow. */
public final class SampleText {

    private SampleText() {}

    public static String of(ValueType.Text text, int number) {
        int n = 1 + number % 28;
        return switch (text.format()) {
            case ValueType.Text.PLAIN -> plain(text, number);
            case TextFormat.CHAR -> Character.toString('a' + number % 26);
            case "date-time" -> "2001-02-%02dT04:05:06Z".formatted(n);
            case "date" -> "2001-02-%02d".formatted(n);
            case "duration" -> "PT%dM".formatted(n);
            case "uuid" -> "00000000-0000-4000-8000-%012x".formatted(number + 1);
            case "local-time" -> "04:05:%02d".formatted(n);
            case "local-date-time" -> "2001-02-%02dT04:05:06".formatted(n);
            case "offset-date-time" -> "2001-02-%02dT04:05:06+01:00".formatted(n);
            case "zoned-date-time" -> "2001-02-%02dT04:05:06+01:00[Europe/Paris]".formatted(n);
            case "zone-id" -> "Etc/GMT+%d".formatted(1 + number % 11);
            case "period" -> "P%dD".formatted(n);
            case "year" -> Integer.toString(2001 + number % 100);
            case "year-month" -> "2001-%02d".formatted(1 + number % 12);
            case "uri" -> "https://example.org/" + number;
            case "locale" -> "en-x-n" + number;
            default -> throw new AssertionError(text.format());
        };
    }

    /** A text of an allowed length. Patterns are ignored here; see {@link MatchingText}. */
    private static String plain(ValueType.Text text, int number) {
        String wish = "text " + number;
        int length = Math.min(
                Math.max(wish.length(), text.size().least()), text.size().most());
        String digits = Integer.toString(number);
        return length <= digits.length()
                ? digits.substring(digits.length() - length)
                : wish.length() <= length ? wish + "x".repeat(length - wish.length()) : digits;
    }
}
