package dev.saveschema.codec;

import tools.jackson.databind.JsonNode;

/**
 * What a document's {@code $save} says of versions, whether or not the seal holds.
 *
 * @param version of the document; 0 if it says none
 * @param reads the oldest version whose program reads all of it that it knows; 0 if it says none
 * @param writes the oldest version whose program may write it back; 0 if it says none
 */
record StoredSeal(int version, int reads, int writes) {

    static final String NAME = "$save";

    /** Says nothing. */
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

    /** Whether it speaks of the document as it is: whoever changed the version did not change the seal. */
    boolean isOf(StoredVersion stored) {
        return version == stored.number();
    }

    /** Whether a program of a version reads all of it that it knows. */
    boolean isReadBy(int head) {
        return reads > 0 && reads <= head;
    }

    /** Whether a program of a version may write it back. */
    boolean isWrittenBy(int head) {
        return writes > 0 && writes <= head;
    }
}
