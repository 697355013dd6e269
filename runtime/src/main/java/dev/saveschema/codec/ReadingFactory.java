package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Chooses what documents are read with: our own parser if it gets on with the Jackson that is found, else Jackson's, which reads
 * the same, only slower. Ours extends a class of Jackson's that may change in any release, and which release that is, the
 * application decides.
 */
final class ReadingFactory {

    /** A name and a text each: plain, with escapes that we read, with one that we leave to Jackson, and beyond ASCII. */
    private static final String[] EXPECTED = {"a", "as it is", "\n", "a\t\"quote\"", "b", "\u0007 bell", "ö", "größer →"
    };

    // Short, since every start of an application reads it; with so much behind it that eight bytes can be taken
    // everywhere.
    private static final byte[] PROBE =
            "{\"a\":\"as it is\",\"\\n\":\"a\\t\\\"quote\\\"\",\"b\":\"\\u0007 bell\",\"ö\":\"größer →\"}        "
                    .getBytes(UTF_8);

    private ReadingFactory() {}

    static JsonFactory of(JsonFactoryBuilder settings) {
        try {
            JsonFactory quick = PlainTextFactory.of(settings);
            if (readsTheProbe(quick)) {
                return quick;
            }
        } catch (LinkageError | RuntimeException otherJackson) {
            // A class, method or field that we extend or call is not there, or not as it was; or what is there leads
            // our code
            // astray. Jackson's own parser needs none of that. If Jackson itself is what is broken, the next line says
            // so.
        }
        return settings.build();
    }

    /** Whether names and texts of every kind come out as they should. */
    static boolean readsTheProbe(JsonFactory factory) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), PROBE)) {
            boolean right = parser.nextToken() == JsonToken.START_OBJECT;
            for (int i = 0; right && i < EXPECTED.length; i += 2) {
                right = EXPECTED[i].equals(parser.nextName())
                        && parser.nextToken() == JsonToken.VALUE_STRING
                        && EXPECTED[i + 1].equals(parser.getString());
            }
            return right && parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        }
    }
}
