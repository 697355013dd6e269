package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.MalformedContentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EnvelopedReadingTest {

    /** {@code {"format": 3, …}}. */
    private static final Envelope FORMAT = new Envelope() {

        @Override
        public int version(JsonNode root) {
            return root.path("format").asInt(0);
        }

        @Override
        public void stamp(ObjectNode root, int version) {
            root.put("format", version);
        }
    };

    private final DocumentSchema<Ship> schema = new Ship.ShipSchema(Optional.of(FORMAT));

    private Document<Ship> read(String document) {
        return new DocumentReader<>(schema, LoadLimits.defaults()).read(document.getBytes(UTF_8));
    }

    @Test
    void theVersionIsToldInTheFormatsOwnWay() {
        Document<Ship> read = read("{\"format\": 3, \"name\": \"Argo\", \"oars\": 50}");
        assertThat(read.value()).isEqualTo(new Ship("Argo", 50, List.of(), Map.of()));
        assertThat(read.age()).isEqualTo(Document.Age.CURRENT);
        assertThat(read.repairs()).isEmpty();
    }

    @Test
    void anOlderOneIsMigratedAndWhatIsWrongWithItsTextIsNotForgotten() {
        Document<Ship> read = read("{\"format\": 2, \"name\": \"Argo\",, \"rowers\": 50}");
        assertThat(read.value().oars()).isEqualTo(50);
        assertThat(read.age()).isEqualTo(Document.Age.MIGRATED);
        assertThat(read.repairs()).extracting(Repair::reason).containsExactly(Reason.SYNTAX);
    }

    @Test
    void oneThatIsTooOldTakesTheDefaults() {
        Document<Ship> read = read("{\"format\": 1, \"name\": \"Argo\"}");
        assertThat(read.value()).isEqualTo(Ship.DEFAULT);
        assertThat(read.age()).isEqualTo(Document.Age.TOO_OLD);
    }

    @Test
    void whatIsNoDocumentOfTheFormatIsRefused() {
        assertThatThrownBy(() -> read("[1]"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("the file holds an array, not an object");
    }

    @Test
    void whatIsWrittenIsTheWholeFile() {
        DocumentWriter<Ship> writer = new DocumentWriter<>(schema, false, LoadLimits.defaults());
        byte[] file = writer.write(new Ship("Argo", 50, List.of(), Map.of()), Annotations.NONE)
                .body();
        assertThat(new String(file, UTF_8)).contains("\"format\":3").endsWith("}\n");
        assertThat(read(new String(file, UTF_8)).value().name()).isEqualTo("Argo");
    }
}
