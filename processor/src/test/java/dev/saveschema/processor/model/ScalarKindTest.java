package dev.saveschema.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.emit.Running;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScalarKindTest {

    private static final List<String> ODD = List.of(
            "",
            " ",
            "x",
            "0",
            "-0",
            "26",
            "02026",
            "+2026",
            "-2026",
            "+10000",
            "10000",
            "2026-1",
            "2026-13",
            "2026-02-30",
            "2024-02-29",
            "+10000-01-01",
            "10000-01-01",
            " 2026-11-22",
            "2026-11-22 ",
            "2026-11-22T19:47Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T23:59:60Z",
            "2026-11-22t19:47:03z",
            "2026-11-22T19:47:03.Z",
            "2026-11-22T19:47:03,5Z",
            "2026-11-22T19:47:03.123456789Z",
            "2026-11-22T19:47:03.1234567890Z",
            "2026-11-22T19:47:03+0100",
            "2026-11-22T19:47:03+01",
            "2026-11-22T19:47:03+01:00:30",
            "2026-11-22T19:47:03+19:00",
            "2026-11-22T19:47:03Z[Europe/Berlin]",
            "2026-11-22T19:47:03+05:00[Europe/Berlin]",
            "2026-11-22T19:47:03Z[nowhere]",
            "19:47",
            "24:00",
            "19:47:03.",
            "1:02",
            "PT",
            "P",
            "p1d",
            "pt1s",
            "PT-1S",
            "-PT1S",
            "+PT1S",
            "PT1.5M",
            "PT0.1234567890S",
            "P1W",
            "P1DT1H",
            "PT1S1M",
            "P1Y2M3D",
            "-P-1Y",
            "PT9223372036854775807S",
            "PT9223372036854775808S",
            "Z",
            "z",
            "UTC",
            "utc",
            "GMT+1",
            "UTC+01:00",
            "+05",
            "+5",
            "Europe/berlin",
            "EST",
            "1-1-1-1-1",
            "123E4567-E89B-12D3-A456-426614174000",
            "+23e4567-e89b-12d3-a456-426614174000",
            "123e4567e89b12d3a456426614174000",
            "en",
            "EN",
            "und",
            "UND",
            "en_GB",
            "en-GB-x",
            "en-GB-x-priv",
            "i-klingon",
            "x-lvariant-a",
            "de-DE-u-co-phonebk",
            "no-NO-NY",
            "a b",
            "%",
            "http://[",
            "http://[::1]/",
            "mailto:a@b",
            "#f",
            "é");

    /** A default is judged by the compiler, and read from the file that it was written to. */
    @Test
    void theCompilerReadsATextAsTheRuntimeDoes() {
        List<String> texts = Stream.concat(
                        ODD.stream(), Arrays.stream(ScalarKind.values()).map(ScalarKind::sample))
                .toList();
        String components = Arrays.stream(ScalarKind.values())
                .map(kind -> "List<%s> %s".formatted(kind.type().getCanonicalName(), component(kind)))
                .collect(Collectors.joining(", "));
        String listed = texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
        String save = Arrays.stream(ScalarKind.values())
                .map(kind -> "\"%s\": %s".formatted(component(kind), listed))
                .collect(Collectors.joining(", ", "{\"$version\": 1, ", "}"));
        Object read = Running.read(
                        Running.compile("Texts", "@SaveSchema(version = 1) public record Texts(" + components + ") {}")
                                .schema("Texts"),
                        save)
                .value();
        for (ScalarKind kind : ScalarKind.values()) {
            assertThat(Running.get(read, component(kind))).as(kind.name()).isEqualTo(accepted(kind, texts));
        }
    }

    private static String component(ScalarKind kind) {
        return "of" + kind.name().replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<Object> accepted(ScalarKind kind, List<String> texts) {
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            try {
                values.add(kind.parse(text));
            } catch (DateTimeException | IllegalArgumentException | IllformedLocaleException e) {
                // it is none of these
                continue;
            }
        }
        return values;
    }
}
