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
 * of the right type and within its limits; otherwise it reports a repair, passes over the value and returns the fallback it was
 * given. A null fallback stands for "leave it out", which is what elements and entries get.
 *
 * <p>Not thread-safe. Made by {@link DocumentReader} for one document.
 */
public final class SaveReader extends MemberReader {

    private boolean metInTree;
    private String refusal = "";

    /** @param head the version of this program's own documents; 0 for a value that is none */
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

    /** A reader over a document, before its first value; what cannot be read on is its end if it is to be salvaged. */
    static SaveReader over(byte[] document, boolean salvaging, LoadLimits limits, RepairLog log, int head) {
        Forwarding defects = new Forwarding();
        SaveReader reader = new SaveReader(new Scanner(document, salvaging, defects), limits, log, head);
        defects.to = reader;
        return reader;
    }

    // The first lambda of a program costs it more than a load does, so that there is none on the way of a load.
    private record Refusal(Scanner in) implements Consumer<String> {

        @Override
        public void accept(String excess) {
            in.refuse(excess);
        }
    }

    /** The scanner is there before the reader that it reports to. */
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
     * Moves to the document's value, whatever it is.
     *
     * @throws MalformedContentException if there is none
     */
    Token requireValue() {
        Token first = in.first();
        if (first == Token.NONE) {
            throw new MalformedContentException(in.endedEarly() ? in.damage() : "the file is empty", 0);
        }
        return first;
    }

    /**
     * Holds that the document ended, or ends early behind something that is worth keeping.
     *
     * @return whether it is damaged
     * @throws MalformedContentException if not
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

    /** What is wrong with a value of the document, though it could be read on. */
    String damage() {
        return String.valueOf(in.damagedValue());
    }

    /** Moves to the first value, whatever it is. */
    void first() {
        in.first();
    }

    /** How many objects and arrays were open at a time. */
    int deepestSoFar() {
        return nesting.deepestSoFar();
    }

    /** Whether any member of the document was met, so that there is something of it to keep. */
    private boolean metSomething() {
        return metInTree || estimate.elements() > skipped();
    }

    /**
     * The members with which a document begins, as far as they are these, after what it says of itself. The name behind the last of
     * them is there: what has no end of its own, as a number, is whole.
     *
     * @throws MalformedContentException if that is no document, or ends before
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

    /** Whether a document says by this member something of itself, and is not at its end by that. */
    private static boolean isOfItself(String name) {
        return name.startsWith("$") && (!StoredVersion.isOurs(name) || name.equals(StoredVersion.NAME));
    }

    /**
     * Reports that a record's own constructor refused the values that were read, or those that would have to stand in for them.
     *
     * @return the fallback
     * @throws VirtualMachineError if that is the refusal, and it is not a stack that overflowed
     */
    public <T> @Nullable T rejected(Throwable thrown, @Nullable T fallback) {
        refused(thrown);
        refusal = RepairReporter.refused(RepairReporter.message(thrown));
        return fallback;
    }

    /** How the last record that was refused was refused. */
    String refusal() {
        return refusal;
    }

    /** Whatever stands here, within the limits; {@code null} too. */
    public @Nullable JsonNode readTree(@Nullable JsonNode fallback) {
        JsonNode tree = readTree();
        return tree == null ? fallback : tree;
    }

    /** A value that a developer's codec reads. If it throws, that is a repair: what it could not read is in the file, not in the program. */
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

    /** The whole document as it is, within the limits; null if it had to be left out. */
    @Nullable JsonNode readWhole() {
        MemoryEstimate ofTree = MemoryEstimate.ofTree(limits, new Refusal(in));
        JsonNode tree = new TreeReader(in, limits, nesting, repairs, ofTree, true).read();
        metInTree = ofTree.elements() > 0;
        return tree;
    }
}
