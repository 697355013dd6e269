package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names of components and constants in the file. */
class NamesAtRunTimeTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Names", """
            @SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
            public record Names(
                @Alias({"colour", "Col or"}) @Default("red") String mainColor,
                @Name("x~/\\"\\\\$\\u00e9") @Default("0") int odd,
                @Default("EASY") Mode mode,
                Set<Mode> modes,
                Map<Mode, Integer> scores) {
              public enum Mode {
                @Name("easy") @Alias({"beginner", "E"}) EASY,
                HARD { @Override public String toString() { return "?"; } }
              }
            }
            """).schema("Names");
    }

    @Test
    void aliasesAreReadWithoutReportAndTheMainNameIsWritten() {
        Document<Object> document = Running.read(schema, """
            {"$version": 1, "colour": "blue", "x~/\\"\\\\$é": 7, "mode": "beginner", "modes": ["HARD", "E"],
             "scores": {"beginner": 1}}\
            """);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo("""
            {"$version":1,"main_color":"blue","x~/\\"\\\\$é":7,"mode":"easy","modes":["easy","HARD"],\
            "scores":{"easy":1}}\
            """);
    }

    @Test
    void aNameAndItsAliasAreOneMember() {
        Document<Object> document = Running.read(schema, """
            {"$version": 1, "main_color": "a", "Col or": "b", "x~/\\"\\\\$é": 1, "mode": "easy", "modes": ["E", "easy"],
             "scores": {"easy": 1, "beginner": 2}}\
            """);
        assertThat(document.value().toString()).contains("mainColor=b", "modes=[EASY]", "scores={EASY=2}");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "main_color: occurs twice; used the last",
                        "modes[1]: is in the set already; dropped",
                        "scores.beginner: occurs twice; used the last");
    }

    @Test
    void namesAreTakenLiterallyAndJavaNamesAreNone() {
        Document<Object> document =
                Running.read(schema, "{\"$version\": 1, \"mainColor\": \"blue\", \"mode\": \"EASY\", \"odd\": 3}");
        assertThat(document.value().toString()).contains("mainColor=red", "odd=0", "mode=EASY");
        assertThat(Running.repairs(document))
                .contains(
                        "mainColor: unknown, \"blue\"; dropped",
                        "mode: \"EASY\" is not one of easy, HARD; used easy",
                        "x~/\"\\$é: missing; used 0");
    }

    @Test
    void whatWasWrongWithAMemberThatIsReplacedByAnotherIsNotReported() {
        Schema<Object> schema = Running.compile("Bag", """
            @SaveSchema(version = 1)
            public record Bag(Item item, @Default("1") int size) { public record Item(@Default("1") int n) {} }
            """).schema("Bag");
        Document<Object> document = Running.read(
                schema,
                "{\"$version\":1,\"item\":{\"n\":\"x\",\"m\":1},\"size\":\"y\",\"item\":{\"n\":7},\"size\":8,\"item\":{}}");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "size: occurs twice; used the last",
                        "item: occurs twice; used the last",
                        "item.n: missing; used 1");
    }
}
