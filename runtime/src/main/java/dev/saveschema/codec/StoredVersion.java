package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The version that a document says it has.
 *
 * @param number the version to read it as
 * @param stored what the document says, if it says anything usable
 * @param repair what is wrong with what it says
 */
record StoredVersion(int number, OptionalInt stored, Optional<Repair> repair) {

    static final String NAME = "$version";
    private static final PropertyNameMatcher VERSION = Json.matcher(List.of(NAME));

    /**
     * Finds the version, which is the first member of what SaveSchema writes and may be anywhere in what somebody edited.
     *
     * @param in before the first token
     * @param head the version of this program's own documents
     * @param unversioned what a document without a version is taken for
     */
    static StoredVersion find(TokenCursor in, int head, int unversioned) {
        JsonToken first = in.next();
        if (first == null) {
            throw new MalformedContentException("the file is empty", 0);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedContentException(
                    "the file holds " + (first == JsonToken.START_ARRAY ? "an array" : "a single value")
                            + ", not an object",
                    0);
        }
        while (true) {
            int match = in.nextName(VERSION);
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                return new StoredVersion(unversioned, OptionalInt.empty(), Optional.empty());
            }
            JsonToken value = in.next();
            if (match == 0) {
                return read(in, value, head);
            }
            in.skip();
        }
    }

    private static StoredVersion read(TokenCursor in, @Nullable JsonToken value, int head) {
        if (value == JsonToken.VALUE_NUMBER_INT && in.isLong() && isPossible(in.longValue())) {
            int version = (int) in.longValue();
            return new StoredVersion(version, OptionalInt.of(version), Optional.empty());
        }
        if (value == JsonToken.VALUE_NUMBER_FLOAT && isPossible((long) in.doubleValue())) {
            // 2.0 is what a program without whole numbers makes of it
            long version = (long) in.doubleValue();
            if (version == in.doubleValue()) {
                return new StoredVersion((int) version, OptionalInt.of((int) version), Optional.empty());
            }
        }
        // Text is what a careless edit makes of a number. Of anything else nothing can be known: taking it for the head
        // loses what old names hold, taking it for an older version runs steps on what they were not made for. The
        // former loses less.
        Long text = value == JsonToken.VALUE_STRING ? Keys.longKey(String.valueOf(in.text())) : null;
        int version = text != null && isPossible(text) ? text.intValue() : head;
        String found = value != null && value.isScalarValue() ? Excerpt.oneLine(in.excerpt()) : "a structure";
        Repair repair = new Repair(
                "/" + NAME,
                Reason.WRONG_TYPE,
                found + " is not a version",
                Optional.of(found),
                "read as version " + version);
        return new StoredVersion(version, OptionalInt.empty(), Optional.of(repair));
    }

    private static boolean isPossible(long version) {
        return version >= 1 && version <= Integer.MAX_VALUE;
    }
}
