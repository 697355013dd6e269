package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import dev.saveschema.json.Defect;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a document that may hold anything. Each {@code read} method takes the value at the current place and returns it if it is
 * of the right type and within its limits; otherwise it reports a repair, passes over the value and returns the fallback that it was
 * given. A null fallback stands for "leave it out", which is what elements and entries get.
 *
 * <p>Not thread-safe. Made by {@link DocumentReader} for one document.
 */
public final class SaveReader extends MemberReader {

    private boolean metInTree;
    private String refusal = "";

    /** @param head the version of this program's own documents; 0 for a value that is no document */
    private SaveReader(Scanner in, LoadLimits limits, RepairLog log, int head) {
        this(in, limits, log, head, new Nesting(limits.nesting()));
    }

    private SaveReader(Scanner in, LoadLimits limits, RepairLog log, int head, Nesting nesting) {
        super(
                in,
                limits,
                new RepairReporter(in, nesting, log, head > 0),
                nesting,
                new MemoryEstimate(limits, new Refusal(in)),
                head);
    }

    /**
     * A reader over a document, before its first value.
     *
     * @param salvaging whether the document ends, without an exception, at a place where it cannot be read on
     */
    static SaveReader over(byte[] document, boolean salvaging, LoadLimits limits, RepairLog log, int head) {
        Forwarding defects = new Forwarding();
        SaveReader reader = new SaveReader(new Scanner(document, salvaging, defects), limits, log, head);
        defects.to = reader;
        return reader;
    }

    // A class and no lambda: the first lambda of a program costs more time than a load does.
    private record Refusal(Scanner in) implements Consumer<String> {

        @Override
        public void accept(String excess) {
            in.refuse(excess);
        }
    }

    /** Hands defects on to the reader, which is made after the scanner that reports them. */
    private static final class Forwarding implements Defect.Listener {

        private @Nullable SaveReader to;

        @Override
        public void met(Defect defect, String used) {
            if (to != null) {
                to.repairs.syntax(defect, used);
            }
        }

        @Override
        public void ended() {
            if (to != null) {
                to.repairs.damaged();
            }
        }
    }

    /**
     * Moves to the document's object.
     *
     * @throws MalformedContentException if there is none
     */
    void requireObject() {
        Token first = requireValue();
        if (first != Token.OBJECT) {
            throw new MalformedContentException(
                    "the file holds " + (first == Token.ARRAY ? "an array" : "a single value") + ", not an object", 0);
        }
    }

    /**
     * Moves to the document's value, whatever its type.
     *
     * @throws MalformedContentException if there is no value
     */
    Token requireValue() {
        Token first = in.first();
        if (first == Token.NONE) {
            throw new MalformedContentException(in.endedEarly() ? in.damage() : "the file is empty", 0);
        }
        return first;
    }

    /**
     * Makes sure that the document has ended, or that it ends early and there is something to keep before the damage.
     *
     * @return whether the document is damaged
     * @throws MalformedContentException if there is nothing to keep
     */
    boolean requireEnd() {
        if (!in.endedEarly()) {
            in.requireEnd();
        }
        if (in.endedEarly() && !metSomething()) {
            throw new MalformedContentException("nothing precedes the damage", 0);
        }
        String damagedValue = in.damagedValue();
        if (damagedValue != null) {
            repairs.damagedValue(damagedValue);
        }
        return in.endedEarly() || damagedValue != null;
    }

    /** The place and problem of the first damaged value of a document that could be read on. */
    String damage() {
        return String.valueOf(in.damagedValue());
    }

    /** Moves to the first value, whatever its type. */
    void first() {
        in.first();
    }

    /** The largest number of objects and arrays that were open at a time. */
    int deepestSoFar() {
        return nesting.deepestSoFar();
    }

    /** Whether any member of the document was met, so that there is something to keep. */
    private boolean metSomething() {
        return metInTree || estimate.elements() > skipped();
    }

    /**
     * The members of a summary, as far as they stand at the beginning of the document, behind its version and annotations. The name
     * behind the last of them is read, too: only then a number, which has no end of its own, is known to be whole.
     *
     * @throws MalformedContentException if the bytes are no document, or end before that
     */
    ObjectNode leading(Members wanted) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        requireObject();
        beginObject(wanted);
        int name = in.nextName(wanted.names(), 0);
        while (name >= 0 || name != Scanner.END && isOfItself(in.currentName())) {
            String spelled = in.currentName();
            in.value();
            if (name < 0) {
                in.skip();
            } else {
                nesting.current().enterEntry(spelled);
                JsonNode value = readTree();
                if (value != null) {
                    found.set(spelled, value);
                }
            }
            name = in.nextName(wanted.names(), 0);
        }
        return found;
    }

    /** Whether a member is the version or an annotation, which stand at the beginning of a document. */
    private static boolean isOfItself(String name) {
        return name.startsWith("$") && (!StoredVersion.isOurs(name) || name.equals(StoredVersion.NAME));
    }

    /**
     * Reports that a record's own constructor refused the values that were read, or the defaults that would replace them.
     *
     * @return the fallback
     * @throws VirtualMachineError if the constructor threw it, but for a stack that overflowed
     */
    public <T> @Nullable T rejected(Throwable thrown, @Nullable T fallback) {
        refused(thrown);
        refusal = RepairReporter.refused(RepairReporter.message(thrown));
        return fallback;
    }

    /** The message of the last constructor that refused its values. */
    String refusal() {
        return refusal;
    }

    /** The value at the current place as a tree, within the limits; {@code null} is a tree, too. */
    public @Nullable JsonNode readTree(@Nullable JsonNode fallback) {
        JsonNode tree = readTree();
        return tree == null ? fallback : tree;
    }

    /**
     * The value that a developer's codec reads. If the codec throws, that is a repair: the value that it could not read comes from
     * the file.
     */
    public <T> @Nullable T readCustom(@Nullable T fallback, ValueCodec<T> codec) {
        if (in.token() == Token.NULL) {
            repairs.wrongType("a value");
            return fallback;
        }
        JsonNode tree = readTree();
        if (tree == null) {
            return fallback;
        }
        try {
            T value = codec.read(tree);
            if (value != null) {
                return value;
            }
            repairs.rejected(codec.getClass().getSimpleName() + " read it as null");
        } catch (Exception | Error e) {
            refused(e);
        }
        return fallback;
    }

    /** The whole document as a tree, within the limits; null if it had to be left out. */
    @Nullable JsonNode readWhole() {
        MemoryEstimate ofTree = MemoryEstimate.ofTree(limits, new Refusal(in));
        JsonNode tree = new TreeReader(in, limits, nesting, repairs, ofTree, true).read();
        metInTree = ofTree.elements() > 0;
        return tree;
    }
}
