package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.TextLimit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {

    private enum Mood {
        GLAD,
        SAD
    }

    private static final Constants<Mood> MOODS = Constants.of(
            Mood.class, Constants.constant(Mood.GLAD, "GLAD", "HAPPY"), Constants.constant(Mood.SAD, "SAD"));

    private final OneValue v = new OneValue();

    @Test
    void onlyTrueAndFalseAreBooleans() {
        assertThat(v.read("true", in -> in.readBoolean(false))).isEqualTo(true);
        assertThat(v.read("false", in -> in.readBoolean(true))).isEqualTo(false);
        assertThat(v.repairs()).isEmpty();
        assertThat(v.read("1", in -> in.readBoolean(true))).isEqualTo(true);
        assertThat(v.repairs()).containsExactly("v: 1 is not true or false; used the default");
        assertThat(v.read("\"true\"", in -> in.readBoolean(null))).isNull();
    }

    @Test
    void aNullIsTakenOnlyWhereAValueMayBeAbsent() {
        assertThat(v.read("null", SaveReader::skipNull)).isEqualTo(true);
        assertThat(v.repairs()).isEmpty();
        v.read("null", in -> in.skipNull() && in.readBoolean(true));
        assertThat(v.repairs()).as("it is taken").isEmpty();
        assertThat(v.read("0", SaveReader::skipNull)).isEqualTo(false);
        assertThat(v.read("null", in -> in.readString("?", TextLimit.NONE))).isEqualTo("?");
        assertThat(v.repairs()).containsExactly("v: null; used the default");
    }

    @Test
    void aTextIsHeldToItsLimit() {
        TextLimit short5 = TextLimit.size(2, 5);
        assertThat(v.read("\"abcde\"", in -> in.readString("?", short5))).isEqualTo("abcde");
        assertThat(v.repairs()).isEmpty();
        assertThat(v.read("\"abcdef\"", in -> in.readString("?", short5))).isEqualTo("?");
        assertThat(v.repairs()).hasSize(1);
        assertThat(v.read("\"a\"", in -> in.readString("?", short5))).isEqualTo("?");
        assertThat(v.repairs()).hasSize(1);
        assertThat(v.read("\" \\t\"", in -> in.readString("?", TextLimit.NONE.notBlank())))
                .isEqualTo("?");
        assertThat(v.repairs()).containsExactly("v: \" \\t\" is blank; used the default");
    }

    @Test
    void aTextIsCutBetweenCharactersAndMustMatchAsItIsThen() {
        String worlds = "\"\uD83C\uDF0D\uD83C\uDF0D\uD83C\uDF0D\"";
        assertThat(v.read(worlds, in -> in.readString("?", TextLimit.size(0, 2).clamped())))
                .isEqualTo("\uD83C\uDF0D\uD83C\uDF0D");
        assertThat(v.repairs()).singleElement().asString().endsWith("used the first 2 characters");
        TextLimit lower = TextLimit.size(0, 2).clamped().matching("[a-z]*");
        assertThat(v.read("\"abC\"", in -> in.readString("?", lower))).isEqualTo("ab");
        assertThat(v.read("\"aBc\"", in -> in.readString("?", lower))).isEqualTo("?");
        assertThat(v.repairs()).hasSize(2);
    }

    @Test
    void noTextIsReadThatIsLongerThanAnyMayBe() {
        OneValue strict = new OneValue(LoadLimits.defaults().textLength(2));
        assertThat(strict.read("\"ab\"", in -> in.readString("?", TextLimit.NONE)))
                .isEqualTo("ab");
        assertThat(strict.read("\"abc\"", in -> in.readString("?", TextLimit.NONE)))
                .isEqualTo("?");
        assertThat(strict.repairs()).singleElement().asString().contains("at most 2 are read");
        assertThat(strict.read("\"2026-01-01\"", in -> in.readScalar(null, Scalars.LOCAL_DATE)))
                .isNull();
        assertThat(strict.repairs()).singleElement().asString().contains("at most 2 are read");
    }

    @Test
    void aCharacterIsATextOfOne() {
        assertThat(v.read("\"x\"", in -> in.readChar('?'))).isEqualTo('x');
        assertThat(v.read("\"xy\"", in -> in.readChar('?'))).isEqualTo('?');
        assertThat(v.read("\"\"", in -> in.readChar('?'))).isEqualTo('?');
        assertThat(v.read("\"\uD83C\uDF0D\"", in -> in.readChar('?'))).isEqualTo('?');
        assertThat(v.repairs()).singleElement().asString().contains("is not text of one character");
    }

    @Test
    void aConstantGoesByEachOfItsNames() {
        assertThat(v.read("\"HAPPY\"", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.GLAD);
        assertThat(v.read("\"\\u0047LAD\"", in -> in.readConstant(Mood.SAD, MOODS)))
                .isEqualTo(Mood.GLAD);
        assertThat(v.repairs()).isEmpty();
        assertThat(v.read("\"ANGRY\"", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.SAD);
        assertThat(v.repairs()).containsExactly("v: \"ANGRY\" is not one of GLAD, SAD; used the default");
        assertThat(v.read("1", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.SAD);
        assertThat(v.repairs()).containsExactly("v: 1 is not one of GLAD, SAD; used the default");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "2026-11-29T08:12:00Z"      |
            "2026-11-29T08:12:00\\u005a" |
            "2026-11-29"                | v: "2026-11-29" is not an instant such as 2026-11-22T19:47:03Z; used the default
            17                          | v: 17 is not an instant such as 2026-11-22T19:47:03Z; used the default
            """)
    void anInstantIsReadHoweverItsTextIsSpelled(String value, String repair) {
        assertThat(v.read(value, in -> in.readScalar(Instant.EPOCH, Scalars.INSTANT)))
                .isEqualTo(repair == null ? Instant.parse("2026-11-29T08:12:00Z") : Instant.EPOCH);
        assertThat(v.repairs()).isEqualTo(repair == null ? List.of() : List.of(repair));
    }
}
