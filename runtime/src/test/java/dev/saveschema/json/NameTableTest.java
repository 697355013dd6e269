package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether it is guessed, found by its bytes or by its text, a name has one number. */
class NameTableTest {

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "ab",
            "id",
            "eight_by",
            "nine_byte",
            "a_name_of_more_than_two_words",
            "a_name_of_more_than_two_Words",
            "größe",
            "quo\"te",
            "back\\slash",
            "");

    private final NameTable table = NameTable.of(NAMES);

    @Test
    void aNameIsFoundWhateverIsGuessedAndWhereverItStands() {
        for (String name : NAMES) {
            for (int guess = 0; guess <= NAMES.size(); guess++) {
                for (String behind : List.of("1}", "1,\"b\":[],\"c\":\"a text behind it\"}")) {
                    assertThat(numberOf(name, guess, behind)).as(name).isEqualTo(NAMES.indexOf(name));
                }
            }
        }
    }

    @Test
    void whatOnlyLooksLikeANameIsNone() {
        for (String other : List.of(
                "A",
                "aa",
                "abc",
                "i",
                "eight_byt",
                "nine_byt",
                "a_name_of_more_than_two_wordS",
                "grosse",
                "quo",
                "\u0000")) {
            for (int guess = 0; guess < NAMES.size(); guess++) {
                assertThat(numberOf(other, guess, "1}")).as(other).isEqualTo(NameTable.UNKNOWN);
            }
            assertThat(table.find(other)).isEqualTo(NameTable.UNKNOWN);
        }
    }

    /** More names than any record has, so that many share a slot. */
    @Test
    void manyNamesAreToldApart() {
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            many.add("name_" + number);
        }
        NameTable large = NameTable.of(many);
        for (String name : many) {
            byte[] document = ("{\"" + name + "\":1}          ").getBytes(UTF_8);
            assertThat(number(large, document, 0)).isEqualTo(many.indexOf(name));
        }
    }

    private int numberOf(String name, int guess, String behind) {
        String quoted = new String(ByteWriter.quoted(name), UTF_8);
        return number(table, ("{" + quoted + ":" + behind).getBytes(UTF_8), guess);
    }

    private static int number(NameTable table, byte[] document, int guess) {
        Scanner in = new Scanner(document, false, (defect, used) -> {});
        in.first();
        in.enter();
        return in.nextName(table, guess);
    }
}
