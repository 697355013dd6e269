package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile file cannot write to a terminal through a report, fill the memory with one, or make a load throw. */
class HostileTextTest {

    private static final String NASTY = "\\u001b[2J\\n\\r\\u0000\\u202e\\u2028\\u0085";

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Victim", """
                @SaveSchema(version = 2, unversioned = 2)
                public record Victim(
                    @Default("0") int number, @Default("-") @Size(max = 1) String text, @Default("A") Kind kind,
                    Map<String, Integer> map, Map<Integer, Integer> byNumber, Map<Kind, Integer> byKind,
                    @Default("PT0S") Duration time, @Default("0") BigDecimal exact, @Default("0") BigInteger whole) {
                  public enum Kind { A }
                }
                """).schema("Victim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": \"X\"}",
                "{\"text\": \"XX\"}",
                "{\"kind\": \"X\"}",
                "{\"time\": \"X\"}",
                "{\"map\": {\"X\": \"X\"}}",
                "{\"byNumber\": {\"X\": 1}}",
                "{\"byKind\": {\"X\": 1}}",
                "{\"X\": \"X\"}",
                "{\"map\": {\"X\": {\"X\": [1]}}}",
                "{\"$version\": \"X\"}",
                "{\"$version\": 1, \"X\": 1, \"map\": {\"X\": \"X\"}}",
            })
    void whatTheFileSaysIsEscapedAndCut(String json) {
        for (String text : List.of(NASTY, NASTY + "x".repeat(100_000))) {
            Document<Object> document = Running.read(schema, json.replace("X", text));
            assertThat(document.repairs()).isNotEmpty();
            for (Repair repair : document.repairs()) {
                assertThat(repair.toString()
                                .chars()
                                .filter(c -> Character.getType(c) == Character.CONTROL
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.LINE_SEPARATOR))
                        .as(json)
                        .isEmpty();
                assertThat(repair.toString().length()).as(json).isLessThan(500);
                assertThat(repair.pointer().length() + repair.found().orElse("").length())
                        .isLessThan(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "-1e99999999999",
                "1e-99999999999",
                "1e2147483648",
                "0e99999999999",
                "1e999999999",
                "1e-999999999",
                "0.1e1",
            })
    void aNumberWithAnAbsurdExponentIsAValueLikeAnyOther(String number) {
        for (String component : List.of("number", "exact", "whole")) {
            for (int version : List.of(1, 2)) {
                Document<Object> document = Running.read(
                        schema,
                        "{\"$version\": " + version + ", \"" + component + "\": " + number + ", \"text\": \"x\"}");
                assertThat(document.value().toString()).contains("text=x");
                assertThat(Running.read(schema, Running.write(schema, document.value()))
                                .value())
                        .isEqualTo(document.value());
            }
        }
    }

    @Test
    void aThousandRepairsAreListedAndTheRestCounted() {
        StringBuilder json = new StringBuilder("{\"map\": {");
        for (int key = 0; key < 5_000; key++) {
            json.append('"').append(key).append("\": \"x\", ");
        }
        Document<Object> document = Running.read(schema, json + "\"k\": 1}}");
        assertThat(document.repairs()).hasSizeBetween(1_000, 1_003);
        assertThat(document.value().toString()).contains("map={k=1}");
        assertThat(Running.repairs(document)).contains("the file: 4000 more repairs; not listed one by one");
    }

    /** The file is as deep as a load may be allowed to read, and goes through a step whose changes are written down. */
    @Test
    void aDeepFileIsMigrated() {
        Schema<Object> deep = Running.compile("Deep", """
                @SaveSchema(version = 2)
                public record Deep(@Default("0") int a) {
                  @Migration(from = 1, to = 2)
                  static void step(ObjectNode save) { save.set("moved", save.remove("b")); }
                }
                """).schema("Deep");
        LoadLimits limits = LoadLimits.defaults()
                .fileBytes(1 << 20)
                .elements(10_000)
                .nesting(1_000)
                .textLength(1_000)
                .numberLength(1_000);
        String json = "{\"a\": 5, \"b\": " + "[".repeat(990) + "]".repeat(990) + "}";
        Document<Object> document = new DocumentReader<>(deep, limits).read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(document.value()).hasToString("Deep[a=5]");
    }
}
