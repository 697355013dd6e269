package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.MalformedContentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final Ship ARGO = new Ship("Argo", 50, List.of("Ada", "Grace"), Map.of("rope", 3));

    private final DocumentReader<Ship> reader = new DocumentReader<>(Ship.ShipSchema.INSTANCE, LoadLimits.defaults());

    private Document<Ship> read(String document) {
        return reader.read(document.getBytes(UTF_8));
    }

    private static List<String> lines(Document<?> document) {
        return document.repairs().stream().map(Repair::toString).toList();
    }

    @Test
    void whatWasWrittenIsReadWithoutARepair() {
        Document<Ship> read = reader.read(Ship.file(ARGO));
        assertThat(read.value()).isEqualTo(ARGO);
        assertThat(read.age()).isEqualTo(Document.Age.CURRENT);
        assertThat(read.storedVersion()).hasValue(3);
        assertThat(read.repairs()).isEmpty();
        assertThat(read.annotations().isEmpty()).isTrue();
    }

    @Test
    void whatIsWrongCostsOnlyItself() {
        Document<Ship> read =
                read("{\"$version\":3,\"name\":5,\"oars\":400,\"crew\":[\"Ada\",1],\"cargo\":{\"rope\":3}}");
        assertThat(read.value()).isEqualTo(new Ship("?", 2, List.of("Ada"), Map.of("rope", 3)));
        assertThat(lines(read))
                .containsExactly(
                        "name: 5 is not text; used \"?\"",
                        "oars: 400 is outside 0..100; used 2",
                        "crew[1]: 1 is not text; dropped");
    }

    @Test
    void ofTwoMembersOfANameTheLastCounts() {
        Document<Ship> read = read("{\"$version\":3,\"name\":\"a\",\"name\":\"b\",\"oars\":1}");
        assertThat(read.value().name()).isEqualTo("b");
        assertThat(read.repairs()).extracting(Repair::reason).containsExactly(Reason.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":2,\"name\":\"Argo\",\"rowers\":50}",
                "{\"name\":\"Argo\",\"rowers\":50,\"$version\":2}",
                "{\"name\":\"Argo\",\"rowers\":50}",
                "{\"name\":\"Argo\",/* 50! */\"rowers\":50}"
            })
    void anOlderDocumentIsMigratedWhereverItsVersionStands(String document) {
        Document<Ship> read = read(document);
        assertThat(read.value()).isEqualTo(new Ship("Argo", 50, List.of(), Map.of()));
        assertThat(read.age()).isEqualTo(Document.Age.MIGRATED);
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.steps()).hasSize(1);
        assertThat(read.repairs()).hasSize(document.contains("/*") ? 1 : 0);
    }

    @Test
    void whatIsWrongWithAnOlderDocumentIsReportedOnce() {
        Document<Ship> read = read("{\"$version\":2,\"name\":\"a\",\"name\":\"b\",\"rowers\":NaN}");
        assertThat(read.value()).isEqualTo(new Ship("b", 2, List.of(), Map.of()));
        assertThat(read.repairs())
                .extracting(Repair::reason)
                .containsExactly(Reason.DUPLICATE, Reason.SYNTAX, Reason.MISSING);
    }

    @Test
    void whatIsTooOldTakesTheDefaults() {
        Document<Ship> read = read("{\"$version\":1,\"name\":\"Argo\"}");
        assertThat(read.value()).isEqualTo(Ship.DEFAULT);
        assertThat(read.age()).isEqualTo(Document.Age.TOO_OLD);
        assertThat(read.repairs()).extracting(Repair::reason).containsExactly(Reason.TOO_OLD);
    }

    @Test
    void aNewerDocumentIsReadAsFarAsItGoes() {
        Document<Ship> read = read("{\"$version\":4,\"name\":\"Argo\",\"oars\":50,\"sails\":2}");
        assertThat(read.value().oars()).isEqualTo(50);
        assertThat(read.age()).isEqualTo(Document.Age.NEWER);
        assertThat(read.newer()).isEmpty();
    }

    @Test
    void aNewerDocumentWhoseSealAllowsItIsCompatibleAndLosesNothing() {
        Document<Ship> read = read("{\"$version\":4,\"name\":\"Argo\",\"oars\":50,\"sails\":2,"
                + "\"$save\":{\"version\":4,\"reads\":3,\"writes\":3}}");
        assertThat(read.age()).isEqualTo(Document.Age.COMPATIBLE);
        assertThat(read.repairs()).isEmpty();
        byte[] written = new DocumentWriter<>(Ship.ShipSchema.INSTANCE, false, LoadLimits.defaults())
                .write(new Ship("Argo", 51, List.of(), Map.of()), read.newer().orElseThrow());
        assertThat(new String(written, UTF_8)).startsWith("{\"$version\":4,").contains("\"oars\":51", "\"sails\":2");
    }

    @Test
    void whatADocumentSaysOfItselfToOthersIsKept() {
        Document<Ship> read = read("{\"$version\":3,\"$schema\":\"ship.json\",\"name\":\"Argo\",\"oars\":50}");
        assertThat(read.repairs()).isEmpty();
        assertThat(read.annotations().members()).containsOnlyKeys("$schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "{\"$version\":3,\"name\":\"Argo\",\"oars\":50",
                "{\"name\":\"refused\",\"$version\":3}"
            })
    void whatIsNoDocumentIsRefused(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void ofADocumentThatEndsEarlyWhatPrecedesItIsSalvaged() {
        byte[] torn = "{\"$version\":3,\"name\":\"Argo\",\"oars\":5".getBytes(UTF_8);
        Document<Ship> salvaged = reader.salvage(torn).orElseThrow();
        assertThat(salvaged.value()).isEqualTo(new Ship("Argo", 2, List.of(), Map.of()));
        assertThat(salvaged.repairs()).extracting(Repair::reason).contains(Reason.DAMAGED);
        assertThat(reader.salvage(Ship.file(ARGO))).isEmpty();
        assertThat(reader.salvage("{".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void moreElementsThanAreReadAreDamage() {
        DocumentReader<Ship> strict = new DocumentReader<>(
                Ship.ShipSchema.INSTANCE, LoadLimits.defaults().elements(3));
        assertThatThrownBy(() -> strict.read(Ship.file(ARGO)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("more than 3 members and elements");
    }
}
