package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.json.Token;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    @Test
    void everyTokenIsOfTheRecordOfItsTypeOrOfNone() {
        Alternatives all = Alternatives.of(
                Alternatives.Type.OBJECT,
                Alternatives.Type.FLAG,
                Alternatives.Type.LIST,
                Alternatives.Type.TEXT,
                Alternatives.Type.NUMBER);
        Map<Token, Integer> numbers = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            numbers.put(token, all.numberOf(token));
        }
        assertThat(numbers)
                .containsOnly(
                        Map.entry(Token.OBJECT, 0),
                        Map.entry(Token.TRUE, 1),
                        Map.entry(Token.FALSE, 1),
                        Map.entry(Token.ARRAY, 2),
                        Map.entry(Token.TEXT, 3),
                        Map.entry(Token.NUMBER, 4),
                        Map.entry(Token.NULL, Alternatives.NONE),
                        Map.entry(Token.BROKEN, Alternatives.NONE),
                        Map.entry(Token.NONE, Alternatives.NONE));
    }

    @Test
    void aTypeThatStandsForNoRecordIsNone() {
        Alternatives either = Alternatives.of(Alternatives.Type.TEXT, Alternatives.Type.LIST);
        assertThat(either.numberOf(Token.OBJECT)).isEqualTo(Alternatives.NONE);
        assertThat(either.expected()).isEqualTo("text or a list");
    }
}
