package dev.saveschema.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Envelope;
import dev.saveschema.Repair;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.json.MalformedContentException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A document {@code {"format": 3, "data": {…}}}, whose data has the version, too: in {@code twice}, or before version 3 in {@code once}. */
class EnvelopedTest {

    private static final int HEAD = 3;
    private static final int UNVERSIONED = 2;

    private static final class Format implements Envelope {

        @Override
        public int version(JsonNode root) {
            if (root.has("format") && !root.get("format").isInt()) {
                throw new IllegalArgumentException("format is\n" + root.get("format"));
            }
            return root.path("format").asInt(0);
        }

        @Override
        public ObjectNode unwrap(JsonNode root) {
            return (ObjectNode) root.get("data");
        }

        @Override
        public void stamp(ObjectNode members, int version) {
            if (version > HEAD) {
                throw new IllegalArgumentException("only a newer program knows version " + version);
            }
            members.put(version < 3 ? "once" : "twice", version);
        }
    }

    private static Enveloped of(String json) {
        return Enveloped.of(JsonValue.of(json), new Format(), HEAD, UNVERSIONED);
    }

    @Test
    void theRecordsMembersAreThoseThatDoNotHoldTheVersion() {
        Enveloped document = of("{\"format\":3,\"data\":{\"twice\":3,\"$version\":1,\"name\":\"a\"}}");
        assertThat(document.version()).isEqualTo(StoredVersion.stated(3));
        assertThat(document.members()).hasToString("{\"name\":\"a\"}");
    }

    @Test
    void anOlderDocumentHoldsItsVersionAsThatVersionOfTheFormatDid() {
        assertThat(of("{\"format\":2,\"data\":{\"once\":2,\"twice\":6}}").members())
                .hasToString("{\"twice\":6}");
        assertThat(of("{\"format\":4,\"data\":{\"once\":2,\"twice\":6}}").members())
                .hasToString("{\"once\":2}");
    }

    @Test
    void aDocumentWithoutAVersionIsOfTheVersionThatIsMeantThen() {
        assertThat(of("{\"data\":{}}").version()).isEqualTo(StoredVersion.none(UNVERSIONED));
    }

    @Test
    void aVersionFromBeforeTheFormatCounts() {
        assertThat(of("{\"$version\":1,\"data\":{}}").version()).isEqualTo(StoredVersion.stated(1));
        assertThat(of("{\"$version\":0,\"format\":3,\"data\":{}}").version()).isEqualTo(StoredVersion.stated(3));
    }

    @Test
    void aVersionThatTheFormatCannotTellIsReportedAndTakenForTheProgramsOwn() {
        StoredVersion version = of("{\"format\":\"x\",\"data\":{}}").version();
        assertThat(version.number()).isEqualTo(HEAD);
        assertThat(version.repair().map(Repair::toString))
                .hasValue("the file: no version could be told: format is\\n\"x\"; read as version 3");
    }

    @Test
    void aRootThatTheFormatCannotTakeApartIsNoDocument() {
        assertThatThrownBy(() -> of("{\"data\":[1]}")).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> of("{}")).isInstanceOf(MalformedContentException.class);
    }
}
