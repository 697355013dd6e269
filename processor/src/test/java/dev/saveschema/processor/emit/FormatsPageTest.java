package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java code of {@code docs/formats.md} compiles and does what the page says. */
class FormatsPageTest {

    private static final List<String> JAVA = Page.read("docs/formats.md").java();

    /** The page leaves out what the generated class needs to be seen from elsewhere. */
    private static String asPublic(String java) {
        return java.replaceFirst("\nrecord", "\npublic record");
    }

    @Test
    void aMemberTellsTheVersion() {
        Schema<Object> schema = Running.compile("Tasks", asPublic(JAVA.get(0))).schema("Tasks");
        Document<Object> document = Running.read(schema, "{\"version\": 2, \"open\": [\"a\"], \"finished\": [\"b\"]}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Tasks[open=[a], done=[b]]");
        assertThat(Running.read(schema, "{\"version\": 4}").age()).isEqualTo(Document.Age.NEWER);
    }

    @Test
    void aRecordTakesTheKindsThatAreNotKnown() {
        Schema<Object> schema = Running.compile("Board", asPublic(JAVA.get(2))).schema("Board");
        String modded =
                "{\"$version\":1,\"parts\":[{\"type\":\"laser\",\"power\":9},{\"type\":\"lamp\",\"watts\":40}]}";
        Document<Object> document = Running.read(schema, modded);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(modded);
    }

    @Test
    void aNameThatIsNotKnownStaysWhereItIs() {
        String source = "import dev.saveschema.ValueCodec;\nimport tools.jackson.databind.node.StringNode;\n"
                + asPublic(JAVA.get(3)).replace("    record Mood", "    public record Mood");
        Schema<Object> schema = Running.compile("Villager", source).schema("Villager");
        String modded =
                "{\"$version\":1,\"mood\":\"wistful\",\"past\":[\"calm\",\"eager\",\"angry\"],\"goods\":{\"amber\":2}}";
        Document<Object> document = Running.read(schema, modded);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(modded);
    }

    @Test
    void anEnvelopeTellsIt() {
        // javac warns of a second class in a file that another file uses, so it is put within the first
        String source = "import dev.saveschema.Envelope;\n"
                + asPublic(JAVA.get(1))
                        .replace("NotebookVersions.class", "Notebook.NotebookVersions.class")
                        .replaceFirst("others\\) \\{\\}", "others) {")
                        .replace("final class", "public static final class")
                + "}";
        Schema<Object> schema = Running.compile("Notebook", source).schema("Notebook");
        Document<Object> document =
                Running.read(schema, "{\"nbformat\": 4, \"nbformat_minor\": 2, \"cells\": [], \"metadata\": {}}");
        assertThat(document.version()).isEqualTo(6);
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Notebook[cells=[], others={metadata={}}]");
    }
}
