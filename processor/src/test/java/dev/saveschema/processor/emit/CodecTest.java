package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A codec of the developer's own reads and writes its type, and whatever it throws is a repair or a refusal. */
class CodecTest {

    private static final String JSON =
            "{\"$version\":1,\"home\":\"a\",\"maybe\":null,\"list\":[\"b\",\"c\"],\"set\":[\"d\",\"e\"],"
                    + "\"map\":{\"k\":[\"f\"]},\"raw\":\"AQI=\",\"part\":{\"p\":\"g\"}}";

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Places", """
                @SaveSchema(version = 1)
                public record Places(
                    @UseCodec(PathCodec.class) @Default(factory = "root") java.nio.file.Path home,
                    @UseCodec(PathCodec.class) Optional<java.nio.file.Path> maybe,
                    @UseCodec(PathCodec.class) List<java.nio.file.Path> list, @UseCodec(PathCodec.class) Set<java.nio.file.Path> set,
                    @UseCodec(PathCodec.class) Map<String, java.nio.file.Path[]> map,
                    @UseCodec(Bytes.class) @Default(factory = "none") byte[] raw, Part part) {
                  public record Part(@UseCodec(PathCodec.class) @Default(factory = "here") java.nio.file.Path p) {
                    static java.nio.file.Path here() { return java.nio.file.Path.of("here"); }
                  }
                  static java.nio.file.Path root() { return java.nio.file.Path.of("root"); }
                  static byte[] none() { return new byte[0]; }
                  static class PathCodec implements dev.saveschema.ValueCodec<java.nio.file.Path> {
                    @Override public java.nio.file.Path read(JsonNode json) throws Exception {
                      return switch (json.asString()) {
                        case "null" -> null;
                        case "checked" -> throw new java.io.IOException("no disk");
                        case "silent" -> throw new IllegalStateException();
                        case "bug" -> { assertTrue(false); yield null; }
                        case "deep" -> read(json);
                        default -> java.nio.file.Path.of(json.stringValue());
                      };
                    }
                    private static void assertTrue(boolean truth) { if (!truth) throw new AssertionError("a bug"); }
                    @Override public JsonNode write(java.nio.file.Path path) throws Exception {
                      return switch (path.toString()) {
                        case "null" -> null;
                        case "nothing" -> tools.jackson.databind.node.NullNode.instance;
                        case "checked" -> throw new java.io.IOException("no disk");
                        case "deep" -> write(path);
                        default -> tools.jackson.databind.node.StringNode.valueOf(path.toString());
                      };
                    }
                  }
                  static class Bytes implements dev.saveschema.ValueCodec<byte[]> {
                    @Override public byte[] read(JsonNode json) { return Base64.getDecoder().decode(json.stringValue()); }
                    @Override public JsonNode write(byte[] bytes) {
                      return tools.jackson.databind.node.StringNode.valueOf(Base64.getEncoder().encodeToString(bytes));
                    }
                  }
                }
                """).schema("Places");
    }

    @Test
    void whatIsSavedIsLoaded() {
        var document = Running.read(schema, JSON);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(JSON);
        assertThat(Running.get(document.value(), "home")).isEqualTo(Path.of("a"));
        assertThat(Running.get(document.value(), "raw")).isEqualTo(new byte[] {1, 2});
        assertThat(Running.read(schema, Running.write(schema, schema.defaultValue()))
                        .repairs())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "null, REJECTED, refused: PathCodec read it as null",
        "checked, REJECTED, refused: no disk",
        "silent, REJECTED, refused: IllegalStateException",
        "bug, REJECTED, refused: a bug",
        "deep, REJECTED, refused: StackOverflowError"
    })
    void whateverACodecThrowsIsARepair(String text, String reason, String problem) {
        var document = Running.read(
                schema,
                JSON.replace("\"a\"", '"' + text + '"')
                        .replace("\"b\"", '"' + text + '"')
                        .replace("\"g\"", '"' + text + '"'));
        assertThat(document.repairs())
                .extracting(repair ->
                        repair.pointer() + " " + repair.reason() + " " + repair.problem() + "; " + repair.used())
                .containsExactly(
                        "/home " + reason + " " + problem + "; used root()",
                        "/list/0 " + reason + " " + problem + "; dropped",
                        "/part/p " + reason + " " + problem + "; used here()");
        assertThat(Running.write(schema, document.value()))
                .isEqualTo(
                        JSON.replace("\"a\"", "\"root\"").replace("\"b\",", "").replace("\"g\"", "\"here\""));
    }

    @Test
    void aCodecIsNotAskedAboutNull() {
        var document = Running.read(schema, JSON.replace("\"a\"", "null").replace("\"b\"", "null"));
        assertThat(Running.repairs(document)).containsExactly("home: null; used root()", "list[0]: null; dropped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|PathCodec wrote null, which no load would give back to it",
                "nothing|PathCodec wrote null, which no load would give back to it",
                "checked|PathCodec could not write it: java.io.IOException: no disk",
                "deep|PathCodec could not write it: java.lang.StackOverflowError"
            })
    void whatACodecCannotWriteIsRefusedWhereItStands(String text, String problem) {
        Object inMap =
                Running.with(schema.defaultValue(), "map", Map.of("k", new Path[] {Path.of("x"), Path.of(text)}));
        assertThatThrownBy(() -> Running.write(schema, inMap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("map.k[1]: " + problem);
        Object inSet =
                Running.with(schema.defaultValue(), "set", new LinkedHashSet<>(List.of(Path.of("x"), Path.of(text))));
        assertThatThrownBy(() -> Running.write(schema, inSet))
                .hasMessageStartingWith("set")
                .hasMessageEndingWith(problem);
    }
}
