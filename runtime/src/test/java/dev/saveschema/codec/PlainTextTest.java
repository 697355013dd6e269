package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Text that is read and written eight bytes at a time is the text that Jackson reads and writes. */
final class PlainTextTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);
    private static final String[] PIECES = {
        "a",
        "print(x) ",
        "\n",
        "\t",
        "\"",
        "\\",
        "/",
        "\b",
        "\f",
        "\r",
        "\0",
        "\u001f",
        "\u007f",
        "?",
        "ü",
        "\u0080",
        "→",
        "\u2028",
        "\uFFFD",
        "\uFFFF",
        "😀",
        "\uD83D",
        "\uDE00",
        "        ",
        "0123456789abcdef",
    };

    @Test
    void everyTextSurvivesARoundTrip() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random);
            byte[] body = DocumentWriter.fragment(out -> out.write(text), LoadLimits.defaults());
            assertThat(texts(Json.parser(inAnObject(body))))
                    .as("seed %d, round %d", SEED, round)
                    .containsExactly(text);
        }
    }

    @Test
    void whatIsWrittenIsWhatJacksonReads() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            String text = text(random);
            byte[] body = DocumentWriter.fragment(out -> out.write(text), LoadLimits.defaults());
            assertThat(byJackson(inAnObject(body)))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(List.of(text).toString());
        }
    }

    @Test
    void bytesOfAnyKindAreReadOrRefusedAsJacksonDoes() {
        Random random = new Random(SEED);
        for (int round = 0; round < 50_000; round++) {
            byte[] document = document(random);
            assertThat(byUs(document))
                    .as(() -> new String(document, ISO_8859_1))
                    .isEqualTo(byJackson(document));
        }
    }

    @Test
    void malformedUtf8IsReadOrRefusedAsJacksonDoes() {
        for (String bytes : List.of(
                "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F5", "\u00E2\u0082", "\u00EF\u00BF\u00BD", "\u0080")) {
            byte[] document = ("{\"a\": \"0123456789 " + bytes + " 0123456789\", \"b\": 1}").getBytes(ISO_8859_1);
            assertThat(byUs(document)).isEqualTo(byJackson(document));
        }
    }

    @Test
    void aDocumentInUtf16IsStillRead() {
        assertThat(texts(Json.parser("{\"a\": \"ü\"}".getBytes(UTF_16BE)))).containsExactly("ü");
    }

    @Test
    void aTextIsToBeHadAgainInEveryWay() {
        try (JsonParser parser = Json.parser("{\"a\": \"line\\none\", \"b\": 12345678}".getBytes(UTF_8))) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            assertThat(parser.getString()).isEqualTo("line\none");
            assertThat(parser.getString()).isEqualTo("line\none");
            assertThat(parser.getStringLength()).isEqualTo(8);
            assertThat(new String(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()))
                    .isEqualTo("line\none");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Mostly whole; now and then a byte of it is another, or the end is missing. */
    private static byte[] document(Random random) {
        StringBuilder json = new StringBuilder("{");
        for (int members = 1 + random.nextInt(3); members > 0; members--) {
            json.append("\"m").append(members).append("\": \"");
            for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
                json.append(random.nextInt(3) == 0 ? "\\" : "").append(PIECES[random.nextInt(PIECES.length)]);
            }
            json.append(members == 1 ? "\"}\n" : "\", ");
        }
        byte[] bytes = json.toString().getBytes(UTF_8);
        if (random.nextBoolean()) {
            bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] inAnObject(byte[] value) {
        return ("{\"a\":" + new String(value, UTF_8) + "}").getBytes(UTF_8);
    }

    private static String byUs(byte[] document) {
        return outcome(Json.parser(document));
    }

    private static String byJackson(byte[] document) {
        return outcome(JsonFactory.builder().build().createParser(ObjectReadContext.empty(), document));
    }

    private static String outcome(JsonParser parser) {
        try {
            return texts(parser).toString();
        } catch (JacksonException e) {
            return "refused: " + e.getOriginalMessage() + " at "
                    + e.getLocation().getByteOffset();
        }
    }

    private static List<String> texts(JsonParser parser) {
        List<String> texts = new ArrayList<>();
        try (parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getString());
                }
            }
        }
        return texts;
    }
}
