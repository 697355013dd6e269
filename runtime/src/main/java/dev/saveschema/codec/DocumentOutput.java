package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.ValueWriter.Outer;
import dev.saveschema.json.ByteWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Memory into which documents are written, one after another, each by a {@link SaveWriter} of its own. It is for the writer of
 * whole documents; generated code has no use for it. Not thread-safe.
 */
public final class DocumentOutput {

    /** The version of a value by itself, which is no document. */
    static final int NO_DOCUMENT = 0;

    /** The version of a document's members by themselves. */
    private static final int MEMBERS_ONLY = -1;

    /**
     * The largest array that is kept for the next document, in bytes. A larger one is rare, and would be held for as long as the
     * store is open.
     */
    private static final int MOST_KEPT = 8 << 20;

    private final ByteWriter out = new ByteWriter();

    /** Memory in which there is no document yet. */
    public DocumentOutput() {}

    /**
     * Begins a document in place of the one before it. Its closing brace is left to the storage, which puts the seal before it.
     *
     * @param pretty whether the document is laid out for people, with a line for each member
     * @param limits the limits of a load; a value that a load would not read is refused
     * @param version the value of the document's first member, {@code $version}
     * @param annotations the members of other programs, which stand behind the version
     */
    public SaveWriter document(boolean pretty, LoadLimits limits, int version, Map<String, JsonNode> annotations) {
        SaveWriter writer = begin(pretty, limits, version);
        writer.annotate(annotations);
        return writer;
    }

    /** Begins a document, in place of the one before it, without its version and its annotations, and with its closing brace. */
    public SaveWriter members(LoadLimits limits) {
        return begin(false, limits, MEMBERS_ONLY);
    }

    /**
     * Begins a value, in place of the document before it, that is written as it is.
     *
     * @param pretty whether the value is laid out for people, with a line for each member
     */
    public SaveWriter value(boolean pretty, LoadLimits limits) {
        return begin(pretty, limits, NO_DOCUMENT);
    }

    private SaveWriter begin(boolean pretty, LoadLimits limits, int version) {
        out.clear(MOST_KEPT);
        return new SaveWriter(out, pretty, limits, version, Outer.NONE);
    }

    /** Ends the line of the document. */
    public void endLine() {
        out.raw('\n');
    }

    /** The number of bytes that the document has. */
    public int length() {
        return out.length();
    }

    /** The bytes of the document. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    /** The bytes of the document, and behind them so many bytes that mean nothing. */
    public byte[] toByteArray(int room) {
        return out.toByteArray(room);
    }
}
