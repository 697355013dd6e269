package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.tree.MemoryEstimate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads records, member by member, and the document's version, seal and annotations. Generated code uses it through {@link
 * SaveReader}.
 */
abstract class MemberReader extends CollectionReader {

    /** The answer of {@link #nextMember} at the end of an object. */
    public static final int END = -1;

    private final int head;
    private int skipped;
    private @Nullable Map<String, JsonNode> annotations;
    private @Nullable StoredVersion version;
    private @Nullable StoredSeal seal;
    private @Nullable Subtypes tagged;

    /** @param head the version of this program's own documents; 0 for a value that is no document */
    MemberReader(
            Scanner in, LoadLimits limits, RepairReporter repairs, Nesting nesting, MemoryEstimate estimate, int head) {
        super(in, limits, repairs, nesting, estimate);
        this.head = head;
    }

    /**
     * The seal of the document; null if there is none. It is not read if the version is known and not newer, since it is not needed
     * then.
     */
    @Nullable StoredSeal seal() {
        return seal;
    }

    /** The version that the document states; null if it states none, or none was met yet. */
    @Nullable StoredVersion version() {
        return version;
    }

    /** Has the annotations of the document, such as {@code $schema}, put into a map, unless its record keeps them. */
    void keepAnnotations(Map<String, JsonNode> annotations) {
        this.annotations = annotations;
    }

    // ---- objects that may be one of several

    /**
     * Finds out which of several records the object at the current place is. It is to be read as that record next. If there is no
     * object, or it is none of them, a repair is reported and the value is passed over.
     *
     * @return the number of the record; a number that no record has if there is none
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
            // this record keeps all members, also the discriminator
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
     * Finds out by its JSON type which of several records the value at the current place is. It is to be read as that record next.
     * If it is none of them, a repair is reported and the value is passed over.
     *
     * @return the number of the record; a number that no record has if there is none
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
     * Moves to the value of the next member. Unknown members are passed over. At the end of the object the missing members are
     * reported.
     *
     * @return the number of the member; {@link #END} at the end of the object
     */
    public int nextMember() {
        return nextMember(null);
    }

    /**
     * Moves to the value of the next member, as {@link #nextMember()}, but keeps unknown members.
     *
     * @param unknown the map to put them into; null to pass over them
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

    /** How many members were passed over. They are counted as elements, but their values were not used. */
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

    /** The value at the current place as a tree, within the limits; null if it had to be left out. */
    @Nullable JsonNode readTree() {
        return new TreeReader(in, limits, nesting, repairs, estimate, false).read();
    }
}
