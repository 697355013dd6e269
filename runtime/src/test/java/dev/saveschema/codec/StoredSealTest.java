package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StoredSealTest {

    private static JsonNode seal(int version, int reads, int writes) {
        ObjectNode seal = JsonNodeFactory.instance.objectNode();
        return seal.put("version", version).put("reads", reads).put("writes", writes);
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 4", "5, 5, 5", "1, 1, 1"})
    void versionsInTheirOrderAreTaken(int version, int reads, int writes) {
        assertThat(StoredSeal.of(seal(version, reads, writes))).isEqualTo(new StoredSeal(version, reads, writes));
    }

    @ParameterizedTest
    @CsvSource({"5, 4, 3", "5, 3, 6", "5, 0, 4", "5, -1, 4", "5, 3, 0"})
    void ofVersionsOutOfTheirOrderOnlyTheDocumentsOwnIsTaken(int version, int reads, int writes) {
        StoredSeal taken = StoredSeal.of(seal(version, reads, writes));
        assertThat(taken).isEqualTo(new StoredSeal(version, 0, 0));
        assertThat(taken.isReadBy(version)).isFalse();
        assertThat(taken.isWrittenBy(version)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, false, false", "3, true, false", "4, true, true", "9, true, true"})
    void programReadsAndWritesFromTheVersionsOnThatTheSealStates(int program, boolean reads, boolean writes) {
        StoredSeal seal = StoredSeal.of(seal(5, 3, 4));
        assertThat(seal.isReadBy(program)).isEqualTo(reads);
        assertThat(seal.isWrittenBy(program)).isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource({"seal is a text", "''"})
    void sealThatIsNoObjectStatesNothing(String text) {
        assertThat(StoredSeal.of(JsonNodeFactory.instance.stringNode(text))).isEqualTo(StoredSeal.SILENT);
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "1.5"})
    void versionThatIsNoWholeNumberIsNotStated(double version) {
        ObjectNode seal = JsonNodeFactory.instance.objectNode().put("version", version);
        assertThat(StoredSeal.of(seal)).isEqualTo(StoredSeal.SILENT);
    }
}
