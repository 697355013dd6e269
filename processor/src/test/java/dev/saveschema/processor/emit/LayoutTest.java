package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save as people see it. */
class LayoutTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/layout.json");

    private static final String COMPACT = """
            {"$version":1,"text":"a \\"b\\"\\n","numbers":[1,2,3],"none":[],"rooms":[{"name":"hall","sizes":[[1,2],[]],\
            "doors":{}},{"name":"attic","sizes":[],"doors":{"north":{"open":true},"a/b":{"open":false}}}],\
            "texts":{"1":["x","y"],"-2":[]},"maybe":null}""";

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("House", """
                @SaveSchema(version = 1)
                public record House(
                    @Default("") String text, List<Integer> numbers, Set<String> none, List<Room> rooms,
                    Map<Integer, List<String>> texts, Optional<Room> maybe) {
                  public record Room(@Default("") String name, List<List<Integer>> sizes, Map<String, Door> doors) {}
                  public record Door(@Default("false") boolean open) {}
                }
                """).schema("House");
    }

    @Test
    void aSaveIsLaidOutForPeople() throws IOException {
        Document<Object> document = Running.read(schema, COMPACT);
        assertThat(document.repairs()).isEmpty();
        String pretty = pretty(document.value()) + "\n}\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void bothFormsReadTheSame() {
        Object value = Running.read(schema, COMPACT).value();
        assertThat(Running.write(schema, value)).isEqualTo(COMPACT);
        assertThat(Running.read(schema, pretty(value) + "}").value()).isEqualTo(value);
    }

    @Test
    void anyWhiteSpaceReadsTheSame() {
        Object value = Running.read(schema, COMPACT).value();
        String spaced = COMPACT.replaceAll("([\\[{,:\\]}])", " \t\r\n$1\n\n ").replace("a \\\"b", "a \\\"b");
        assertThat(Running.read(schema, spaced).value()).isEqualTo(value);
    }

    @Test
    void aStoreWritesTheFormItIsAskedFor() throws IOException {
        Object value = Running.read(schema, COMPACT).value();
        Path file = folder.resolve("save.json");
        try (SaveStore<Object> store =
                SaveStore.open(schema, file, StoreOptions.defaults().compact())) {
            store.save(value);
            assertThat(Files.readString(file))
                    .startsWith(COMPACT.substring(0, COMPACT.length() - 1))
                    .endsWith("}\n")
                    .hasLineCount(1);
        }
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            assertThat(store.load().value()).isEqualTo(value);
            assertThat(store.load().isClean()).isTrue();
            store.save(schema.defaultValue());
            store.save(value);
            assertThat(Files.readString(file))
                    .startsWith(pretty(value))
                    .endsWith("\n}\n")
                    .doesNotContain("\r");
            assertThat(store.load().value()).isEqualTo(value);
        }
    }

    private static String pretty(Object value) {
        return new String(DocumentWriter.body(schema, value, true, LoadLimits.defaults()), StandardCharsets.UTF_8);
    }
}
