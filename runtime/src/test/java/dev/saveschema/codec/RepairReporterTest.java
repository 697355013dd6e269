package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class RepairReporterTest {

    private static final Members HERO = Members.of(Members.member("level", "1"), Members.optional("pets", "[]"));

    private final RepairLog log = new RepairLog();

    private List<String> repairs() {
        return log.toList().stream().map(Repair::toString).toList();
    }

    /** Reads the members of a hero's object, and goes to each. */
    private void read(String json, Consumer<SaveReader> member) {
        DocumentInput document = DocumentInput.over(json.getBytes(UTF_8), false, LoadLimits.defaults(), log, 1);
        document.requireObject();
        SaveReader in = document.reader();
        in.beginObject(HERO);
        while (in.nextMember() != SaveReader.END) {
            member.accept(in);
        }
        document.requireEnd();
    }

    @Test
    void aReportShowsWhatStandsThereOnOneLine() {
        read("{\"level\":\"a\\nb\u202e\"}", in -> in.readInt(1, WholeLimit.NONE));
        read("{\"level\":" + "9".repeat(300) + "}", in -> in.readInt(1, WholeLimit.NONE));
        assertThat(repairs().get(0)).isEqualTo("level: \"a\\nb\\u202e\" is not a whole number; used 1");
        assertThat(repairs().get(1)).hasSizeLessThan(250).contains("9999…");
    }

    @Test
    void aValueIsReportedOnceAndNothingIsReportedOfAValueThatIsTaken() {
        read("{\"level\":\"x\"}", in -> {
            in.readInt(1, WholeLimit.NONE);
            in.readBoolean(true);
            in.readString("", TextLimit.NONE);
        });
        assertThat(repairs()).containsExactly("level: \"x\" is not a whole number; used 1");
    }

    @Test
    void whatIsNoJsonIsShownWithItsPlaceInADocumentAndWithoutInATree() {
        read("{\n\"level\": undefined}", in -> in.readInt(1, WholeLimit.NONE));
        ArrayNode tree = JsonNodeFactory.instance.arrayNode().add(new byte[] {1});
        SaveReader in = Trees.reader(tree, LoadLimits.defaults(), log);
        in.beginArray();
        in.nextElement();
        in.readInt(1, WholeLimit.NONE);
        assertThat(repairs())
                .containsExactly(
                        "level: line 2, column 10: undefined is no JSON value; used 1",
                        "[0]: something that is not JSON is not a whole number; dropped");
    }

    @Test
    void unknownMembersOfTheSameKindAreOneReport() {
        for (int hero = 0; hero < 3; hero++) {
            read("{\"level\":1,\"x\":2}", in -> {});
        }
        assertThat(repairs()).containsExactly("x: unknown, 2, and 2 more like it; dropped");
    }

    @Test
    void aTooShortCollectionAndATooLongOneAreToldApart() {
        read("{\"level\":1,\"pets\":[]}", in -> in.list(List.of(), SizeLimit.size(1, 2), null));
        read("{\"level\":1,\"pets\":[]}", in -> in.map(Map.of(1, 1, 2, 2), SizeLimit.size(0, 1), null));
        assertThat(repairs())
                .contains(
                        "pets: 0 elements; at least 1 is needed; used []",
                        "pets: 2 entries; at most 1 is allowed; used []");
    }

    @Test
    void damageInAPartThatIsPassedOverIsReportedWithoutAPlace() {
        read("{\"level\":1,\"x\":[\"a\u0001\"]}", in -> {});
        assertThat(repairs())
                .containsExactly(
                        "x: unknown, an array; dropped",
                        "the file: line 1, column 17 (byte 16): text with the control character U+0001; dropped");
    }

    @Test
    void afterAThousandRepairsTheRestIsOnlyCounted() {
        read("{\"level\":1,\"pets\":[" + "0,".repeat(1_500) + "0]}", in -> {
            if (in.beginArray()) {
                while (in.nextElement()) {
                    in.readString(null, TextLimit.NONE);
                }
            }
        });
        assertThat(repairs()).hasSize(1_001).last().asString().contains("502 more repairs");
    }
}
