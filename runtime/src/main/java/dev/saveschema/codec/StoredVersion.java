package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.text.Excerpt;
import java.nio.charset.StandardCharsets;
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
    private static final byte[] OPENING = "{\"$version\":".getBytes(StandardCharsets.ISO_8859_1);

    // as many as an int always has room for; what is longer is looked at more closely
    private static final int MOST_DIGITS = 9;

    private static final PropertyNameMatcher NAMES = Json.matcher(List.of(NAME, "$save"));

    /** The version if it stands where SaveSchema writes it, right at the start; null if it must be looked for. */
    static @Nullable StoredVersion first(byte[] document) {
        int at = afterSpace(document, 0);
        for (int expected = 0; expected < OPENING.length; expected++) {
            if (at >= document.length || document[at] != OPENING[expected]) {
                return null;
            }
            at++;
            if (expected == 0 || expected == OPENING.length - 2) {
                at = afterSpace(document, at);
            }
        }
        int digits = afterSpace(document, at);
        int end = digits;
        int version = 0;
        while (end < document.length && end - digits < MOST_DIGITS && document[end] >= '0' && document[end] <= '9') {
            version = version * 10 + (document[end++] - '0');
        }
        boolean isWhole =
                digits < document.length && document[digits] != '0' && end < document.length && isEnd(document[end]);
        return isWhole && version > 0 ? new StoredVersion(version, OptionalInt.of(version), Optional.empty()) : null;
    }

    private static int afterSpace(byte[] document, int from) {
        int at = from;
        while (at < document.length && isSpace(document[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isEnd(byte b) {
        return b == ',' || b == '}' || isSpace(b);
    }

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
        boolean isSealed = false;
        while (true) {
            int match = in.nextName(NAMES);
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                return isSealed
                        ? ofTheHead(head)
                        : new StoredVersion(unversioned, OptionalInt.empty(), Optional.empty());
            }
            JsonToken value = in.next();
            if (match == 0) {
                return read(in, value, head);
            }
            isSealed |= match == 1;
            in.skip();
        }
    }

    // Only SaveSchema writes a seal, and it writes a version, too: whoever took that out did not make the file an old
    // one.
    private static StoredVersion ofTheHead(int head) {
        Repair repair = new Repair(
                "/" + NAME,
                Reason.MISSING,
                "missing, though the file has a seal",
                Optional.empty(),
                "read as version " + head);
        return new StoredVersion(head, OptionalInt.empty(), Optional.of(repair));
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
        String text = value == JsonToken.VALUE_STRING ? in.text() : null;
        if (in.endedEarly()) {
            return new StoredVersion(head, OptionalInt.empty(), Optional.empty()); // the damage itself is reported
        }
        Long number = text == null ? null : Keys.longKey(text);
        int version = number != null && isPossible(number) ? number.intValue() : head;
        String found = text != null
                ? Excerpt.quoted(text)
                : value != null && value.isScalarValue() ? Excerpt.oneLine(in.excerpt()) : "a structure";
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
