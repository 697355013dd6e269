package dev.saveschema.json;

import dev.saveschema.text.Excerpt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place among the bytes of a document. It passes over white space and comments, and reports the comments. Where the document
 * cannot be read on, it throws; when salvaging it ends the document there instead, so that a reader keeps everything before that
 * place.
 */
abstract class ByteCursor {

    static final int NO_BYTE = -1;

    private static final int LONGEST_EXCERPT = 200;

    final byte[] in;
    final ByteBuffer words;
    final Defect.Listener defects;
    int at;

    private final boolean salvaging;
    private @Nullable MalformedContentException ending;
    private @Nullable Defect damaged;
    private int reportedTo;
    private boolean sound = true;

    // The last place whose line was asked for. The next question continues from there instead of from the first line.
    private int knownOffset;
    private int knownLine = 1;
    private int knownLineStart;

    ByteCursor(byte[] document, boolean salvaging, Defect.Listener defects) {
        this.in = document;
        this.words = Swar.over(document);
        this.salvaging = salvaging;
        this.defects = defects;
    }

    /** Whether the document turned out to end before its end. */
    public final boolean endedEarly() {
        return ending != null;
    }

    /** The reason why the document ends before its end; empty if it does not. */
    public final String damage() {
        return ending == null ? "" : String.valueOf(ending.getMessage());
    }

    /**
     * The place and problem of the first value that points to damage of the disk, if the document could be read on; null if there
     * is none.
     */
    public final @Nullable String damagedValue() {
        return damaged == null ? null : placeOfDamage(damaged.offset()) + ": " + damaged.problem();
    }

    /**
     * Gives the document up, although it could be read on.
     *
     * @throws MalformedContentException unless salvaging
     */
    public final void refuse(String message) {
        end(new MalformedContentException(message, at));
    }

    /** The place in the words of a message: {@code line 3, column 7}. Columns are counted in characters. */
    public final String place(int offset) {
        if (offset < knownOffset) {
            knownOffset = 0;
            knownLine = 1;
            knownLineStart = 0;
        }
        for (int each = knownOffset; each < offset && each < in.length; each++) {
            if (in[each] == '\n') {
                knownLine++;
                knownLineStart = each + 1;
            }
        }
        knownOffset = offset;
        int column = 1;
        for (int each = Math.max(knownLineStart, offset - MOST_COLUMNS); each < offset && each < in.length; each++) {
            if ((in[each] & 0xc0) != 0x80) {
                column++;
            }
        }
        return "line " + knownLine + ", column "
                + (offset - knownLineStart > MOST_COLUMNS ? "more than " + MOST_COLUMNS : column);
    }

    // The bound on counting columns: a file may be one line of many megabytes, with a thousand faults in it.
    private static final int MOST_COLUMNS = 100_000;

    /** The place with its line, column and byte, for messages about damage. */
    private String placeOfDamage(int offset) {
        return place(offset) + " (byte " + offset + ")";
    }

    /** Ends reading at a place that is not JSON. */
    final void fail(int offset, String problem) {
        if (ending == null) {
            end(new MalformedContentException(placeOfDamage(offset) + ": " + problem, offset));
        }
    }

    /** Ends reading at a byte that is not the expected one, or at the end of the document. */
    final void failAt(int offset, String expected) {
        if (offset >= in.length) {
            fail(in.length, "the file ends here, before its last bracket");
        } else {
            fail(offset, character(offset) + " is not " + expected);
        }
    }

    private void end(MalformedContentException cause) {
        if (!salvaging) {
            throw cause;
        }
        if (ending == null) {
            ending = cause;
            at = in.length;
            defects.ended();
        }
    }

    /** Whether all values and names so far were JSON. */
    public final boolean isSound() {
        return sound;
    }

    /** Takes note of a defect. If the defect is outside of values, the caller has to report it to the listener. */
    final Defect noted(Defect defect) {
        sound = false;
        if (defect.cost() == Defect.Cost.DAMAGED_VALUE && damaged == null) {
            damaged = defect;
        }
        return defect;
    }

    /** Reports something that is passed over, since it means nothing or can mean only one thing: a comment, a comma too many. */
    final void passOver(int offset, String problem, String used) {
        if (!isReported(offset)) {
            report(offset, problem, used);
        }
    }

    /** Whether something at that place was reported already. */
    final boolean isReported(int offset) {
        return offset < reportedTo;
    }

    /** Reports something that means nothing. Comments behind its beginning may have been reported already. */
    final void report(int offset, String problem, String used) {
        reportedTo = Math.max(reportedTo, offset + 1);
        defects.met(new Defect(Defect.Cost.NOTHING, offset, problem), used);
    }

    /**
     * Moves to the next byte outside of white space and comments.
     *
     * @return that byte; {@link #NO_BYTE} at the end of the document
     */
    final int space() {
        while (at < in.length) {
            int b = in[at];
            if (b > ' ' && b != '/' || b < 0) {
                return b & 0xff;
            }
            if (b == '\n') {
                at++;
                indentation();
            } else if (b == ' ' || b == '\r' || b == '\t') {
                at++;
            } else if (b != '/' || !comment()) {
                return b;
            }
        }
        return NO_BYTE;
    }

    /** Passes over blanks, eight at a time. */
    private void indentation() {
        int last = in.length - Swar.BYTES;
        while (at <= last) {
            long others = words.getLong(at) ^ Swar.BLANKS;
            if (others != 0) {
                at += Long.numberOfTrailingZeros(others) / Swar.BYTES;
                return;
            }
            at += Swar.BYTES;
        }
    }

    /** Passes over a comment; false if there is none at the current place. */
    private boolean comment() {
        int start = at;
        if (at + 1 < in.length && in[at + 1] == '/') {
            while (at < in.length && in[at] != '\n' && in[at] != '\r') {
                at++;
            }
        } else if (at + 1 < in.length && in[at + 1] == '*') {
            at += 2;
            while (at + 1 < in.length && !(in[at] == '*' && in[at + 1] == '/')) {
                at++;
            }
            if (at + 1 >= in.length) {
                fail(start, "a comment has no end");
                return false;
            }
            at += 2;
        } else {
            return false;
        }
        passOver(start, "a comment: " + excerpt(start, at), "left out");
        return true;
    }

    /** A byte in a message: {@code 'x'}, or {@code the control character U+0007}. */
    final String character(int offset) {
        int b = in[offset] & 0xff;
        return b > ' ' && b < 0x7f
                ? "'" + (char) b + "'"
                : b < ' ' || b == 0x7f ? "the control character U+%04X".formatted(b) : excerpt(offset, offset + 4);
    }

    /** Some of the document for a message. */
    final String excerpt(int from, int to) {
        int end = Math.min(Math.min(to, in.length), from + LONGEST_EXCERPT);
        return Excerpt.oneLine(new String(in, from, Math.max(0, end - from), StandardCharsets.UTF_8));
    }
}
