package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.ValueWriter.Outer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamWriteException;

/** Turns a value into the text of its save, but for the seal and the closing brace, which are the storage's to add. */
public final class DocumentWriter {

    private static final int NO_DOCUMENT = 0;

    private DocumentWriter() {}

    /**
     * What was written.
     *
     * @param body the document without its closing brace
     * @param isWithinLimits whether a load will find every value within its limits
     */
    public record Written(byte[] body, boolean isWithinLimits) {}

    /**
     * The document without its closing brace.
     *
     * @param pretty whether for people to read, a member a line
     * @throws RuntimeException if the value holds something that a save cannot: null, a number that is not finite, a text or a
     *     number longer than a load reads, records nested deeper
     */
    public static <T> byte[] body(DocumentSchema<T> schema, T value, boolean pretty, LoadLimits limits) {
        return document(schema, value, pretty, limits).body();
    }

    /** As {@link #body}, and whether a load will take all of it as it is. */
    public static <T> Written document(DocumentSchema<T> schema, T value, boolean pretty, LoadLimits limits) {
        return write(pretty, limits, schema.version(), Outer.NONE, out -> schema.write(out, value));
    }

    /** A value by itself, without white space. */
    static byte[] fragment(Consumer<SaveWriter> content, LoadLimits limits) {
        return fragment(content, limits, Outer.NONE);
    }

    /**
     * A value by itself, without white space.
     *
     * @param outer where it will stand
     */
    static byte[] fragment(Consumer<SaveWriter> content, LoadLimits limits, Outer outer) {
        return write(false, limits, NO_DOCUMENT, outer, content).body();
    }

    private static Written write(
            boolean pretty, LoadLimits limits, int version, Outer outer, Consumer<SaveWriter> content) {
        try {
            return write(pretty, limits, version, outer, content, false);
        } catch (StreamWriteException e) {
            // Half a surrogate pair has no form in UTF-8. It has one as an escape, at the price of all others as
            // escapes too.
            return write(pretty, limits, version, outer, content, true);
        }
    }

    private static Written write(
            boolean pretty, LoadLimits limits, int version, Outer outer, Consumer<SaveWriter> content, boolean escape) {
        BodyBuffer buffer = new BodyBuffer();
        boolean isWithinLimits;
        SaveLayout layout = pretty ? new SaveLayout() : null;
        try (JsonGenerator generator = Json.generator(buffer, layout, escape)) {
            SaveWriter writer = new SaveWriter(generator, layout, limits, version, outer);
            content.accept(writer);
            isWithinLimits = writer.isWithinLimits();
        }
        return new Written(buffer.toByteArray(), isWithinLimits);
    }
}
