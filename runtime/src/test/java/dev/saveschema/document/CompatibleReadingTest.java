package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document of version 4, read by a program of version 3. */
class CompatibleReadingTest {

    private static final String MEMBERS = "\"name\":\"Argo\",\"sails\":{\"main\":1},\"cargo\":{\"rope\":3,\"salt\":1}";

    private static Document<Ship> read(String members, String seal) {
        return new DocumentReader<>(Ship.ShipSchema.INSTANCE, LoadLimits.defaults())
                .read(("{\"$version\":4,\"$schema\":\"s\"," + members + ",\"$save\":{" + seal + "}}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "version":4,"reads":3,"writes":3 | COMPATIBLE | true
            "version":4,"reads":3,"writes":4 | NEWER      | true
            "version":4,"reads":4,"writes":4 | NEWER      | false
            "version":5,"reads":3,"writes":3 | NEWER      | false
            "version":4,"reads":4,"writes":3 | NEWER      | false
            "version":4                      | NEWER      | false
            """)
    void theSealSaysWhatAnOlderProgramMayDo(String seal, Document.Age age, boolean isComplete) {
        Document<Ship> read = read(MEMBERS, seal);
        assertThat(read.age()).isEqualTo(age);
        assertThat(read.newer().isPresent()).isEqualTo(isComplete);
        // a member that is unknown, or missing, is none of the document's faults if it is known to be complete
        assertThat(read.repairs().isEmpty()).isEqualTo(isComplete);
    }

    private static final String SEAL = "\"version\":4,\"reads\":3,\"writes\":3";

    @Test
    void aMemberThatHadToBeRepairedKeepsTheDocumentFromBeingWrittenBack() {
        Document<Ship> read = read("\"name\":5", SEAL);
        assertThat(read.age()).isEqualTo(Document.Age.NEWER);
        assertThat(read.newer()).isEmpty();
        assertThat(read.repairs()).isNotEmpty();
    }

    @Test
    void aChangeGoesIntoTheNewerDocumentAndLeavesTheRestOfIt() {
        Document<Ship> read = read(MEMBERS, SEAL);
        NewerDocument newer = read.newer().orElseThrow();
        DocumentWriter<Ship> writer = new DocumentWriter<>(Ship.ShipSchema.INSTANCE, false, LoadLimits.defaults());
        assertThat(new String(writer.write(read.value(), newer), UTF_8))
                .isEqualTo("{\"$version\":4,\"$schema\":\"s\"," + MEMBERS);
        Ship changed = new Ship("Argo", 2, List.of(), Map.of("rope", 4));
        assertThat(new String(writer.write(changed, newer), UTF_8))
                .isEqualTo("{\"$version\":4,\"$schema\":\"s\",\"name\":\"Argo\",\"sails\":{\"main\":1},"
                        + "\"cargo\":{\"rope\":4}");
    }
}
