package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import dev.saveschema.codec.TokenCursor.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.JsonNode;

/**
 * Reads a document that may hold anything. Each {@code read} method takes the value at the current place and returns it if it is
 * of the right type and within its limits; otherwise it reports a repair, passes over the value and returns the fallback it was
 * given. A null fallback stands for "leave it out", which is what elements and entries get.
 *
 * <p>Not thread-safe. Made by {@link DocumentReader} for one document.
 */
public final class SaveReader extends CollectionReader {

    /** What {@link #nextMember} answers at the end of an object. */
    public static final int END = -1;

    private static final Tag NO_TAG = new Tag(null, false);

    private int unknown;
    private int versions;
    private @Nullable Subtypes tagged;
    private Tag tag = NO_TAG;
    private String refusal = "";

    SaveReader(TokenCursor in, LoadLimits limits, RepairLog log) {
        this(in, limits, log, new Nesting(limits.nesting()));
    }

    private SaveReader(TokenCursor in, LoadLimits limits, RepairLog log, Nesting nesting) {
        this(in, limits, new RepairReporter(in, nesting, log), nesting, new MemoryEstimate(limits, in::refuse));
    }

    private SaveReader(
            TokenCursor in, LoadLimits limits, RepairReporter repairs, Nesting nesting, MemoryEstimate footprint) {
        super(in, limits, repairs, nesting, footprint);
    }

    /** How many objects and arrays were open at a time. */
    int deepestSoFar() {
        return nesting.deepestSoFar();
    }

    /** Reports that the document ends here before its end. */
    void damaged() {
        repairs.damaged();
    }

    /** Whether any member of the document was met, so that there is something of it to keep. */
    boolean metSomething() {
        return footprint.elements() > unknown;
    }

    // ---- objects that may be one of several

    /**
     * Finds out which of several records the object at the current place is; as such it is to be read next. If there is no object,
     * or it is none of them, reports a repair, passes over the value and answers a number that no record has.
     */
    public int readSubtype(Subtypes subtypes) {
        if (in.token() != JsonToken.START_OBJECT) {
            repairs.wrongType("an object");
            return Subtypes.UNKNOWN;
        }
        if (nesting.isFull()) {
            repairs.tooDeep(limits.nesting());
            return Subtypes.UNKNOWN;
        }
        tag = in.tag(subtypes.discriminator());
        tagged = subtypes;
        int number = tag.text() == null ? Subtypes.UNKNOWN : subtypes.numberOf(tag.text());
        if (number == Subtypes.UNKNOWN) {
            tagged = null;
            repairs.unknownSubtype(tag.text(), subtypes);
        }
        return number;
    }

    // ---- objects with known members

    /** Enters an object; false, after a repair, if there is none. */
    public boolean beginObject(Members members) {
        boolean begun = begin(JsonToken.START_OBJECT, "an object", members);
        if (begun) {
            footprint.record(members.count());
        }
        if (begun && tagged != null) {
            nesting.current().tagged(tagged.discriminator(), tag.isPassed());
            if (tag.isPassed()) {
                footprint.member();
            }
        }
        tagged = null;
        return begun;
    }

    /**
     * Moves to the value of the next member and answers its number. Passes over members that are not known, and at the end of the
     * object reports those that are missing and answers {@link #END}.
     */
    public int nextMember() {
        return nextMember(null);
    }

    /**
     * As {@link #nextMember()}, but members that are not known are kept.
     *
     * @param unknown where to put them; null to pass over them
     */
    public int nextMember(@Nullable Map<String, JsonNode> unknown) {
        Level level = nesting.current();
        Members members = level.members();
        while (true) {
            int match = in.nextName(members.matcher());
            if (match >= 0) {
                in.next();
                footprint.member();
                int member = members.numberOfMatch(match);
                if (!level.enterMember(member)) {
                    repairs.duplicateMember();
                }
                return member;
            }
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                nesting.leave();
                repairs.missingMembers(level);
                return END;
            }
            unknownMember(unknown);
        }
    }

    private void unknownMember(@Nullable Map<String, JsonNode> kept) {
        String name = in.currentName();
        in.next();
        if (nesting.current().isTag(name)) {
            footprint.member();
            if (!nesting.current().meetTag()) {
                repairs.secondTag(name);
            }
            in.skip();
            return;
        }
        boolean ours = nesting.depth() == 1 && name.startsWith("$");
        if (kept != null && !ours) {
            footprint.entry(name);
            keep(name, kept);
            return;
        }
        footprint.member();
        unknown++;
        if (!ours) {
            repairs.unknownMember(name);
        } else if (name.equals(StoredVersion.NAME) && versions++ > 0) {
            repairs.secondVersion();
        }
        in.skip();
    }

    private void keep(String name, Map<String, JsonNode> kept) {
        nesting.current().enterEntry(name);
        JsonNode value = readTree();
        if (value != null && kept.put(name, value) != null) {
            repairs.duplicateMember();
        }
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
        if (in.token() == JsonToken.VALUE_NULL) {
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

    /** The value at the current place as it is, within the limits; null if it had to be left out. */
    @Nullable JsonNode readTree() {
        return new TreeReader(in, limits, nesting, repairs, footprint).read();
    }
}
