package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.text.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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

    /** More characters than any version has, whatever its notation. */
    private static final int LONGEST = 100;

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

    /** Whether a member of a document's root is SaveSchema's own, whatever the record has. */
    static boolean isOurs(String name) {
        return name.equals(NAME) || name.equals(StoredSeal.NAME);
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
     * Of a document that has a seal and says none. Only SaveSchema writes a seal, and it writes a version, too: whoever took that out
     * did not make the file an old one. It is of the version that the seal says, or the head's where the seal is of a format that
     * says none.
     */
    static StoredVersion of(StoredSeal seal, int head) {
        int version = seal.version() > 0 ? seal.version() : head;
        Repair repair = new Repair(
                "/" + NAME,
                Reason.MISSING,
                seal.version() > 0
                        ? "missing; the seal says version " + version
                        : "missing, though the file has a seal",
                Optional.empty(),
                "read as version " + version);
        return new StoredVersion(version, OptionalInt.empty(), Optional.of(repair));
    }

    /** Of a document that says none. */
    static StoredVersion none(int unversioned) {
        return new StoredVersion(unversioned, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Reads the version, wherever it stands in a document.
     *
     * @param in at its value
     * @param head the version of this program's own documents
     */
    static StoredVersion read(Scanner in, int head) {
        if (in.isNumber() && in.numberLength() <= LONGEST) {
            if (in.isWhole() ? in.isLong() && isPossible(in.longValue()) : isPossible((long) in.doubleValue())) {
                // 2.0 is what a program without whole numbers makes of it
                long version = in.isWhole() ? in.longValue() : (long) in.doubleValue();
                if (in.isWhole() || version == in.doubleValue()) {
                    return new StoredVersion((int) version, OptionalInt.of((int) version), Optional.empty());
                }
            }
        }
        // Text is what a careless edit makes of a number. Of anything else nothing can be known: taking it for the head
        // loses what old names hold, taking it for an older version runs steps on what they were not made for. The
        // former loses less.
        String text = in.text();
        if (in.endedEarly()) {
            return none(head); // the damage itself is reported
        }
        Long number = text == null ? null : Keys.longKey(text);
        int version = number != null && isPossible(number) ? number.intValue() : head;
        boolean isStructure = in.token() == Token.OBJECT || in.token() == Token.ARRAY;
        String found =
                text != null ? Excerpt.quoted(text) : isStructure ? "a structure" : Excerpt.oneLine(in.excerpt());
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
