package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.MalformedContentException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class DocumentInputTest {

    private static final Members HERO = Members.of(Members.member("level", "1"), Members.optional("pets", "[]"));

    private final RepairLog log = new RepairLog();

    private DocumentInput over(String json, boolean salvaging) {
        return DocumentInput.over(json.getBytes(UTF_8), salvaging, LoadLimits.defaults(), log, 1);
    }

    private List<String> repairs() {
        return log.toList().stream().map(Repair::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            [1]  | the file holds an array, not an object
            5    | the file holds a single value, not an object
            ^^   | the file is empty
            ^  ^ | the file is empty
            """)
    void whatIsNoObjectIsNoDocument(String json, String message) {
        assertThatThrownBy(() -> over(json, false).requireObject())
                .isInstanceOf(MalformedContentException.class)
                .hasMessage(message);
    }

    /** Reads the members of a hero as far as they go. */
    private static int level(DocumentInput document) {
        document.requireObject();
        SaveReader in = document.reader();
        int level = 1;
        in.beginObject(HERO);
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            level = in.readInt(level, WholeLimit.NONE);
        }
        return level;
    }

    @Test
    void ofADocumentThatEndsEarlyWhatPrecedesTheDamageIsKeptIfThereIsAny() {
        DocumentInput torn = over("{\"level\":7,\"pets\":[", true);
        assertThat(level(torn)).isEqualTo(7);
        assertThat(torn.requireEnd()).isTrue();
        assertThat(repairs()).anyMatch(line -> line.endsWith("kept what precedes it"));

        DocumentInput nothing = over("{\"unknown\":7,\"lev", true);
        level(nothing);
        assertThatThrownBy(nothing::requireEnd).hasMessage("nothing precedes the damage");

        DocumentInput tree = over("{\"level\":7,\"pets\":[", true);
        tree.requireObject();
        assertThat(tree.readWhole()).hasToString("{\"level\":7,\"pets\":[]}");
        assertThat(tree.requireEnd()).isTrue();
    }

    @Test
    void aDamagedValueMakesTheDocumentADamagedOneThoughItCanBeReadOn() {
        DocumentInput damaged = over("{\"level\":7,\"pets\":\"\u0001\"}", false);
        assertThat(level(damaged)).isEqualTo(7);
        assertThat(damaged.requireEnd()).isTrue();
        assertThat(damaged.damage()).endsWith("text with the control character U+0001");
        DocumentInput broken = over("{\"level\":7,\"pets\":NaN}", false);
        level(broken);
        assertThat(broken.requireEnd()).isFalse();
    }

    @Test
    void theDeepestLevelIsRemembered() {
        DocumentInput document = over("{\"level\":1,\"pets\":[]}", false);
        document.requireObject();
        SaveReader in = document.reader();
        in.beginObject(HERO);
        in.nextMember();
        in.nextMember();
        in.beginArray();
        assertThat(in.nextElement()).isFalse();
        in.nextMember();
        assertThat(document.deepestSoFar()).isEqualTo(2);
    }

    private Optional<ObjectNode> leading(String head) {
        return over(head, false).leading(HERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":1,\"level\":7,\"diary\":[\"once upo",
                "{\"$version\":1,\"$schema\":\"s\",\"level\":7,\"pets\":[],\"diary\":[",
                "{\"level\":7}"
            })
    void theMembersOfASummaryAreReadWithoutTheRest(String head) {
        assertThat(leading(head).orElseThrow().get("level")).hasToString("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":1,\"diary\":[],\"level\":7}",
                "{\"$version\":1,\"pets\":[]}",
                "{\"$save\":{},\"level\":7}"
            })
    void membersThatDoNotStandAtTheBeginningAreNoSummary(String head) {
        assertThat(leading(head)).isEmpty();
    }

    @Test
    void aNumberAtTheEndOfAHeadIsNotKnownToBeWhole() {
        assertThatThrownBy(() -> leading("{\"level\":7")).isInstanceOf(MalformedContentException.class);
    }
}
