package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Members that a file need not have: where the value is the default, and where any JSON is absent and not null. */
class OmittedMembersTest {

    private static final String FULL =
            "{\"$version\":1,\"note\":\"n\",\"tags\":[\"t\"],\"by\":{\"k\":1},\"size\":2,\"part\":0.5,"
                    + "\"boxed\":3,\"text\":\"x\",\"wind\":\"WEST\",\"on\":\"2026-11-22\",\"grid\":[[1]],\"words\":[\"w\"],\"tree\":[1],"
                    + "\"set\":[1],\"queue\":[1],\"meta\":null,\"cell\":{\"id\":\"i\",\"always\":[]},\"kept\":[]}";

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Page", """
                @SaveSchema(version = 1)
                public record Page(
                    @Omit Optional<String> note, @Omit List<String> tags, @Omit Map<String, Integer> by, @Omit @Default("1") int size,
                    @Omit @Default("-0.0") double part, @Omit @Default("1") Long boxed, @Omit @Default("") String text,
                    @Omit @Default("EAST") Wind wind, @Omit @Default("1970-01-01") LocalDate on, @Omit int[][] grid,
                    @Omit @Default("[\\"a\\"]") String[] words, @Omit @Default("{}") JsonNode tree, @Omit Set<Integer> set,
                    @Omit Deque<Integer> queue, Optional<JsonNode> meta, Cell cell, List<String> kept) {
                  public enum Wind { EAST, WEST }
                  @Omit public record Cell(Optional<String> id, @Default("0") int n, List<Cell> cells, @Default(factory = "one") List<String> always) {
                    static List<String> one() { return List.of("one"); }
                  }
                }
                """).schema("Page");
    }

    @Test
    void whatIsTheDefaultIsNotWritten() {
        assertThat(Running.write(schema, schema.defaultValue()))
                .isEqualTo("{\"$version\":1,\"cell\":{\"always\":[\"one\"]},\"kept\":[]}");
    }

    @Test
    void theRestIsWritten() {
        var document = Running.read(schema, FULL);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(FULL);
    }

    @Test
    void itsAbsenceIsNoRepairAndAnothersIs() {
        var document = Running.read(schema, "{\"$version\":1,\"cell\":{}}");
        assertThat(Running.repairs(document))
                .containsExactly("cell.always: missing; used one()", "kept: missing; used []");
        assertThat(Running.write(schema, document.value())).isEqualTo(Running.write(schema, schema.defaultValue()));
    }

    @Test
    void anUnusableValueIsReportedAsEver() {
        var document = Running.read(
                schema, FULL.replace("\"size\":2", "\"size\":\"x\"").replace("\"tags\":[\"t\"]", "\"tags\":null"));
        assertThat(Running.repairs(document))
                .containsExactly("tags: null; used []", "size: \"x\" is not a whole number; used 1");
        assertThat(Running.write(schema, document.value())).doesNotContain("tags", "size");
    }

    @Test
    void anyJsonCanBeAbsentAndNull() {
        assertThat(Running.get(schema.defaultValue(), "meta")).isEqualTo(Optional.empty());
        Object isNull = Running.read(schema, FULL).value();
        assertThat(Running.get(isNull, "meta")).isEqualTo(Optional.of(JsonNodeFactory.instance.nullNode()));
        Object absent = Running.with(isNull, "meta", Optional.empty());
        assertThat(Running.write(schema, absent)).isEqualTo(FULL.replace(",\"meta\":null", ""));
        assertThat(Running.get(
                        Running.read(schema, Running.write(schema, absent)).value(), "meta"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void zeroIsNotMinusZero() {
        Object zero = Running.with(schema.defaultValue(), "part", 0.0);
        assertThat(Running.write(schema, zero)).contains("\"part\":0.0");
    }

    @Test
    void nullIsRefusedWithItsPlace() {
        for (String component : new String[] {"note", "tags", "boxed", "text", "wind", "words", "tree", "meta"}) {
            Object value = Running.with(schema.defaultValue(), component, null);
            assertThatThrownBy(() -> Running.write(schema, value))
                    .as(component)
                    .hasMessageStartingWith(component + ": null cannot be saved");
        }
    }
}
