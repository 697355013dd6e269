package dev.saveschema.processor.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version's file is a JSON Schema, by which an editor checks a save: a well-known validator stands for the editor. */
class JsonSchemaTest {

    private static final SchemaRegistry VALIDATOR =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String SOURCE = """
            /** What a player has. */
            @SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
            public record Player(
                @Default("true") boolean flag, @Default("3") @Range(min = 1, max = 9) byte small, @Default("4") long large,
                @Default("12345678901234567890") BigInteger huge, @Default("0.5") @DecimalRange(min = "0", max = "1") double part,
                @Default("1.50") BigDecimal exact, @Default("x") char letter,
                @Default("Ada") @Size(min = 1, max = 9) @Pattern("[A-Z][a-z]*") String displayName,
                @Default("MID") Level level, Optional<Level> other, Optional<Integer> number, Optional<Inner> inner,
                @Each(size = @Size(max = 5)) List<String> words, Set<Level> levels, List<List<Integer>> lists,
                List<Optional<Inner>> places, Map<String, OptionalInt> perhaps,
                Map<String, Inner> byText, Map<Integer, String> byNumber, Map<UUID, Integer> byId, Map<Level, Integer> byLevel,
                @Default("2026-11-22T19:47:03Z") Instant instant, @Default("2026-11-22") LocalDate date,
                @Default("PT10M") Duration duration, @Default("123e4567-e89b-12d3-a456-426614174000") UUID id,
                Inner required, List<Node> nodes) {
              public enum Level { @Name("low") LOW, MID, HIGH }
              public record Inner(@Default("80") @Range(min = 0, max = 100) int volume, @Default("n") String name) {}
              public record Node(@Default("") String name, List<Node> children) {}
            }
            """;

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void lock() {
        releases = new Releases(folder).lock(SOURCE);
    }

    @Test
    void aVersionsFileIsAJsonSchema() {
        com.networknt.schema.Schema dialect =
                VALIDATOR.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(dialect.validate(releases.schemaText("player", 1), InputFormat.JSON))
                .isEmpty();
        assertThat(dialect.validate("{\"type\": 5}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aSampleIsASaveOfItsVersion() {
        assertThat(VALIDATOR
                        .getSchema(releases.schemaText("player", 1))
                        .validate(releases.sampleText("player", 1), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void whatIsSavedIsValid() throws IOException {
        Schema<Object> schema = releases.run("Player", SOURCE).schema("Player");
        Document<Object> sample = Running.read(schema, releases.sampleText("player", 1));
        assertThat(sample.repairs()).isEmpty();
        for (Object value : new Object[] {schema.defaultValue(), sample.value()}) {
            Path save = folder.resolve("save.json");
            try (SaveStore<Object> store = SaveStore.open(schema, save)) {
                store.save(value);
            }
            assertThat(VALIDATOR
                            .getSchema(releases.schemaText("player", 1))
                            .validate(Files.readString(save), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void whatASaveCannotHoldIsNot() {
        String sample = releases.sampleText("player", 1);
        for (String[] edit : new String[][] {
            {"\"$version\": 1", "\"$version\": 2"},
            {"\"flag\": false", "\"flag\": 1"},
            {"\"small\": ", "\"small\": 1"},
            {"\"level\": \"", "\"level\": \"x"},
            {"\"words\": [", "\"words\": [\"longer\", "},
            {"\"flag\"", "\"flagg\""},
        }) {
            String edited = sample.replace(edit[0], edit[1]);
            assertThat(edited).as(edit[0]).isNotEqualTo(sample);
            assertThat(VALIDATOR.getSchema(releases.schemaText("player", 1)).validate(edited, InputFormat.JSON))
                    .as(edit[0])
                    .isNotEmpty();
        }
    }

    @Test
    void noMemberOfASampleHasItsDefault() {
        Schema<Object> schema = releases.run("Player", SOURCE).schema("Player");
        Object sample = Running.read(schema, releases.sampleText("player", 1)).value();
        for (var component : sample.getClass().getRecordComponents()) {
            assertThat(Running.get(sample, component.getName()))
                    .as(component.getName())
                    .isNotEqualTo(Running.get(schema.defaultValue(), component.getName()));
        }
        assertThat(releases.sampleText("player", 1)).contains("low", "MID", "HIGH");
    }
}
