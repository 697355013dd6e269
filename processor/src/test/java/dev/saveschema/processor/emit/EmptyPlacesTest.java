package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists, deques, arrays and maps in which null is an element: an inventory with empty slots. */
class EmptyPlacesTest {

    private static final String ALL =
            "{\"$version\":1,\"slots\":[null,\"sword\",null],\"counts\":[1,null],\"queue\":[null,{\"n\":2}],"
                    + "\"array\":[null,3],\"byName\":{\"a\":null,\"b\":\"EAST\"},\"all\":[1,null],\"grid\":[[null],[]]}";

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Bag", """
                @SaveSchema(version = 1)
                public record Bag(
                    List<Optional<String>> slots,
                    @Default("[5, null]") @Each(range = @Range(min = 1, max = 9)) List<OptionalInt> counts,
                    Deque<Optional<Part>> queue,
                    @Default("[null]") Optional<Integer>[] array,
                    @Default("{\\"z\\": null}") Map<String, Optional<Wind>> byName,
                    @Default("[7]") @Each(range = @Range(min = 1), invalid = Invalid.RESET) List<Optional<Integer>> all,
                    List<List<Optional<String>>> grid) {
                  public record Part(@Default("1") int n) {}
                  public enum Wind { EAST, WEST }
                }
                """).schema("Bag");
    }

    @Test
    void anEmptyPlaceIsKeptAndWrittenBack() {
        var document = Running.read(schema, ALL);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(ALL);
        assertThat(Running.get(document.value(), "slots"))
                .isEqualTo(List.of(Optional.empty(), Optional.of("sword"), Optional.empty()));
        assertThat(Running.get(document.value(), "counts")).isEqualTo(List.of(OptionalInt.of(1), OptionalInt.empty()));
        assertThat(Running.get(document.value(), "array"))
                .isEqualTo(new Optional<?>[] {Optional.empty(), Optional.of(3)});
        assertThat((Map<?, ?>) Running.get(document.value(), "byName"))
                .hasToString("{a=Optional.empty, b=Optional[EAST]}");
    }

    @Test
    void aPlaceWhoseElementCannotBeUsedIsEmptyAndTheOthersStayWhereTheyAre() {
        var document = Running.read(
                schema,
                ALL.replace("[null,\"sword\",null]", "[7,\"sword\",null]")
                        .replace("[1,null]", "[10,2]")
                        .replace("[null,3]", "[3,\"x\",4]")
                        .replace("[null,{\"n\":2}]", "[5,{\"n\":\"x\"}]"));
        assertThat(Running.repairs(document))
                .containsExactly(
                        "slots[0]: 7 is not text; used null",
                        "counts[0]: 10 is outside 1..9; used null",
                        "queue[0]: 5 is not an object; used null",
                        "queue[1].n: \"x\" is not a whole number; used 1",
                        "array[1]: \"x\" is not a whole number; used null");
        assertThat(Running.write(schema, document.value()))
                .contains("\"slots\":[null,\"sword\",null]", "\"counts\":[null,2]", "\"array\":[3,null,4]")
                .contains("\"queue\":[null,{\"n\":1}]");
    }

    @Test
    void anEntryWhoseValueCannotBeUsedIsDroppedAsElsewhere() {
        var document = Running.read(schema, ALL.replace("\"b\":\"EAST\"", "\"b\":\"NORTH\""));
        assertThat(Running.repairs(document)).containsExactly("byName.b: \"NORTH\" is not one of EAST, WEST; dropped");
        assertThat(Running.write(schema, document.value())).contains("\"byName\":{\"a\":null}");
    }

    @Test
    void oneInvalidElementCostsThemAllWhereThatIsAskedFor() {
        var document = Running.read(schema, ALL.replace("\"all\":[1,null]", "\"all\":[1,null,0]"));
        assertThat(Running.repairs(document))
                .containsExactly("all[2]: 0 is less than 1; dropped", "all: something in it is invalid; used [7]");
    }

    @Test
    void aDefaultMayHaveEmptyPlaces() {
        assertThat(Running.write(schema, schema.defaultValue()))
                .contains("\"counts\":[5,null]", "\"array\":[null]", "\"byName\":{\"z\":null}");
    }

    @Test
    void nullItselfIsStillRefusedAndTheMessageSaysWhatToUse() {
        Object value = Running.with(schema.defaultValue(), "slots", Arrays.asList(Optional.of("a"), null));
        assertThatThrownBy(() -> Running.write(schema, value))
                .hasMessage("slots[1]: null cannot be saved; leave it out, or, unless this is a set, use an Optional"
                        + " for a place that may be empty");
        Object queue = Running.with(schema.defaultValue(), "queue", new LinkedList<>());
        assertThat(Running.write(schema, queue)).contains("\"queue\":[]");
    }
}
