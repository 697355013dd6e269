package dev.saveschema.codec;

import dev.saveschema.json.MalformedContentException;
import dev.saveschema.text.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.Named;
import tools.jackson.databind.JsonNode;

/**
 * The one place that sets Jackson up. There is one factory for reading, since the names it has seen are what makes it fast,
 * and no {@code ObjectMapper} anywhere: the first use of one costs half a second, which a game's start would feel.
 */
final class Json {

    /**
     * Deeper than any save, and shallow enough that Jackson's own bookkeeping stays small. What is nested deeper than a load
     * allows is repaired where it stands; only past this is the file taken for damaged.
     */
    private static final int DEEPEST = 100_000;

    private static final JsonFactoryBuilder SETTINGS = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            // lengths are limited value by value, so that one huge value does not cost the others
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build());

    private static final JsonFactory FACTORY = ReadingFactory.of(SETTINGS);

    // For text that holds half a surrogate pair, which has no UTF-8 form but an escaped one.
    private static final JsonFactory ESCAPING =
            SETTINGS.build().rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /** @throws MalformedContentException if the bytes begin as no text does */
    static JsonParser parser(byte[] bytes) {
        return parser(bytes, 0);
    }

    /**
     * A parser that begins at a value somewhere within a document.
     *
     * @throws MalformedContentException if the bytes begin as no text does
     */
    static JsonParser parser(byte[] bytes, int start) {
        try {
            return FACTORY.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start);
        } catch (JacksonException e) {
            // it looks for the encoding before there is anything to be read
            throw malformed(e);
        }
    }

    /** @param layout null for no white space */
    static JsonGenerator generator(BodyBuffer target, @Nullable PrettyPrinter layout, boolean escapeNonAscii) {
        ObjectWriteContext context = layout == null ? ObjectWriteContext.empty() : new LaidOut(layout);
        return (escapeNonAscii ? ESCAPING : FACTORY).createGenerator(context, target);
    }

    /** A parser over a tree that a migration left. */
    static JsonParser parser(JsonNode tree) {
        return new TreeParser(tree);
    }

    /** A matcher that answers the index of a name in the list. */
    static PropertyNameMatcher matcher(List<String> names) {
        return FACTORY.constructNameMatcher(
                names.stream().<Named>map(Named::fromString).toList(), false);
    }

    private static final class LaidOut extends ObjectWriteContext.Base {

        private final PrettyPrinter layout;

        private LaidOut(PrettyPrinter layout) {
            this.layout = layout;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return layout;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Where a document is no JSON, and why. */
    static MalformedContentException malformed(JacksonException cause) {
        TokenStreamLocation at = cause.getLocation();
        // the parser goes on with where the object began, as a line of its own form
        String message = Excerpt.oneLine(cause.getOriginalMessage().replaceAll("(?s) \\(start marker at .*", ""));
        return at == null || at.getByteOffset() < 0
                ? new MalformedContentException(message, Long.MAX_VALUE)
                : new MalformedContentException(
                        "line %d, column %d (byte %d): %s"
                                .formatted(at.getLineNr(), at.getColumnNr(), at.getByteOffset(), message),
                        at.getByteOffset());
    }
}
