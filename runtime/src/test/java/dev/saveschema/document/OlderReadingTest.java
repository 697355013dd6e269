package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class OlderReadingTest {

    private static DocumentReader<Ship> reader(Consumer<ObjectNode> step) {
        return new DocumentReader<>(new Shipyard((tree, log) -> step.accept(tree)), LoadLimits.defaults());
    }

    private static Document<Ship> read(String document, Consumer<ObjectNode> step) {
        return reader(step).read(document.getBytes(UTF_8));
    }

    private static List<String> lines(Document<?> document) {
        return document.repairs().stream().map(Repair::toString).toList();
    }

    @Test
    void aStepSeesNeitherTheVersionNorTheSeal() {
        List<String> seen = new ArrayList<>();
        read(
                "{\"$version\":2,\"$save\":{\"version\":2},\"name\":\"Argo\",\"rowers\":5}",
                tree -> seen.addAll(tree.propertyNames()));
        assertThat(seen).containsExactlyInAnyOrder("name", "oars");
    }

    @Test
    void noStepLosesWhatOtherProgramsHaveToSay() {
        Document<Ship> read = read(
                "{\"$version\":2,\"$schema\":\"s\",\"name\":\"Argo\",\"rowers\":5}",
                tree -> tree.removeAll().put("name", "Nina").put("oars", 7));
        assertThat(read.value()).isEqualTo(new Ship("Nina", 7, List.of(), Map.of()));
        assertThat(read.annotations().members()).hasToString("{$schema=\"s\"}");
        assertThat(read.repairs()).isEmpty();
    }

    /** Whether a step looks at the object decides when the fault is found: in the tree, or when the result is read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrongInAPartIsReportedOnceWhetherOrNotAStepLooksAtIt(boolean looks) {
        Document<Ship> read =
                read("{\"$version\":2,\"name\":\"Argo\",\"rowers\":5,\"cargo\":{\"rope\":1,\"rope\":2}}", tree -> {
                    if (looks) {
                        assertThat(tree.get("cargo").size()).isEqualTo(1);
                    }
                });
        assertThat(read.value()).isEqualTo(new Ship("Argo", 5, List.of(), Map.of("rope", 2)));
        assertThat(lines(read)).containsExactly("cargo.rope: occurs twice; used the last");
        assertThat(read.steps()).hasSize(1);
    }

    @Test
    void whatAStepReportsBeforeAFaultIsFoundIsReportedOnce() {
        Shipyard yard = new Shipyard((tree, log) -> {
            tree.get("cargo").size();
            log.add(new Repair("/name", Reason.MIGRATION_FAILED, "it broke", Optional.empty(), "used its default"));
        });
        byte[] document = "{\"$version\":2,\"name\":\"Argo\",\"rowers\":5,\"cargo\":{\"a\":1,\"a\":2}}".getBytes(UTF_8);
        Document<Ship> read = new DocumentReader<>(yard, LoadLimits.defaults()).read(document);
        assertThat(read.repairs())
                .extracting(Repair::reason)
                .containsExactly(Reason.DUPLICATE, Reason.MIGRATION_FAILED);
    }

    @Test
    void whatWasReportedBeforeTheVersionWasMetIsForgotten() {
        Document<Ship> read = read("{\"oars\":\"none\",\"rowers\":5,\"name\":1,\"$version\":2}", tree -> {});
        assertThat(read.value().oars()).isEqualTo(5);
        assertThat(lines(read)).containsExactly("name: 1 is not text; used \"?\"");
    }

    @Test
    void anAnnotationThatWasMetBeforeTheVersionIsNotMetTwice() {
        Document<Ship> read =
                read("{\"$note\":1,\"$other\":2,\"name\":\"Argo\",\"rowers\":5,\"$version\":2}", tree -> {});
        assertThat(read.annotations().members()).hasToString("{$note=1, $other=2}");
        assertThat(read.repairs()).isEmpty();
    }

    @Test
    void anOlderDocumentThatEndsEarlyIsMigratedAsFarAsItGoes() {
        byte[] torn = "{\"$version\":2,\"name\":\"Argo\",\"rowers\":50,\"crew\":[\"Ada\",\"Gra".getBytes(UTF_8);
        Document<Ship> salvaged = reader(tree -> {}).salvage(torn).orElseThrow();
        assertThat(salvaged.value()).isEqualTo(new Ship("Argo", 50, List.of("Ada"), Map.of()));
        assertThat(salvaged.age()).isEqualTo(Document.Age.MIGRATED);
        assertThat(salvaged.repairs()).extracting(Repair::reason).containsExactly(Reason.DAMAGED);
    }

    @Test
    void aDocumentThatIsTooOldIsNotMigrated() {
        Document<Ship> read = read("{\"$version\":1,\"name\":\"Argo\"}", tree -> {
            throw new AssertionError("no step starts there");
        });
        assertThat(read.value()).isEqualTo(Ship.DEFAULT);
        assertThat(lines(read))
                .containsExactly(
                        "the file: version 1 is older than 2, the oldest that is still read; used the defaults");
    }
}
