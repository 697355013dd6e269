package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.codec.limit.WholeLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hero, {@code {"level": 7, "pet": {"level": 1}}}, whose members are passed over unless a test reads them. */
class MemberReaderTest {

    private static final int HEAD = 3;
    private static final int LEVEL = 0;
    private static final int PET = 1;
    private static final Members HERO =
            Members.of(Members.member("level", "1", "lvl"), Members.optional("pet", "none"));

    private final RepairLog log = new RepairLog();

    private DocumentInput over(String json) {
        return over(json, HEAD);
    }

    private DocumentInput over(String json, int head) {
        DocumentInput document = DocumentInput.over(json.getBytes(UTF_8), false, LoadLimits.defaults(), log, head);
        document.first();
        return document;
    }

    private List<String> repairs() {
        return log.toList().stream().map(Repair::toString).toList();
    }

    /** Reads the hero: the numbers of the members that were met, in the order of the file. */
    private static List<Integer> met(SaveReader in) {
        List<Integer> met = new ArrayList<>();
        in.beginObject(HERO);
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            met.add(member);
        }
        return met;
    }

    @Test
    void aMemberIsFoundByEachOfItsNamesInWhateverOrder() {
        assertThat(met(over("{\"level\":1,\"pet\":2}").reader())).containsExactly(LEVEL, PET);
        assertThat(met(over("{\"pet\":2,\"lvl\":1}").reader())).containsExactly(PET, LEVEL);
        assertThat(met(over("{\"pet\":2,\"\\u006cevel\":1}").reader())).containsExactly(PET, LEVEL);
        assertThat(repairs()).isEmpty();
    }

    @Test
    void anAbsentMemberIsReportedUnlessItMayBeAbsent() {
        met(over("{}").reader());
        assertThat(repairs()).containsExactly("level: missing; used 1");
    }

    @Test
    void ofTwoMembersTheLastCountsAndWhatWasSaidOfTheFirstIsForgotten() {
        SaveReader in = over("{\"level\":\"x\",\"lvl\":5}").reader();
        in.beginObject(HERO);
        in.nextMember();
        assertThat(in.readInt(1, WholeLimit.NONE)).isEqualTo(1);
        in.nextMember();
        assertThat(in.readInt(1, WholeLimit.NONE)).isEqualTo(5);
        in.nextMember();
        assertThat(repairs()).containsExactly("level: occurs twice; used the last");
    }

    @Test
    void anUnknownMemberIsReportedOrKeptWhereItsRecordKeepsIt() {
        met(over("{\"level\":1,\"x\":[2]}").reader());
        assertThat(repairs()).containsExactly("x: unknown, an array; dropped");

        Map<String, JsonNode> kept = new LinkedHashMap<>();
        DocumentInput document = over("{\"$version\":3,\"$save\":{},\"$schema\":\"s\",\"level\":1,\"x\":[2]}");
        document.reader().beginObject(HERO);
        assertThat(document.reader().nextMember(kept)).isEqualTo(LEVEL);
        assertThat(document.reader().nextMember(kept)).isEqualTo(SaveReader.END);
        assertThat(kept).hasToString("{$schema=\"s\", x=[2]}");
        assertThat(repairs()).hasSize(1);
    }

    @Test
    void aVersionInAnInnerObjectIsAMemberLikeAnyOther() {
        DocumentInput document = over("{\"level\":1,\"pet\":{\"$version\":9,\"level\":1}}");
        SaveReader in = document.reader();
        in.beginObject(HERO);
        in.nextMember();
        in.nextMember();
        met(in);
        in.nextMember();
        assertThat(document.version()).isNull();
        assertThat(repairs()).containsExactly("pet.$version: unknown, 9; dropped");
    }

    @Test
    void aValueThatIsNoDocumentHasNoVersion() {
        DocumentInput noDocument = over("{\"$version\":9,\"level\":1}", 0);
        met(noDocument.reader());
        assertThat(noDocument.version()).isNull();
        assertThat(repairs()).containsExactly("$version: unknown, 9; dropped");
    }

    @Test
    void ofTwoVersionsTheFirstCounts() {
        DocumentInput document = over("{\"level\":1,\"$version\":2,\"$version\":3}");
        met(document.reader());
        assertThat(document.version()).isEqualTo(StoredVersion.stated(2));
        assertThat(repairs()).containsExactly("$version: occurs twice; used the first");
    }

    @Test
    void theSealIsReadUnlessTheVersionSaysThatNobodyNeedsIt() {
        String seal = "\"$save\":{\"version\":4,\"reads\":2,\"writes\":3},\"level\":1";
        DocumentInput newer = over("{\"$version\":4," + seal + "}");
        met(newer.reader());
        assertThat(newer.seal()).isEqualTo(new StoredSeal(4, 2, 3));

        DocumentInput unknown = over("{" + seal + ",\"$version\":4}");
        met(unknown.reader());
        assertThat(unknown.seal()).isEqualTo(new StoredSeal(4, 2, 3));

        DocumentInput current = over("{\"$version\":3," + seal + "}");
        met(current.reader());
        assertThat(current.seal()).isEqualTo(StoredSeal.SILENT);

        DocumentInput none = over("{\"$version\":4,\"level\":1}");
        met(none.reader());
        assertThat(none.seal()).isNull();
        assertThat(repairs()).isEmpty();
    }

    @Test
    void annotationsAreTheMembersOfTheRootThatBeginWithADollarSign() {
        Map<String, JsonNode> annotations = new LinkedHashMap<>();
        DocumentInput document = over("{\"$schema\":\"s\",\"level\":1,\"x\":2,\"pet\":{\"$note\":3,\"level\":1}}");
        document.keepAnnotations(annotations);
        SaveReader in = document.reader();
        in.beginObject(HERO);
        in.nextMember();
        in.nextMember();
        met(in);
        in.nextMember();
        assertThat(annotations).containsOnlyKeys("$schema");
        assertThat(repairs()).containsExactly("x: unknown, 2; dropped", "pet.$note: unknown, 3; dropped");
    }

    private static final Subtypes PETS =
            Subtypes.of("kind", Subtypes.subtype("cat", "kitten"), Subtypes.subtype("dog"));

    @Test
    void aTagTellsRecordsApartWhereverItStands() {
        assertThat(over("{\"level\":1,\"kind\":\"dog\"}").reader().readSubtype(PETS))
                .isEqualTo(1);
        assertThat(over("{\"kind\":\"kitten\"}").reader().readSubtype(PETS)).isZero();
        assertThat(repairs()).isEmpty();
        assertThat(over("{\"kind\":\"cow\"}").reader().readSubtype(PETS.open())).isEqualTo(2);
        assertThat(over("[1]").reader().readSubtype(PETS.open())).isEqualTo(Subtypes.UNKNOWN);
    }

    @Test
    void aTagThatNamesNoRecordIsReported() {
        OneValue v = new OneValue();
        assertThat(v.read("{\"kind\":\"cow\"}", in -> in.readSubtype(PETS))).isEqualTo(Subtypes.UNKNOWN);
        assertThat(v.repairs()).containsExactly("v: \"cow\" is not one of cat, dog; used the default");
        assertThat(v.read("{}", in -> in.readSubtype(PETS))).isEqualTo(Subtypes.UNKNOWN);
        assertThat(v.repairs())
                .containsExactly("v: has no \"kind\" that says which of cat, dog it is; used the default");
        OneValue shallow = new OneValue(LoadLimits.defaults().nesting(1));
        assertThat(shallow.read("{\"kind\":\"cat\"}", in -> in.readSubtype(PETS)))
                .isEqualTo(Subtypes.UNKNOWN);
        assertThat(shallow.repairs()).singleElement().asString().contains("nested more than 1 levels deep");
    }

    @Test
    void aTagIsNoMemberOfItsObjectAndOfNoObjectInIt() {
        SaveReader in = over("{\"kind\":\"cat\",\"level\":1,\"pet\":{\"kind\":\"x\",\"level\":2},\"kind\":\"dog\"}")
                .reader();
        in.readSubtype(PETS);
        in.beginObject(HERO);
        in.nextMember();
        assertThat(in.nextMember()).isEqualTo(PET);
        assertThat(met(in)).containsExactly(LEVEL);
        assertThat(in.nextMember()).isEqualTo(SaveReader.END);
        assertThat(repairs())
                .containsExactly("pet.kind: unknown, \"x\"; dropped", "kind: occurs twice; used the first");
    }

    @Test
    void aTypeOfJsonTellsAlternativesApart() {
        OneValue v = new OneValue();
        Alternatives either = Alternatives.of(Alternatives.Type.TEXT, Alternatives.Type.LIST);
        assertThat(v.read("\"x\"", in -> in.readAlternative(either))).isEqualTo(0);
        assertThat(v.read("[]", in -> in.readAlternative(either))).isEqualTo(1);
        assertThat(v.repairs()).isEmpty();
        assertThat(v.read("{}", in -> in.readAlternative(either))).isEqualTo(Alternatives.NONE);
        assertThat(v.repairs()).containsExactly("v: an object is not text or a list; used the default");
    }
}
