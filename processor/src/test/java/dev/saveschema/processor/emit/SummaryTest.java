package dev.saveschema.processor.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Schema;
import dev.saveschema.document.HeadReader;
import dev.saveschema.document.SummarySchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The summary of a save in a list of slots, by the code that is generated for it. */
class SummaryTest {

    private static final Schema<Object> QUEST =
            Running.compile("Quest", """
            @SaveSchema(version = 2)
            public record Quest(
                    List<String> diary,
                    @Summary @Default("Untitled") @Size(max = 8) String title,
                    @Default("10") int gold,
                    @Summary @Alias("lvl") @Default("1") @Range(min = 1, max = 99, violation = Violation.CLAMP) int level,
                    @Summary @Default("EASY") Difficulty difficulty,
                    @Summary @Default("PT0S") Duration playTime,
                    @Summary Optional<String> thumbnail,
                    @Summary @Default(factory = "today") String member,
                    @Unknown Map<String, JsonNode> others) {

                enum Difficulty { EASY, HARD }

                static String today() {
                    return "today";
                }

                @Migration(from = 1, to = 2)
                static void nothing(ObjectNode tree) {}
            }
            """.replace("\n            ", "\n")).schema("Quest");

    /** The summary by the head of a file whose end is missing. */
    private static Optional<String> shown(String head) {
        return shown(QUEST.summary().orElseThrow(), head);
    }

    private static <S> Optional<String> shown(SummarySchema<?, S> summary, String head) {
        return HeadReader.summary(head.getBytes(UTF_8), summary, LoadLimits.defaults())
                .map(Object::toString);
    }

    private static final String HEAD = "{\"$version\":2,\"title\":\"Dragon\",\"level\":7,\"difficulty\":\"HARD\","
            + "\"playTime\":\"PT1H\",\"thumbnail\":\"a.png\",\"member\":\"me\",";

    @Test
    void isWrittenFirstWhateverItsPlaceInTheRecord() {
        assertThat(Running.write(QUEST, QUEST.defaultValue()))
                .isEqualTo(
                        "{\"$version\":2,\"title\":\"Untitled\",\"level\":1,\"difficulty\":\"EASY\",\"playTime\":\"PT0S\","
                                + "\"thumbnail\":null,\"member\":\"today\",\"diary\":[],\"gold\":10}");
    }

    @Test
    void isReadFromTheHeadOfAFile() {
        assertThat(shown(HEAD + "\"diary\":[\"once upon"))
                .contains(
                        "Summary[title=Dragon, level=7, difficulty=HARD, playTime=PT1H, thumbnail=Optional[a.png], member=me]");
    }

    @Test
    void isTheSameAsThatOfTheValue() {
        String file = HEAD + "\"diary\":[],\"gold\":5}";
        Object value = Running.read(QUEST, file).value();
        assertThat(shown(file))
                .contains(QUEST.summary().orElseThrow().ofValue().apply(value).toString());
    }

    /** A load of the whole file repairs it, and reports that. */
    @Test
    void isNotReadFromAHeadThatNeedsARepair() {
        for (String bad : List.of(
                HEAD.replace("7", "1000"),
                HEAD.replace("Dragon", "Dragon of the north"),
                HEAD.replace("\"PT1H\"", "null"))) {
            assertThat(shown(bad + "\"diary\":")).as(bad).isEmpty();
        }
    }

    @Test
    void isFoundUnderAnAlias() {
        assertThat(shown(HEAD.replace("level", "lvl") + "\"diary\":").orElseThrow())
                .contains("level=7");
    }

    @Test
    void isNotReadFromAHeadThatMayLackSomeOfIt() {
        assertThat(shown(HEAD)).isEmpty(); // a summary at the cut may have lost a part of its last value
        for (int length = 0; length < HEAD.length(); length++) {
            assertThat(shown(HEAD.substring(0, length))).as("%d", length).isEmpty();
        }
        assertThat(shown(HEAD.replace("\"title\":\"Dragon\",", "") + "\"diary\":"))
                .isEmpty();
        assertThat(shown("{\"$version\":2,\"gold\":5," + HEAD.substring(1) + "\"diary\":"))
                .isEmpty();
        assertThat(shown("[]")).isEmpty();
        assertThat(shown("7")).isEmpty();
        assertThat(shown("\u0000\u0000\u0000\u0000")).isEmpty();
    }

    /** An optional one may be left out, and is not waited for. */
    @Test
    void doesNotNeedWhatMayBeAbsent() {
        assertThat(shown(HEAD.replace("\"thumbnail\":\"a.png\",", "") + "\"diary\":")
                        .orElseThrow())
                .contains("thumbnail=Optional.empty");
    }

    @Test
    void aSchemaWithoutOneHasNone() {
        Running running = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(@Default("1") int level) {}
                """);
        assertThat(running.schema("Hero").summary()).isEmpty();
        assertThat(running.source("HeroSchema")).doesNotContain("Summary");
    }

    @Test
    void aTypeOfThatNameIsNotInTheWay() throws ReflectiveOperationException {
        Running running = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(@dev.saveschema.annotation.Summary @Default("LONG") Summary kind, Loader loader) {
                    public enum Summary { SHORT, LONG }

                    public record Loader(@Default("1") int in, @Default("2") int member) {}
                }
                """);
        assertThat(running.loadClass("example.HeroSchema$HeroSummary")).isNotNull();
    }

    @Test
    void namesOfComponentsAreNeverInTheWay() {
        Schema<Object> schema = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(
                        @Summary @Default("1") int in,
                        @Summary @Default("2") int member,
                        @Summary @Default("3") int value,
                        @Summary @Default("4") int of,
                        @Summary @Default("5") int java,
                        @Summary @Default("6") int Loader,
                        @Summary @Default("7") int SUMMARY_MEMBERS) {}
                """).schema("Hero");
        assertThat(shown(schema.summary().orElseThrow(), Running.write(schema, schema.defaultValue())))
                .contains("Summary[in=1, member=2, value=3, of=4, java=5, Loader=6, SUMMARY_MEMBERS=7]");
    }
}
