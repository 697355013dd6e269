package dev.saveschema.processor.read;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** A record with type parameters is checked with each list of arguments that it is used with. */
class GenericRecordsTest {

    private static Compiled schemaOf(String components, String generic) {
        return compile("""
                @SaveSchema(version = 1)
                public record Profile(%s) {
                  %s
                }
                """.formatted(components, generic));
    }

    @Test
    void aDefaultIsCheckedAgainstEachArgument() {
        schemaOf("Box<Integer> a, Box<String> b, Box<Boolean> c", "record Box<T>(\n    @Default(\"1\") T value) {}")
                .failsOnly(
                        "[SaveSchema/DefaultTypeMismatch] the default of value does not fit: \"1\" is neither true nor false")
                .atLineContaining("@Default(\"1\") T value")
                .withFact("Component value is a boolean")
                .withFact("In Box<Boolean>");
    }

    @Test
    void aLimitIsCheckedAgainstEachArgument() {
        schemaOf("Box<Integer> a, Box<String> b", "record Box<T>(@Default(\"1\")\n    @Range(min = 0) T value) {}")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component value is text; @Range applies to numbers")
                .atLineContaining("@Range(min = 0)")
                .withFact("In Box<String>")
                .withFixes("remove @Range")
                .andTheFix("remove @Range", "@Range(min = 0)", "");
    }

    @Test
    void whatIsWrongWithEveryArgumentIsSaidOnce() {
        schemaOf("Box<Integer> a, Box<String> b", "record Box<T>(List<T> values,\n    int count) {}")
                .failsOnly("[SaveSchema/MissingDefault] component count has no default for files that lack it")
                .atLineContaining("int count")
                .withFact("In Box<Integer>")
                .andItsFixCompiles((source, fix) -> source.replace("int count", fix + " int count"));
    }

    @Test
    void anArgumentThatDoesNotFitIsNamedWhereItIsUsed() {
        schemaOf("Box<Optional<String>> a", "record Box<T>(\n    Set<T> values) {}")
                .failsOnly("[SaveSchema/UnsupportedType] component values has type Set<Optional<String>>; "
                        + "Optional<String> cannot be saved")
                .atLineContaining("Set<T> values");
    }

    @Test
    void anArgumentThatCannotBeSavedIsNamedWhereItIsWritten() {
        schemaOf("List<String> x,\n    Box<Object> a", "record Box<T>(List<T> values) {}")
                .failsOnly("[SaveSchema/UnsupportedType] component a has type Box<Object>; Object cannot be saved")
                .atLineContaining("Box<Object> a")
                .withFixes("Box<tools.jackson.databind.JsonNode> a")
                .andItsFixCompilesInPlaceOf("Box<Object> a");
    }

    @Test
    void aFactoryIsCheckedAgainstEachArgument() {
        schemaOf(
                        "Box<Integer> a, Box<String> b",
                        "record Box<T>(\n    @Default(factory = \"one\") T value) { static Integer one() { return 1; } }")
                .failsOnly("[SaveSchema/UnusableFactory] one() cannot make the default of value: "
                        + "it returns Integer, not String")
                .atLineContaining("factory = \"one\"");
    }

    @Test
    void argumentsMayNotGrowWithoutEnd() {
        schemaOf("Node<String> root", "record Node<T>(\n    List<Node<List<T>>> children) {}")
                .failsOnly("[SaveSchema/UnsupportedType] component children has type "
                        + "List<Node<List<List<List<String>>>>>; Node<List<List<List<String>>>> cannot be saved")
                .atLineContaining("List<Node<List<T>>> children")
                .withFact("Node contains itself with ever larger type arguments")
                .andTheFix(
                        "write it with the type parameters that Node has itself",
                        "List<Node<List<T>>> children",
                        "List<Node<T>> children");
    }

    @Test
    void argumentsMayShrinkAndTurn() {
        schemaOf(
                        "Pair<Integer, Pair<String, Pair<Long, Pair<UUID, Integer>>>> a",
                        "record Pair<A, B>(Optional<A> first, Optional<B> second, List<Pair<B, A>> turned) {}")
                .succeeds();
    }
}
