package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedTextsTest {

    private final RepeatedTexts texts = new RepeatedTexts();

    private String text(String text) {
        byte[] document = ("\"" + text + "\"        ").getBytes(US_ASCII);
        return texts.text(document, Swar.over(document), 1, 1 + text.length());
    }

    @Test
    void textThatIsMetAgainIsTheSameOne() {
        for (int first = 0; first < 100; first++) {
            text("first");
        }
        assertThat(text("weapon")).isSameAs(text("weapon"));
        assertThat(text("healing potion 1")).isSameAs(text("healing potion 1"));
    }

    @Test
    void everyTextIsTheOneThatStandsThere() {
        Random random = new Random(5);
        List<String> all = new ArrayList<>(List.of("", "a", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa"));
        for (int each = 0; each < 3_000; each++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(RepeatedTexts.LONGEST + 1); left > 0; left--) {
                text.append((char) ('a' + random.nextInt(2)));
            }
            all.add(text.toString());
        }
        for (int each = 0; each < 20_000; each++) {
            String expected = all.get(random.nextInt(all.size()));
            assertThat(text(expected)).isEqualTo(expected);
        }
    }
}
