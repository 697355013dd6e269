package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values before the damage are kept, and half a value is not used. */
class SalvageTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Torn", """
                @SaveSchema(version = 2)
                public record Torn(
                    @Default("0") int a, @RenamedFrom(value = "bb", since = 2) @Default("-") String b, List<Integer> c,
                    Map<String, Integer> d, List<Part> e) {
                  public record Part(@Default("0") int x, @Default("0") double y) {}
                }
                """).schema("Torn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\": 123, \"c\": [1, 2, 34            | a=123, b=-, c=[1, 2], d={}, e=[]",
                "\"a\": 123, \"c\": [1, 2, 34 `          | a=123, b=-, c=[1, 2, 34], d={}, e=[]",
                "\"a\": 123, \"c\": [1, 2, 34,           | a=123, b=-, c=[1, 2, 34], d={}, e=[]",
                "\"c\": [1], \"a\": 12                   | a=0, b=-, c=[1], d={}, e=[]",
                "\"c\": [1], \"a\": -                    | a=0, b=-, c=[1], d={}, e=[]",
                "\"c\": [1], \"a\": 12x                  | a=0, b=-, c=[1], d={}, e=[]",
                "\"c\": [1], \"a\": 12 x                 | a=12, b=-, c=[1], d={}, e=[]",
                "\"a\": 5, \"b\": \"some te              | a=5, b=-, c=[], d={}, e=[]",
                "\"a\": 5, \"b\": \"some text\"          | a=5, b=some text, c=[], d={}, e=[]",
                "\"a\": 5, \"b\": \"some \\u00           | a=5, b=-, c=[], d={}, e=[]",
                "\"a\": 5, \"d\": {\"k\": 1, \"l\": 2    | a=5, b=-, c=[], d={k=1}, e=[]",
                "\"a\": 5, \"d\": {\"k\": 1, \"l         | a=5, b=-, c=[], d={k=1}, e=[]",
                "\"a\": 5, \"e\": [{\"x\": 1, \"y\": 1.5}, {\"x\": 2, \"y\": 2.5 | a=5, b=-, c=[], d={}, e=[Part[x=1, y=1.5], Part[x=2, y=0.0]]",
                "\"a\": 5, \"e\": [{\"x\": 1}, {\"x\": 2, \"y\": 1e | a=5, b=-, c=[], d={}, e=[Part[x=1, y=0.0], Part[x=2, y=0.0]]",
                "\"a\": 5, \"c\": [1, tru                | a=5, b=-, c=[1], d={}, e=[]",
                "\"a\": 5, \"c\": [1}, \"b\": \"x\"}     | a=5, b=-, c=[], d={}, e=[]",
                "\"a\": 5, \"c\": [1 }, \"b\": \"x\"}    | a=5, b=-, c=[1], d={}, e=[]",
            })
    void whatPrecedesTheDamageIsKept(String members, String expected) {
        String json = members.endsWith("`") ? members.substring(0, members.length() - 1) : members;
        Document<Object> document = salvage("{\"$version\": 2, " + json).orElseThrow();
        assertThat(document.value()).hasToString("Torn[" + expected + "]");
        assertThat(document.repairs()).extracting(Repair::reason).contains(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1, 2",
                "{\"$version\": 2",
                "{\"$version\": 2,",
                "{\"$ver",
                "nul",
                "\0\0\0\0",
                "{\"$version\": 2, \"other\": 1, "
            })
    void ofWhatHasNothingNothingIsKept(String json) {
        assertThat(salvage(json)).isEmpty();
    }

    @Test
    void whatIsSalvagedOfAnOlderFileIsMigrated() {
        Document<Object> document =
                salvage("{\"$version\": 1, \"bb\": \"x\", \"c\": [1, 2").orElseThrow();
        assertThat(document.value()).hasToString("Torn[a=0, b=x, c=[1], d={}, e=[]]");
        assertThat(document.age()).isEqualTo(Document.Age.MIGRATED);
    }

    @Test
    void aDocumentThatReadsIsNotSalvaged() {
        assertThat(salvage("{\"a\": 1}")).isEmpty();
    }

    @Test
    void theReportSaysWhereTheDamageIs() {
        assertThat(Running.repairs(
                        salvage("{\"$version\": 2,\n\"a\": 5, \"c\": [1,\u0001").orElseThrow()))
                .anySatisfy(line ->
                        assertThat(line).startsWith("c[1]: line 2, column ").endsWith("; kept what precedes it"));
    }

    private static Optional<Document<Object>> salvage(String json) {
        return new DocumentReader<>(schema, LoadLimits.defaults()).salvage(json.getBytes(StandardCharsets.UTF_8));
    }
}
