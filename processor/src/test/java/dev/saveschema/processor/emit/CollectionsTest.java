package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrays, sorted sets and deques, alone and within each other. */
class CollectionsTest {

    private static final String ALL =
            "{\"$version\":2,\"ints\":[1,-2],\"longs\":[3],\"shorts\":[4],\"floats\":[0.5],\"doubles\":[1.5E300],"
                    + "\"flags\":[true,false],\"letters\":[\"a\",\"\\\"\"],\"names\":[\"x\",\"\"],\"grid\":[[1,2],[],[3]],"
                    + "\"generic\":[[\"a\"],[]],\"maps\":[{\"k\":[1]}],\"parts\":[{\"a\":[7]}],\"sorted\":[\"A\",\"B\"],"
                    + "\"decimals\":[-1,2.50],\"queue\":[3,1,2],\"inList\":[[1],[2]],\"inMap\":{\"k\":[1,2]},\"maybe\":[[\"q\"]]}";

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Things", """
                @SaveSchema(version = 2)
                public record Things(
                    @Default("[5]") @Size(max = 3) int[] ints, long[] longs, @Default("[1]") short[] shorts, float[] floats,
                    double[] doubles, boolean[] flags, @Default("[\\"x\\"]") char[] letters,
                    @Default("[\\"a\\", \\"b\\"]") @Size(max = 2, violation = Violation.CLAMP) String[] names,
                    @Default("[[1], []]") int[][] grid, @Default("[[\\"g\\"]]") List<String>[] generic,
                    Map<String, int[]>[] maps, @Since(2) Part[] parts,
                    @Default("[\\"B\\", \\"A\\"]") @Size(max = 2, violation = Violation.CLAMP) SortedSet<Letter> sorted,
                    SortedSet<BigDecimal> decimals,
                    @Default("[2, 1]") @Size(max = 3, violation = Violation.CLAMP) Deque<Integer> queue,
                    List<int[]> inList, Map<String, SortedSet<Integer>> inMap, @Default("[]") Optional<Deque<String[]>> maybe) {
                  public record Part(int[] a) {}
                  public enum Letter { B, A, C }
                  @Migration(from = 1, to = 2, component = "longs")
                  static long[] widen(String[] old) { return new long[] {old.length}; }
                }
                """).schema("Things");
    }

    @Test
    void whatIsSavedIsLoadedAndSavedTheSame() {
        String sorted = ALL.replace("[\"A\",\"B\"]", "[\"B\",\"A\"]");
        var document = Running.read(schema, ALL);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(sorted);
        assertThat(Running.get(document.value(), "grid")).isEqualTo(new int[][] {{1, 2}, {}, {3}});
        assertThat(Running.get(document.value(), "generic")).isEqualTo(new Object[] {List.of("a"), List.of()});
    }

    @Test
    void defaultsAreMadeAnew() {
        String json = Running.write(schema, schema.defaultValue());
        assertThat(json)
                .startsWith("{\"$version\":2,\"ints\":[5],\"longs\":[],\"shorts\":[1],")
                .contains(
                        "\"letters\":[\"x\"],\"names\":[\"a\",\"b\"],\"grid\":[[1],[]],\"generic\":[[\"g\"]],\"maps\":[]")
                .contains("\"sorted\":[\"B\",\"A\"],\"decimals\":[],\"queue\":[2,1]")
                .endsWith("\"maybe\":[]}");
        ((int[]) Running.get(schema.defaultValue(), "ints"))[0] = 6;
        ((Deque<?>) Running.get(schema.defaultValue(), "queue")).clear();
        assertThat(Running.write(schema, schema.defaultValue())).isEqualTo(json);
    }

    @Test
    void badElementsAreDroppedAtAnyDepth() {
        String json = ALL.replace("[1,-2]", "[1,null,\"x\",2]")
                .replace("[[1,2],[],[3]]", "[[1,true],7,[3]]")
                .replace("[\"A\",\"B\"]", "[\"A\",\"A\",\"Z\"]")
                .replace("[-1,2.50]", "[2.50,2.5]")
                .replace("\"inMap\":{\"k\":[1,2]}", "\"inMap\":{\"k\":[2,0.5,1]}");
        var document = Running.read(schema, json);
        assertThat(Running.repairs(document))
                .containsExactly(
                        "ints[1]: null; dropped",
                        "ints[2]: \"x\" is not a whole number; dropped",
                        "grid[0][1]: true is not a whole number; dropped",
                        "grid[1]: 7 is not an array; dropped",
                        "sorted[1]: is in the set already; dropped",
                        "sorted[2]: \"Z\" is not one of B, A, C; dropped",
                        "decimals[1]: is in the set already; dropped",
                        "inMap.k[1]: 0.5 is not a whole number; dropped");
        assertThat(Running.write(schema, document.value()))
                .contains("\"ints\":[1,2]", "\"grid\":[[1],[3]]", "\"sorted\":[\"A\"]", "\"inMap\":{\"k\":[1,2]}");
    }

    @Test
    void whatIsTooLongIsReplacedOrCut() {
        var document = Running.read(
                schema,
                ALL.replace("[1,-2]", "[1,2,3,4]")
                        .replace("[\"x\",\"\"]", "[\"1\",\"2\",\"3\"]")
                        .replace("[\"A\",\"B\"]", "[\"C\",\"A\",\"B\"]")
                        .replace("[3,1,2]", "[3,1,2,4]"));
        assertThat(Running.repairs(document))
                .containsExactly(
                        "ints: 4 elements; at most 3 are allowed; used [5]",
                        "names: 3 elements; at most 2 are allowed; used the first 2",
                        "sorted: 3 elements; at most 2 are allowed; used the first 2",
                        "queue: 4 elements; at most 3 are allowed; used the first 3");
        assertThat(Running.write(schema, document.value()))
                .contains("\"ints\":[5]", "\"names\":[\"1\",\"2\"]", "\"sorted\":[\"B\",\"A\"]", "\"queue\":[3,1,2]");
    }

    @Test
    void arraysAreConvertedAndAddedBySteps() {
        var document = Running.read(
                schema,
                ALL.replace("$version\":2", "$version\":1").replace("\"longs\":[3]", "\"longs\":[\"a\",\"b\"]"));
        assertThat(Running.get(document.value(), "longs")).isEqualTo(new long[] {2});
    }

    @Test
    void aSetWithAnOrderOfItsOwnIsNotSaved() {
        Object reversed = Running.with(
                schema.defaultValue(), "inMap", Map.of("k", new TreeSet<Integer>(Comparator.reverseOrder())));
        assertThatThrownBy(() -> Running.write(schema, reversed))
                .hasMessage(
                        "inMap.k: a set with an order of its own cannot be saved; it would be loaded in natural order");
        Object natural =
                Running.with(schema.defaultValue(), "decimals", new TreeSet<>(Comparator.<BigDecimal>naturalOrder()));
        assertThat(Running.write(schema, natural)).contains("\"decimals\":[]");
    }

    @Test
    void aLoadedDequeEqualsAnotherAndASortedSetCannotBeChanged() {
        Object value = Running.read(schema, ALL).value();
        assertThat(Running.get(value, "queue")).isEqualTo(new LinkedList<>(List.of(3, 1, 2)));
        SortedSet<?> sorted = (SortedSet<?>) Running.get(value, "sorted");
        assertThatThrownBy(sorted::clear).isInstanceOf(UnsupportedOperationException.class);
        Object withDeque = Running.with(value, "queue", new ArrayDeque<>(List.of(9, 8)));
        assertThat(Running.write(schema, withDeque)).contains("\"queue\":[9,8]");
    }

    @Test
    void nullInAnArrayIsNotSaved() {
        Object value = Running.with(schema.defaultValue(), "names", new String[] {"a", null});
        assertThatThrownBy(() -> Running.write(schema, value)).hasMessageStartingWith("names[1]: null cannot be saved");
    }
}
