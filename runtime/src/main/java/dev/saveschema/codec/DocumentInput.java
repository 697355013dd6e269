package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.Defect;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.tree.MemoryEstimate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that a {@link SaveReader} goes through: its beginning, its end, and the members of its root that are none of the
 * record's. It is for the reader of whole documents; generated code has no use for it. Not
 * thread-safe.
 */
public final class DocumentInput {

    private final Scanner in;
    private final LoadLimits limits;
    private final SaveReader reader;
    private boolean metInTree;

    private DocumentInput(Scanner in, LoadLimits limits, SaveReader reader) {
        this.in = in;
        this.limits = limits;
        this.reader = reader;
    }

    /**
     * A document, before its first value.
     *
     * @param salvaging whether the document ends, without an exception, at a place where it cannot be read on
     * @param head the version of this program's own documents; 0 for a value that is no document
     */
    public static DocumentInput over(byte[] document, boolean salvaging, LoadLimits limits, RepairLog log, int head) {
        Forwarding defects = new Forwarding();
        Scanner in = new Scanner(document, salvaging, defects);
        SaveReader reader = new SaveReader(in, limits, log, head);
        defects.to = reader.repairs;
        return new DocumentInput(in, limits, reader);
    }

    /** Hands defects on to the reporter, which is made after the scanner that meets them. */
    private static final class Forwarding implements Defect.Listener {

        private @Nullable RepairReporter to;

        @Override
        public void met(Defect defect, String used) {
            if (to != null) {
                to.syntax(defect, used);
            }
        }

        @Override
        public void ended() {
            if (to != null) {
                to.damaged();
            }
        }
    }

    /** The reader of the document's values, at the current place. */
    public SaveReader reader() {
        return reader;
    }

    /** Moves to the first value, whatever its type. */
    public void first() {
        in.first();
    }

    /**
     * Moves to the document's object.
     *
     * @throws MalformedContentException if there is none
     */
    public void requireObject() {
        requireValue();
        if (in.token() != Token.OBJECT) {
            throw new MalformedContentException(
                    "the file holds " + (in.token() == Token.ARRAY ? "an array" : "a single value") + ", not an object",
                    0);
        }
    }

    /**
     * Moves to the document's value, whatever its type.
     *
     * @throws MalformedContentException if there is no value
     */
    public void requireValue() {
        if (in.first() == Token.NONE) {
            throw new MalformedContentException(in.endedEarly() ? in.damage() : "the file is empty", 0);
        }
    }

    /**
     * Makes sure that the document has ended, or that it ends early and there is something to keep before the damage.
     *
     * @return whether the document is damaged
     * @throws MalformedContentException if there is nothing to keep
     */
    public boolean requireEnd() {
        if (!in.endedEarly()) {
            in.requireEnd();
        }
        if (in.endedEarly() && !metSomething()) {
            throw new MalformedContentException("nothing precedes the damage", 0);
        }
        String damagedValue = in.damagedValue();
        if (damagedValue != null) {
            reader.repairs.damagedValue(damagedValue);
        }
        return in.endedEarly() || damagedValue != null;
    }

    /** Whether any member of the document was met, so that there is something to keep. */
    private boolean metSomething() {
        return metInTree || reader.estimate.elements() > reader.skipped();
    }

    /**
     * The place and problem of the first damaged value of a document that could be read on. To be asked only if {@link #requireEnd}
     * answered that there is damage, and the document did not end early.
     */
    public String damage() {
        return String.valueOf(in.damagedValue());
    }

    /** The message of the last constructor that refused its values; empty if none did. */
    public String refusal() {
        return reader.refusal();
    }

    /** The largest number of objects and arrays that were open at a time. */
    public int deepestSoFar() {
        return reader.nesting.deepestSoFar();
    }

    /** Has the annotations of the document, such as {@code $schema}, put into a map, unless its record keeps them. */
    public void keepAnnotations(Map<String, JsonNode> annotations) {
        reader.keepAnnotations(annotations);
    }

    /** The version that the document states; null if it states none, or none was met yet. */
    public @Nullable StoredVersion version() {
        return reader.version();
    }

    /**
     * The seal of the document; null if there is none. It is not read if the version is known and not newer, since it is not needed
     * then.
     */
    public @Nullable StoredSeal seal() {
        return reader.seal();
    }

    /** The whole document as a tree, within the limits; null if it had to be left out. */
    public @Nullable JsonNode readWhole() {
        MemoryEstimate ofTree = MemoryEstimate.ofTree(limits, new SaveReader.Refusal(in));
        JsonNode tree = new TreeReader(in, limits, reader.nesting, reader.repairs, ofTree, true).read();
        metInTree = ofTree.elements() > 0;
        return tree;
    }

    /**
     * The members of a summary, if all of them stand at the beginning of the document, behind its version and annotations; else
     * empty. The name behind the last of them is read, too: only then a number, which has no end of its own, is known to be whole.
     *
     * @throws MalformedContentException if the bytes are no document, or end before that
     */
    public Optional<ObjectNode> leading(Members wanted) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        requireObject();
        reader.beginObject(wanted);
        int name = in.nextName(wanted.names(), 0);
        while (name >= 0 || name != Scanner.END && isOfItself(in.currentName())) {
            String spelled = in.currentName();
            in.value();
            if (name < 0) {
                in.skip();
            } else {
                reader.nesting.current().enterEntry(spelled);
                JsonNode value = reader.readTree();
                if (value != null) {
                    found.set(spelled, value);
                }
            }
            name = in.nextName(wanted.names(), 0);
        }
        return hasAll(found, wanted) ? Optional.of(found) : Optional.empty();
    }

    /** Whether a member is the version or an annotation, which stand at the beginning of a document. */
    private static boolean isOfItself(String name) {
        return name.startsWith("$") && (!StoredVersion.isOurs(name) || name.equals(StoredVersion.NAME));
    }

    private static boolean hasAll(ObjectNode found, Members wanted) {
        for (int number = 0; number < wanted.count(); number++) {
            Members.Member member = wanted.get(number);
            if (member.expected() && member.names().stream().noneMatch(found::has)) {
                return false;
            }
        }
        return true;
    }
}
