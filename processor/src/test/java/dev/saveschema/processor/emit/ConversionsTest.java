package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Components whose type changed, each value of which a method of the developer's converts. */
class ConversionsTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Time", """
                @SaveSchema(version = 2)
                public record Time(
                    @RenamedFrom(value = "minutes", since = 2) @Default("PT0S") Duration played,
                    @Default("0") int level,
                    List<Item> items,
                    @Default("LOW") Mode mode,
                    Optional<String> note) {
                  @Migration(from = 1, to = 2, component = "played")
                  static Duration convert(int minutes) { return Duration.ofMinutes(minutes); }

                  @Migration(from = 1, to = 2, component = "level")
                  static int convert(String level) { return Integer.parseInt(level); }

                  @Migration(from = 1, to = 2, component = "items")
                  static List<Item> convert(List<String> names) { return names.stream().map(Item::new).toList(); }

                  @Migration(from = 1, to = 2, component = "mode")
                  static Mode convert(boolean high) { return high ? Mode.HIGH : null; }

                  @Migration(from = 1, to = 2, component = "note")
                  static Optional<String> convert(Map<String, Item> notes) { return notes.keySet().stream().findFirst(); }

                  public record Item(@Default("?") String name) {}
                  public enum Mode { LOW, HIGH }
                }
                """).schema("Time");
    }

    @Test
    void eachValueIsConverted() {
        Document<Object> document = Running.read(schema, """
                {"minutes": 90, "level": "7", "items": ["a", "b"], "mode": true, "note": {"n": {"name": "x"}}}""");
        assertThat(document.value())
                .hasToString("Time[played=PT1H30M, level=7, items=[Item[name=a], Item[name=b]], mode=HIGH, "
                        + "note=Optional[n]]");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps().get(0).changes())
                .contains("convert: changed level from \"7\" to 7", "renamed minutes to played");
    }

    @Test
    void aValueThatTheOldTypeCannotBeIsReportedAndTakesTheDefault() {
        Document<Object> document =
                Running.read(schema, "{\"minutes\": \"x\", \"level\": 7, \"items\": {}, \"mode\": null, \"note\": []}");
        assertThat(document.value()).hasToString("Time[played=PT0S, level=0, items=[], mode=LOW, note=Optional.empty]");
        assertThat(Running.repairs(document))
                .startsWith(
                        "minutes: \"x\" is not a whole number; used its default",
                        "level: 7 is not text; used its default",
                        "items: an object is not an array; used its default",
                        "mode: null; used its default",
                        "note: an array is not an object; used its default");
    }

    /** An element that cannot be read for a conversion is lost, so that it is reported. */
    @Test
    void anUnusablePartOfAnOldValueIsReported() {
        Document<Object> document = Running.read(
                schema,
                "{\"minutes\": 1, \"level\": \"1\", \"items\": [\"a\", 5, \"b\"], \"mode\": true, \"note\": {}}");
        assertThat(document.value().toString()).contains("items=[Item[name=a], Item[name=b]]");
        assertThat(Running.repairs(document)).containsExactly("items[1]: 5 is not text; dropped");
    }

    @Test
    void aConversionThatThrowsOrAnswersNullIsReportedAndTheDefaultUsed() {
        Document<Object> document = Running.read(
                schema, "{\"minutes\": 1, \"level\": \"x\", \"items\": [], \"mode\": false, \"note\": {}}");
        assertThat(document.value().toString()).contains("level=0", "mode=LOW");
        assertThat(document.repairs()).extracting(Repair::reason).contains(Reason.MIGRATION_FAILED);
        assertThat(document.repairs().stream().filter(repair -> repair.reason() == Reason.MIGRATION_FAILED))
                .extracting(Repair::pointer)
                .containsExactly("/level", "/mode");
        assertThat(Running.repairs(document).get(0))
                .isEqualTo("level: step convert from version 1 to 2 threw java.lang.NumberFormatException: "
                        + "For input string: \"x\"; used its default");
    }

    @Test
    void anAbsentValueIsNotConverted() {
        Document<Object> document = Running.read(schema, "{\"minutes\": 1}");
        assertThat(document.repairs()).extracting(Repair::reason).containsOnly(Reason.MISSING);
        assertThat(document.value().toString()).startsWith("Time[played=PT1M, level=0");
    }
}
