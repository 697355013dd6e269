package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same value always makes the same file; what has an order keeps it. */
class OrderTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Order", """
                @SaveSchema(version = 1)
                public record Order(Set<String> texts, Set<BigDecimal> numbers, Set<Set<Integer>> sets, Set<Point> points,
                    Map<Integer, String> map) {
                  public record Point(@Default("0") int x, Set<Integer> ys) {}
                }
                """).schema("Order");
    }

    @Test
    void aSetIsWrittenInTheSameOrderWhateverSetItComesFrom() {
        List<String> texts = List.of("b", "a", "é", "B", "10", "9", "😀");
        TreeSet<String> backwards = new TreeSet<>(Comparator.<String>reverseOrder());
        backwards.addAll(texts);
        String written = write("texts", new HashSet<>(texts));
        assertThat(written).contains("\"texts\":[\"10\",\"9\",\"B\",\"a\",\"b\",\"é\",\"😀\"]");
        assertThat(write("texts", backwards)).isEqualTo(written);
        assertThat(write("texts", new TreeSet<>(texts))).isEqualTo(written);
        assertThat(write("texts", Set.copyOf(texts))).isEqualTo(written);
        assertThat(write("texts", new LinkedHashSet<>(texts))).isEqualTo(written);
    }

    @Test
    void elementsThatCompareAsEqualHaveAnOrderToo() {
        List<BigDecimal> numbers = List.of(new BigDecimal("1.00"), new BigDecimal("1"), new BigDecimal("1.0"));
        List<BigDecimal> turned = List.of(numbers.get(2), numbers.get(0), numbers.get(1));
        assertThat(write("numbers", new LinkedHashSet<>(numbers)))
                .contains("\"numbers\":[1,1.0,1.00]")
                .isEqualTo(write("numbers", new LinkedHashSet<>(turned)));
    }

    @Test
    void setsOfSetsAndOfRecordsHaveAnOrderToo() {
        Set<Set<Integer>> sets = new LinkedHashSet<>(List.of(Set.of(3), Set.of(), new LinkedHashSet<>(List.of(2, 1))));
        assertThat(write("sets", sets)).contains("\"sets\":[[1,2],[3],[]]");
        Object read = Running.read(schema, """
                        {"$version": 1, "points": [{"x": 2, "ys": [2, 1]}, {"x": 1, "ys": []}]}""").value();
        assertThat(Running.write(schema, read)).contains("\"points\":[{\"x\":1,\"ys\":[]},{\"x\":2,\"ys\":[1,2]}]");
    }

    @Test
    void aMapKeepsItsOrder() {
        Map<Integer, String> map = new LinkedHashMap<>();
        List.of(3, 1, -2, 10).forEach(key -> map.put(key, "v"));
        String written = write("map", map);
        assertThat(written).contains("\"map\":{\"3\":\"v\",\"1\":\"v\",\"-2\":\"v\",\"10\":\"v\"}");
        assertThat(Running.write(schema, Running.read(schema, written).value())).isEqualTo(written);
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Object value = Running.read(schema, "{\"$version\": 1, \"texts\": [\"a\"], \"map\": {\"1\": \"a\"}}")
                .value();
        for (String component : List.of("texts", "map", "numbers")) {
            Object collection = Running.get(value, component);
            String name = collection.getClass().getName();
            assertThat(name).as(component).matches(".*(Unmodifiable|Immutable).*");
        }
    }

    private static String write(String component, Object value) {
        return Running.write(schema, Running.with(schema.defaultValue(), component, value));
    }
}
