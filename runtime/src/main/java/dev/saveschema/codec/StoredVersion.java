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
 * The version that a document states.
 *
 * @param number the version to read the document as
 * @param stored the version that the document states, if it is usable
 * @param repair the problem with the stated version, if there is one
 */
public record StoredVersion(int number, OptionalInt stored, Optional<Repair> repair) {

    /** The name of the member. */
    public static final String NAME = "$version";

    private static final byte[] OPENING = "{\"$version\":".getBytes(StandardCharsets.ISO_8859_1);

    // this many digits always fit an int; a longer number is read in the general way
    private static final int MOST_DIGITS = 9;

    /** The largest number of characters that are read as a version; no version is longer in any notation. */
    private static final int LONGEST = 100;

    /** The version if it stands at the very start, where SaveSchema writes it; null if it has to be looked for. */
    public static @Nullable StoredVersion first(byte[] document) {
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
        return isWhole && version > 0 ? stated(version) : null;
    }

    /** Whether a member of a document's root is SaveSchema's own. */
    public static boolean isOurs(String name) {
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
     * The version of a document that has a seal and no {@code $version}. Only SaveSchema writes a seal, and it writes the version,
     * too, so that the version was taken out later and the file need not be old. The version is that of the seal. A seal without a
     * version is of a format that has none, and stands for the head's.
     */
    public static StoredVersion of(StoredSeal seal, int head) {
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

    /** The version of a document that states it. */
    public static StoredVersion stated(int version) {
        return new StoredVersion(version, OptionalInt.of(version), Optional.empty());
    }

    /** The version of a document that states none. */
    public static StoredVersion none(int unversioned) {
        return new StoredVersion(unversioned, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Reads the version, wherever it stands in a document.
     *
     * @param in the scanner, at the version's value
     * @param head the version of this program's own documents
     */
    static StoredVersion read(Scanner in, int head) {
        if (in.isNumber() && in.numberLength() <= LONGEST) {
            if (in.isWhole() ? in.isLong() && isPossible(in.longValue()) : isPossible((long) in.doubleValue())) {
                // a program without whole numbers writes 2.0
                long version = in.isWhole() ? in.longValue() : (long) in.doubleValue();
                if (in.isWhole() || version == in.doubleValue()) {
                    return stated((int) version);
                }
            }
        }
        // A careless edit may put the number in quotes. From any other value no version can be known. Taking the file
        // for the head's loses the values of renamed members; taking it for an older one runs steps on values that they
        // were not made for. The former loses less.
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

    /** Adds the repair, if there is one. */
    public void reportTo(RepairLog log) {
        if (repair.isPresent()) { // a lambda would be the first of a program's
            log.add(repair.get());
        }
    }

    private static boolean isPossible(long version) {
        return version >= 1 && version <= Integer.MAX_VALUE;
    }
}
