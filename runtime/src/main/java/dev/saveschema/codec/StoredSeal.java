package dev.saveschema.codec;

import tools.jackson.databind.JsonNode;

/**
 * The versions in a document's {@code $save}, whether or not the seal is intact.
 *
 * @param version the document's version; 0 if the seal does not state it
 * @param reads the oldest version whose programs read all members that they know; 0 if the seal does not state it
 * @param writes the oldest version whose programs may write the document back; 0 if the seal does not state it
 */
public record StoredSeal(int version, int reads, int writes) {

    static final String NAME = "$save";

    /** A seal that states no versions. */
    static final StoredSeal SILENT = new StoredSeal(0, 0, 0);

    static StoredSeal of(JsonNode seal) {
        StoredSeal said = new StoredSeal(number(seal, "version"), number(seal, "reads"), number(seal, "writes"));
        boolean isComplete = said.reads > 0 && said.reads <= said.writes && said.writes <= said.version;
        return isComplete ? said : new StoredSeal(said.version, 0, 0);
    }

    private static int number(JsonNode seal, String name) {
        JsonNode number = seal.path(name);
        return number.isInt() ? Math.max(0, number.intValue()) : 0;
    }

    /**
     * Whether the seal is about the document's present version. A person who changes {@code $version} leaves the seal as it was.
     */
    public boolean isOf(StoredVersion stored) {
        return version == stored.number();
    }

    /** Whether a program of a version reads all members that it knows. */
    public boolean isReadBy(int head) {
        return reads > 0 && reads <= head;
    }

    /** Whether a program of a version may write the document back. */
    public boolean isWrittenBy(int head) {
        return writes > 0 && writes <= head;
    }
}
