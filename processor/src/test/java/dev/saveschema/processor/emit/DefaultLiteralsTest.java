package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.processor.Compiled;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A default is in the program what it is in the annotation, however it has to be spelled in Java. */
class DefaultLiteralsTest {

    @Test
    void textIsWhatIsWrittenWhateverIsInIt() {
        String text = "\"q\" 'a' \\ $ $L $$ {} %s \\u0041 \n\r\t\b\f\0 \u2028\u2029 é 日本 😀 */ // /*";
        Schema<Object> schema = Running.compile(
                        "Text",
                        "@SaveSchema(version = 1) public record Text(@Default(" + java(text) + ") String text) {}")
                .schema("Text");
        assertThat(schema.defaultValue()).hasToString("Text[text=" + text + "]");
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": 1}"))).hasSize(1);
    }

    @Test
    void charactersAreWhatIsWritten() {
        for (char letter :
                new char[] {'\'', '"', '\\', '\n', '\r', '\t', '\0', '$', 'é', '\u2028', '\ud800', '\uffff'}) {
            Schema<Object> schema = Running.compile(
                            "Letter",
                            "@SaveSchema(version = 1) public record Letter(@Default(" + java(String.valueOf(letter))
                                    + ") char letter) {}")
                    .schema("Letter");
            assertThat(schema.defaultValue()).as("%04x", (int) letter).hasToString("Letter[letter=" + letter + "]");
        }
    }

    @Test
    void numbersKeepTheirSignAndTheirLastDigit() {
        Schema<Object> schema = Running.compile("Numbers", """
                @SaveSchema(version = 1)
                public record Numbers(
                    @Default("-128") byte b, @Default("-32768") Short s,
                    @Default("-2147483648") int i, @Default("2147483647") Integer j,
                    @Default("-9223372036854775808") long l, @Default("9223372036854775807") Long m,
                    @Default("-99999999999999999999") BigInteger n,
                    @Default("3.4028235E38") float f, @Default("-1.4E-45") Float g,
                    @Default("1.7976931348623157E308") double d, @Default("4.9E-324") Double e,
                    @Default("1E+2") BigDecimal x) {}
                """).schema("Numbers");
        assertThat(schema.defaultValue())
                .hasToString("Numbers[b=-128, s=-32768, i=-2147483648, j=2147483647, "
                        + "l=-9223372036854775808, m=9223372036854775807, n=-99999999999999999999, f=3.4028235E38, "
                        + "g=-1.4E-45, d=1.7976931348623157E308, e=4.9E-324, x=1E+2]");
    }

    @Test
    void zeroKeepsItsSign() {
        Schema<Object> schema = Running.compile("Zeros", """
                @SaveSchema(version = 1)
                public record Zeros(
                    @Default("-0.0") double d, @Default("-0") Float f, @Default("-0e1") Optional<Double> maybe, @Default("-0.0") OptionalDouble rest,
                    @Default("[-0.0, 0.0]") Set<Double> set, @Default("[-0.0]") SortedSet<Float> sorted, @Default("[-0.0]") List<Double> list,
                    @Default("{\\"a\\": -0.0}") Map<String, Double> map, @Default("-0.0") JsonNode json, @Default("-0") int whole) {}
                """).schema("Zeros");
        assertThat(schema.defaultValue())
                .hasToString("Zeros[d=-0.0, f=-0.0, maybe=Optional[-0.0], rest=OptionalDouble[-0.0], set="
                        + Set.of(-0.0, 0.0) + ", sorted=[-0.0], list=[-0.0], map={a=-0.0}, json=-0.0, whole=0]");
        assertThat(Running.repairs(Running.read(
                        schema,
                        "{\"$version\": 1, \"set\": [], \"sorted\": [], \"list\": [], "
                                + "\"map\": {}, \"json\": 1, \"whole\": 1, \"f\": 1, \"maybe\": 1, \"rest\": 1}")))
                .containsExactly("d: missing; used -0.0");
    }

    @Test
    void halfOfASurrogatePairIsKeptInAText() {
        Schema<Object> schema = Running.compile("Halves", """
                @SaveSchema(version = 1)
                public record Halves(
                    @Default("a\\ud800") String text, @Default("[\\"\\udc00\\"]") List<String> list, @Default("\\"\\ud800\\"") JsonNode json) {}
                """).schema("Halves");
        Object value = schema.defaultValue();
        assertThat(Running.get(value, "text")).isEqualTo("a\ud800");
        assertThat(Running.get(value, "list")).isEqualTo(List.of("\udc00"));
        assertThat(Running.read(schema, Running.write(schema, value)).value()).isEqualTo(value);
    }

    /** The elements are equal by the rules of a load, which a program would apply only at run time. */
    @Test
    void whatIsTwiceInASetIsRefusedAndNothingElse() {
        for (String twice : List.of(
                "\"[1, 1e0]\") Set<JsonNode>",
                "\"[{\\\"a\\\": 1, \\\"b\\\": 2.5}, {\\\"b\\\": 2.5e0, \\\"a\\\": 1}]\") Set<JsonNode>",
                "\"[1.0, 1.00]\") SortedSet<BigDecimal>",
                "\"[{\\\"a\\\": 1, \\\"b\\\": 2}, {\\\"b\\\": 2, \\\"a\\\": 1}]\") Set<Map<String, Integer>>",
                "\"[[1.0], [1.00]]\") Set<SortedSet<BigDecimal>>")) {
            assertThat(Compiled.compile("@SaveSchema(version = 1) public record P(@Default(" + twice + " set) {}")
                            .messages())
                    .as(twice)
                    .containsExactly(
                            "[SaveSchema/DefaultTypeMismatch] the default of set does not fit: element 2 of the set is there already");
        }
        Schema<Object> schema = Running.compile("Sets", """
                @SaveSchema(version = 1)
                public record Sets(
                    @Default("[1, 1.0, 1.00, -0.0, 0.0, 0, 1e400, \\"1\\", true, null, [1, 2], [2, 1]]") Set<JsonNode> json,
                    @Default("[1.0, 1.00]") Set<BigDecimal> decimals) {}
                """).schema("Sets");
        assertThat((Set<?>) Running.get(schema.defaultValue(), "json")).hasSize(12);
        assertThat((Set<?>) Running.get(schema.defaultValue(), "decimals")).hasSize(2);
    }

    @Test
    void collectionsKeepTheirOrderAndTheirTypes() {
        Schema<Object> schema = Running.compile("Collections", """
                @SaveSchema(version = 1)
                public record Collections(
                    @Default("[3, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, -12]") List<Long> longs,
                    @Default("[[1], [], [2, 3]]") List<List<Byte>> bytes,
                    @Default("{\\"z\\": [\\"a\\\\\\"\\\\n\\"], \\"a\\": [], \\"m\\": []}") Map<String, List<String>> lists,
                    @Default("{\\"9\\": 0.5, \\"-1\\": 1}") Map<Long, Float> floats,
                    @Default("{\\"B\\": \\"A\\", \\"A\\": \\"B\\"}") Map<Letter, Letter> letters,
                    @Default("[\\"x\\", \\"$\\"]") List<Character> characters,
                    @Default("{\\"00000000-0000-0000-0000-000000000001\\": \\"2026-11-22\\"}") Map<UUID, LocalDate> dates,
                    @Default("x") Optional<String> text,
                    @Default("[1]") Optional<List<Integer>> list,
                    @Default("{}") Optional<Map<String, Integer>> map) {
                  public enum Letter { A, B }
                }
                """).schema("Collections");
        assertThat(schema.defaultValue())
                .hasToString("Collections[longs=[3, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, -12], bytes=[[1], [], [2, 3]], "
                        + "lists={z=[a\"\n], a=[], m=[]}, floats={9=0.5, -1=1.0}, letters={B=A, A=B}, "
                        + "characters=[x, $], dates={00000000-0000-0000-0000-000000000001=2026-11-22}, "
                        + "text=Optional[x], list=Optional[[1]], map=Optional[{}]]");
        assertThat(Running.read(schema, Running.write(schema, schema.defaultValue()))
                        .value())
                .isEqualTo(schema.defaultValue());
    }

    @Test
    void aDefaultIsWithinTheProgramsReach() {
        for (String text : List.of("1e39", "1e400")) {
            assertThat(Compiled.compile(
                                    "@SaveSchema(version = 1) public record P(@Default(\"" + text + "\") float f) {}")
                            .messages())
                    .hasSize(1);
        }
    }

    /** The text as a Java literal, without any help of the emitter's. */
    private static String java(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            literal.append(
                    c < ' ' || c == '"' || c == '\\' ? "\\%03o".formatted((int) c) : "\\u%04x".formatted((int) c));
        }
        return literal.append('"').toString();
    }
}
