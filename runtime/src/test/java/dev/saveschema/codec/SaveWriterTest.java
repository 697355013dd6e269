package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

class SaveWriterTest {

    private static final MemberName KIND = MemberName.of("kind");
    private static final MemberName LEVEL = MemberName.of("level");
    private static final Members HERO = Members.of(Members.member("level", "1", "lvl"));
    private static final Subtypes PETS =
            Subtypes.of("kind", Subtypes.subtype("cat", "kitten")).open();

    private static String document(Consumer<SaveWriter> content) {
        DocumentOutput out = new DocumentOutput();
        content.accept(out.document(false, LoadLimits.defaults(), 3, Map.of("$schema", JsonValue.of("\"s\""))));
        return new String(out.toByteArray(), UTF_8);
    }

    private static void hero(SaveWriter out, Map<String, JsonNode> unknown) {
        out.beginObject();
        out.name(LEVEL).write(7);
        out.writeUnknown(unknown, HERO);
        out.endObject();
    }

    private static void assertRefused(Runnable write, String message) {
        assertThatThrownBy(write::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theOutermostObjectOfADocumentHasItsVersionAndLeavesItsBraceToTheSeal() {
        assertThat(document(out -> {
                    out.beginObject();
                    out.name(LEVEL);
                    out.beginObject();
                    out.endObject();
                    out.endObject();
                }))
                .isEqualTo("{\"$version\":3,\"$schema\":\"s\",\"level\":{}");
        assertThat(Written.of(out -> hero(out, Map.of()))).isEqualTo("{\"level\":7}");
    }

    @Test
    void membersByThemselvesHaveNoVersionAndAreStillThoseOfADocument() {
        DocumentOutput out = new DocumentOutput();
        hero(out.members(LoadLimits.defaults()), Map.of("x", JsonValue.of("1")));
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("{\"level\":7,\"x\":1}");
        assertRefused(
                () -> hero(out.members(LoadLimits.defaults()), Map.of("$save", JsonValue.of("1"))),
                "the document: \"$save\" cannot be saved as an unknown member, since that name is SaveSchema's");
    }

    @Test
    void aDiscriminatorIsTheFirstMemberOfTheNextObjectOnly() {
        DocumentOutput out = new DocumentOutput();
        SaveWriter writer = out.value(false, LoadLimits.defaults());
        writer.beginArray();
        writer.subtype(KIND, "cat");
        hero(writer, Map.of());
        hero(writer, Map.of());
        writer.endArray();
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("[{\"kind\":\"cat\",\"level\":7},{\"level\":7}]");
        assertThat(writer.discriminators()).containsExactly("kind");
    }

    @Test
    void anUnknownMemberThatALoadWouldTakeForAnotherIsRefused() {
        assertRefused(
                () -> document(out -> hero(out, Map.of("lvl", JsonValue.of("1")))),
                "the document: \"lvl\" cannot be saved as an unknown member, since it is a known one");
        assertRefused(
                () -> document(out -> hero(out, Map.of("$version", JsonValue.of("1")))),
                "the document: \"$version\" cannot be saved as an unknown member, since that name is SaveSchema's");
        assertThat(document(out -> {
                    out.beginObject();
                    out.name(LEVEL);
                    hero(out, Map.of("$version", JsonValue.of("1")));
                }))
                .as("the name is SaveSchema's at the root only")
                .endsWith("{\"level\":7,\"$version\":1}");
        assertRefused(
                () -> document(out -> {
                    out.beginObject();
                    out.subtype(KIND, "cat");
                    out.name(LEVEL);
                    hero(out, Map.of("kind", JsonValue.of("1")));
                }),
                "level: \"kind\" cannot be saved as an unknown member, since it is a known one");
    }

    @Test
    void anObjectThatKeepsAllMembersIsRefusedIfALoadWouldTakeItForOneOfTheOthers() {
        Consumer<String> pet = kind -> document(out -> {
            out.beginObject();
            out.name(LEVEL);
            out.other(PETS);
            out.beginObject();
            out.writeUnknown(Map.of("kind", JsonValue.of(kind)), Members.of());
            out.endObject();
        });
        pet.accept("\"cow\"");
        pet.accept("5");
        assertRefused(
                () -> pet.accept("\"kitten\""),
                "level: \"kind\" is \"kitten\", which has a record of its own and would be read as that");
    }

    private static String sets(Set<List<Integer>> set, boolean pretty) {
        DocumentOutput out = new DocumentOutput();
        SaveWriter writer = out.value(pretty, LoadLimits.defaults());
        writer.beginArray();
        writer.writeInOrder(set, (inner, list) -> {
            inner.beginArray();
            list.forEach(inner::write);
            inner.endArray();
        });
        writer.endArray();
        return new String(out.toByteArray(), UTF_8);
    }

    @Test
    void aSetOfAnythingIsWrittenInTheOrderOfItsBytes() {
        Set<List<Integer>> one = new LinkedHashSet<>(List.of(List.of(2), List.of(10), List.of()));
        Set<List<Integer>> other = new LinkedHashSet<>(List.of(List.of(), List.of(2), List.of(10)));
        assertThat(sets(one, false)).isEqualTo("[[10],[2],[]]").isEqualTo(sets(other, false));
        assertThat(sets(one, true)).isEqualTo("[[10], [2], []]").isEqualTo(sets(other, true));
    }

    @Test
    void whatIsInASetIsHeldToItsLimitsAndRefusedAtThePlaceOfTheSet() {
        Set<Integer> set = Set.of(11);
        WholeLimit ten = WholeLimit.between(0, 10);
        assertThat(Written.isWithinLimits(out -> {
                    out.beginArray();
                    out.writeInOrder(set, (inner, each) -> inner.write(each, ten));
                }))
                .isFalse();
        assertThatThrownBy(() -> document(out -> {
                    out.beginObject();
                    out.name(LEVEL);
                    out.beginArray();
                    out.writeInOrder(set, (inner, each) -> inner.write(Double.NaN));
                }))
                .hasMessageStartingWith("level: NaN cannot be saved");
    }

    @Test
    void aKeyIsHeldToItsLimitAndMustNotBeNull() {
        assertThat(Written.isWithinLimits(out -> {
                    out.beginObject();
                    out.key("abc", TextLimit.size(0, 2)).write(1);
                }))
                .isFalse();
        assertThat(Written.isWithinLimits(out -> {
                    out.beginObject();
                    out.key(7L, WholeLimit.atMost(7)).write(1);
                }))
                .isTrue();
        assertThatThrownBy(() -> Written.of(Written.member(out -> {
                    out.beginObject();
                    out.key((Object) null);
                })))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("v: null cannot be saved as a key");
    }

    /** Writes a text, or whatever a test wants. */
    private record Codec(JsonNode written) implements ValueCodec<String> {

        @Override
        public String read(JsonNode json) {
            return json.stringValue();
        }

        @Override
        public JsonNode write(String value) {
            if (value.equals("throw")) {
                throw new IllegalStateException("oh");
            }
            return written;
        }
    }

    @Test
    void whatACodecCannotWriteIsRefused() {
        Codec codec = new Codec(JsonValue.of("[1]"));
        assertThat(Written.of(out -> out.write(codec, "x"))).isEqualTo("[1]");
        assertRefused(
                () -> Written.of(Written.member(out -> out.write(codec, "throw"))),
                "v: Codec could not write it: java.lang.IllegalStateException: oh");
        assertRefused(
                () -> Written.of(Written.member(out -> out.write(new Codec(NullNode.getInstance()), "x"))),
                "v: Codec wrote null, which no load would give back to it");
    }
}
