package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of an object, of which {@code name} and {@code level} are known. */
class NameScannerTest {

    private static final NameTable NAMES = NameTable.of(List.of("name", "level"));
    private static final int NAME = 0;
    private static final int LEVEL = 1;

    private final List<String> reports = new ArrayList<>();

    private Scanner in(String object) {
        Scanner in = new Scanner(
                object.getBytes(UTF_8),
                true,
                (defect, used) -> reports.add(defect.offset() + " " + defect.problem() + "; " + used));
        in.first();
        in.enter();
        return in;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100})
    void aNameIsFoundWhicheverIsGuessed(int guess) {
        Scanner in = in("{\"level\":1,\"name\":\"a\"}");
        assertThat(in.nextName(NAMES, guess)).isEqualTo(LEVEL);
        assertThat(in.currentName()).isEqualTo("level");
        assertThat(in.value()).isEqualTo(Token.NUMBER);
        assertThat(in.nextName(NAMES, guess)).isEqualTo(NAME);
        assertThat(in.currentName()).isEqualTo("name");
        in.value();
        assertThat(in.text()).isEqualTo("a");
        assertThat(in.nextName(NAMES, guess)).isEqualTo(Scanner.END);
        assertThat(reports).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nam", "names", "Name", "", "nam\\u00e9", "näme", "name\\n", "levels of detail"})
    void aNameThatOnlyBeginsLikeTheGuessedOneIsAnother(String spelled) {
        for (int guess = 0; guess < 2; guess++) {
            Scanner in = in("{\"" + spelled + "\":1}");
            assertThat(in.nextName(NAMES, guess)).isEqualTo(NameTable.UNKNOWN);
            assertThat(in.currentName())
                    .isEqualTo(spelled.replace("\\u00e9", "é").replace("\\n", "\n"));
            assertThat(in.value()).isEqualTo(Token.NUMBER);
        }
    }

    @Test
    void aNameWithEscapesIsThatWhichItMeans() {
        Scanner in = in("{\"\\u006eame\":1,\"l\\u0065vel\":2}");
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(NAME);
        assertThat(in.currentName()).isEqualTo("name");
        in.value();
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(LEVEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\" : 5}", "{\"name\"\n:\t5}", "{\"name\"/*c*/:5}", "{\n    \"name\":5}"})
    void whiteSpaceAndCommentsMayStandAroundAColon(String object) {
        Scanner in = in(object);
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(NAME);
        assertThat(in.value()).isEqualTo(Token.NUMBER);
        assertThat(in.isNumber()).isTrue();
        assertThat(in.longValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {name:1,"level":2}              | the name name is not in double quotes
            {'name':[1,{"a":2}],"level":2}  | the name 'name' is not in double quotes
            {$na-me_9 : "x","level":2}      | the name $na-me_9 is not in double quotes
            {"na\\qme":1,"level":2}         | a name that is text with \\q, which is none of JSON's escapes
            """)
    void aBrokenNameIsDroppedWithItsValueAndReadingGoesOnBehind(String object, String problem) {
        Scanner in = in(object);
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(LEVEL);
        in.value();
        assertThat(in.isNumber()).isTrue();
        assertThat(in.longValue()).isEqualTo(2);
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(Scanner.END);
        assertThat(in.endedEarly()).isFalse();
        assertThat(in.isSound()).isFalse();
        assertThat(reports).containsExactly("1 " + problem + "; dropped with its value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"name"}      | '}' is not the colon that follows a name
            {"name" 5}    | '5' is not the colon that follows a name
            {5}           | '}' is not the colon that follows a name
            {name 5}      | '5' is not the colon that follows a name
            {[1]}         | '[' is not a name in double quotes
            {"name        | a text has no end
            {             | the file ends here
            {'name:1}     | a single quote has no end
            """)
    void whereNoNameAndColonStandTheDocumentEnds(String object, String damage) {
        Scanner in = in(object);
        while (in.nextName(NAMES, NAME) != Scanner.END) {
            in.value();
        }
        assertThat(in.endedEarly()).isTrue();
        assertThat(in.damage()).contains(damage);
    }

    @Test
    void aBrokenNameWhoseValueHasNoEndIsNotSaidToBeDropped() {
        Scanner in = in("{name:[1,2");
        assertThat(in.nextName(NAMES, NAME)).isEqualTo(Scanner.END);
        assertThat(in.endedEarly()).isTrue();
        assertThat(reports).isEmpty();
    }
}
