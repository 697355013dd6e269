package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A value that is one of several types of JSON. */
class OneOfTest {

    private static final String SOURCE = """
            @SaveSchema(version = 1)
            public record Notes(
                    @Default("") Source source,
                    List<Source> sources,
                    Map<String, Optional<Extent>> sizes,
                    @Default("[\\"x\\"]") Source lines,
                    @Default("7") Extent size,
                    Optional<Tree> tree) {

                @OneOf
                public sealed interface Source {
                    record Text(@Size(max = 5) String text) implements Source {}
                    record Lines(@Size(max = 2) @Each(size = @Size(max = 5)) List<String> lines) implements Source {}
                }

                @OneOf
                public sealed interface Extent {
                    record Pixels(@Range(min = 1) int pixels) implements Extent {
                        public Pixels {
                            if (pixels == 13) {
                                throw new IllegalArgumentException("unlucky");
                            }
                        }
                    }

                    record Named(Unit unit) implements Extent {}

                    record Auto(boolean auto) implements Extent {}
                }

                public enum Unit { SMALL, @Name("l") LARGE }

                @OneOf
                public sealed interface Tree {
                    record Leaf(String name) implements Tree {}
                    record Inner(Node node) implements Tree {}
                }

                public record Node(@Default("leaf") Tree left, List<Tree> right) {}
            }
            """;

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Notes", SOURCE).schema("Notes");
    }

    @Test
    void eachIsWrittenAsItWasRead() {
        String document = document(
                "\"a\"",
                "[\"b\",[\"c\",\"d\"],[]]",
                "{\"a\":1,\"b\":\"l\",\"c\":true,\"d\":null}",
                "\"y\"",
                "\"SMALL\"");
        Document<Object> read = Running.read(schema, document);
        assertThat(read.repairs()).isEmpty();
        assertThat(Running.write(schema, read.value())).isEqualTo(document);
    }

    @Test
    void oneContainsItselfThroughARecord() {
        String tree = "{\"left\":\"a\",\"right\":[{\"left\":\"b\",\"right\":[]},\"c\"]}";
        String document = Running.write(schema, schema.defaultValue()).replace("\"tree\":null", "\"tree\":" + tree);
        Document<Object> read = Running.read(schema, document);
        assertThat(read.repairs()).isEmpty();
        assertThat(Running.write(schema, read.value())).isEqualTo(document).contains(tree);
    }

    @Test
    void theDefaultIsJsonOrText() {
        assertThat(Running.write(schema, schema.defaultValue()))
                .contains("\"source\":\"\"", "\"lines\":[\"x\"]", "\"size\":7", "\"tree\":null");
    }

    @Test
    void whatIsNoneOfTheTypesIsRepaired() {
        assertThat(repairs(document("7", "[true,\"b\",{}]", "{\"a\":[],\"b\":1}", "null", "{}")))
                .containsExactly(
                        "source: 7 is not text or a list; used \"\"",
                        "sources[0]: true is not text or a list; dropped",
                        "sources[2]: an object is not text or a list; dropped",
                        "sizes.a: an array is not a number or text or true or false; dropped",
                        "lines: null; used [\"x\"]",
                        "size: an object is not a number or text or true or false; used 7");
    }

    @Test
    void eachHasTheLimitsOfItsComponent() {
        assertThat(repairs(document("\"longer\"", "[[\"a\",\"b\",\"c\"],[\"longer\"]]", "{}", "\"y\"", "0")))
                .containsExactly(
                        "source: \"longer\" has 6 characters; at most 5 are allowed; used \"\"",
                        "sources[0]: 3 elements; at most 2 are allowed; dropped",
                        "sources[1][0]: \"longer\" has 6 characters; at most 5 are allowed; dropped",
                        "size: 0 is less than 1; used 7");
    }

    @Test
    void whatTheOwnConstructorRefusesIsRepaired() {
        assertThat(repairs(document("\"a\"", "[]", "{}", "\"y\"", "13")))
                .containsExactly("size: refused: unlucky; used 7");
    }

    @Test
    void anUnknownConstantOfOneIsRepaired() {
        assertThat(repairs(document("\"a\"", "[]", "{}", "\"y\"", "\"LARGE\"")))
                .containsExactly("size: \"LARGE\" is not one of SMALL, l; used 7");
    }

    @Test
    void aValueThatALoadWouldRepairIsFoundBeforeASave() throws ReflectiveOperationException {
        Object text = schema.getClass()
                .getClassLoader()
                .loadClass("example.Notes$Source$Text")
                .getConstructor(String.class)
                .newInstance("longer");
        Object value = Running.with(schema.defaultValue(), "source", text);
        assertThat(SaveFormat.of(schema).check(value))
                .extracting(Repair::toString)
                .containsExactly("source: \"longer\" has 6 characters; at most 5 are allowed; used \"\"");
    }

    private static List<String> repairs(String document) {
        return Running.read(schema, document).repairs().stream()
                .map(Repair::toString)
                .toList();
    }

    private static String document(String source, String sources, String sizes, String lines, String size) {
        return "{\"$version\":1,\"source\":%s,\"sources\":%s,\"sizes\":%s,\"lines\":%s,\"size\":%s,\"tree\":null}"
                .formatted(source, sources, sizes, lines, size);
    }
}
