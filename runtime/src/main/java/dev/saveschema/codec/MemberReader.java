package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads records, member by member, and what a document says of itself in members of its own; see {@link SaveReader}, which is the one to use. */
abstract class MemberReader extends CollectionReader {

    /** What {@link #nextMember} answers at the end of an object. */
    public static final int END = -1;

    private final int head;
    private int skipped;
    private @Nullable Map<String, JsonNode> annotations;
    private @Nullable StoredVersion version;
    private @Nullable StoredSeal seal;
    private @Nullable Subtypes tagged;

    /** @param head the version of this program's own documents; 0 for a value that is none */
    MemberReader(
            Scanner in, LoadLimits limits, RepairReporter repairs, Nesting nesting, MemoryEstimate estimate, int head) {
        super(in, limits, repairs, nesting, estimate);
        this.head = head;
    }

    /** What the document's seal says, if there is one. Not read where the version is known and not newer: then nobody asks. */
    @Nullable StoredSeal seal() {
        return seal;
    }

    /** What the document says that its version is; null if it says nothing, or nothing yet. */
    @Nullable StoredVersion version() {
        return version;
    }

    /** Has what a document says of itself to others, such as {@code $schema} to editors, kept where its record does not. */
    void keepAnnotations(Map<String, JsonNode> annotations) {
        this.annotations = annotations;
    }

    // ---- objects that may be one of several

    /**
     * Finds out which of several records the object at the current place is; as such it is to be read next. If there is no object,
     * or it is none of them, reports a repair, passes over the value and answers a number that no record has.
     */
    public int readSubtype(Subtypes subtypes) {
        if (in.token() != Token.OBJECT) {
            repairs.wrongType("an object");
            return Subtypes.UNKNOWN;
        }
        if (nesting.isFull()) {
            repairs.tooDeep(limits.nesting());
            return Subtypes.UNKNOWN;
        }
        String tag = in.textOf(subtypes.tag());
        int number = tag == null ? Subtypes.UNKNOWN : subtypes.numberOf(tag);
        if (number == Subtypes.UNKNOWN && subtypes.other() != Subtypes.UNKNOWN) {
            // its record keeps all members, that which says what it is among them
            return subtypes.other();
        }
        if (number == Subtypes.UNKNOWN) {
            repairs.unknownSubtype(tag, subtypes);
        } else {
            tagged = subtypes;
        }
        return number;
    }

    /**
     * Finds out by its type of JSON which of several records the value at the current place is; as such it is to be read next. If it
     * is none of them, reports a repair, passes over the value and answers a number that no record has.
     */
    public int readAlternative(Alternatives alternatives) {
        int number = alternatives.numberOf(in.token());
        if (number == Alternatives.NONE) {
            repairs.wrongType(alternatives.expected());
        }
        return number;
    }

    // ---- objects with known members

    /** Enters an object; false, after a repair, if there is none. */
    public boolean beginObject(Members members) {
        boolean begun = begin(Token.OBJECT, "an object", members);
        if (begun) {
            estimate.record(members.count());
        }
        if (begun && tagged != null) {
            nesting.current().tagged(tagged.discriminator());
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
            level.enterNothing();
            int name = in.nextName(members.names(), members.nameOf(level.guess()));
            if (name >= 0) {
                int member = members.numberOf(name);
                boolean again = !level.enterMember(member);
                in.value();
                estimate.member();
                if (again) {
                    repairs.duplicateMember();
                }
                return member;
            }
            if (name == Scanner.END) {
                nesting.leave();
                repairs.missingMembers(level);
                return END;
            }
            unknownMember(unknown);
        }
    }

    private void unknownMember(@Nullable Map<String, JsonNode> unknown) {
        String name = in.currentName();
        nesting.current().enterEntry(name);
        in.value();
        if (nesting.current().isTag(name)) {
            estimate.member();
            if (!nesting.current().meetTag()) {
                repairs.secondTag(name);
            }
            in.skip();
            return;
        }
        boolean isAtRoot = nesting.depth() == 1 && (head > 0 || annotations != null);
        boolean ours = isAtRoot && StoredVersion.isOurs(name);
        Map<String, JsonNode> kept = unknown == null && isAtRoot && name.startsWith("$") ? annotations : unknown;
        if (kept != null && !ours) {
            estimate.entry(name);
            keep(name, kept);
            return;
        }
        estimate.member();
        skipped++;
        if (!ours) {
            repairs.unknownMember(name);
        } else if (name.equals(StoredVersion.NAME)) {
            meetVersion();
        } else if (version == null || version.number() > head) {
            JsonNode tree = readTree();
            seal = tree == null ? StoredSeal.SILENT : StoredSeal.of(tree);
            return;
        } else {
            seal = StoredSeal.SILENT;
        }
        in.skip();
    }

    /** How many members were passed over: they are counted, and nothing of them was used. */
    int skipped() {
        return skipped;
    }

    private void meetVersion() {
        if (version == null) {
            version = StoredVersion.read(in, head);
        } else {
            repairs.secondVersion();
        }
    }

    private void keep(String name, Map<String, JsonNode> kept) {
        nesting.current().enterEntry(name);
        JsonNode value = readTree();
        if (value != null && kept.put(name, value) != null) {
            repairs.duplicateMember();
        }
    }

    /** The value at the current place as it is, within the limits; null if it had to be left out. */
    @Nullable JsonNode readTree() {
        return new TreeReader(in, limits, nesting, repairs, estimate, false).read();
    }
}
