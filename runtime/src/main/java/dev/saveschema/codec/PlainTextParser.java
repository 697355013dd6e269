package dev.saveschema.codec;

import dev.saveschema.json.Swar;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Reads the usual text eight bytes at a time: what has no escapes but those of one letter. Jackson goes byte by byte, and by way
 * of UTF-16. What is not usual is left to Jackson, and with it every judgement of what is malformed.
 */
final class PlainTextParser extends UTF8StreamJsonParser {

    private static final int FIRST_SIZE = 2_048;
    private static final char REPLACEMENT = '\uFFFD';

    private final ByteBuffer words;
    private ByteBuffer unescaped = Swar.over(new byte[0]);

    PlainTextParser(
            ObjectReadContext context,
            IOContext io,
            int streamFeatures,
            int formatFeatures,
            ByteQuadsCanonicalizer names,
            byte[] document,
            int start,
            int end) {
        super(context, io, streamFeatures, formatFeatures, null, names, document, start, end, 0, false);
        this.words = Swar.over(document);
    }

    /** Is asked for at most once for a text, when reading is right after its opening quote. */
    @Override
    protected String _finishAndReturnString() {
        String plain = plainText();
        if (plain == null) {
            return super._finishAndReturnString();
        }
        _textBuffer.resetWithString(plain);
        return plain;
    }

    /** The text, with reading right after its closing quote; null, with nothing changed, if it is not a usual one. */
    private @Nullable String plainText() {
        byte[] document = _inputBuffer;
        int last = _inputEnd - Swar.BYTES;
        long seen = 0;
        for (int at = _inputPtr; at <= last; at += Swar.BYTES) {
            long word = words.getLong(at);
            long marks = Swar.special(word);
            if (marks != 0) {
                int end = at + Swar.first(marks);
                seen |= Swar.before(marks, word);
                return document[end] == '"' ? text(document, _inputPtr, end, end, seen) : unescaped(end, seen);
            }
            seen |= word;
        }
        return null; // so near to the end that it is not worth it
    }

    /** @param escape where the first backslash is, or something that is malformed */
    private @Nullable String unescaped(int escape, long seenBefore) {
        // in local variables, since the compiler cannot know that fields stay what they are
        byte[] document = _inputBuffer;
        ByteBuffer in = words;
        ByteBuffer out = withRoom(unescaped, escape - _inputPtr);
        int last = _inputEnd - Swar.BYTES;
        long seen = seenBefore;
        int length = escape - _inputPtr;
        System.arraycopy(document, _inputPtr, out.array(), 0, length);
        int at = escape;
        while (at <= last) {
            if (out.capacity() - Swar.BYTES < length) {
                out = withRoom(out, length);
            }
            long word = in.getLong(at);
            out.putLong(length, word);
            long marks = Swar.special(word);
            if (marks == 0) {
                seen |= word;
                at += Swar.BYTES;
                length += Swar.BYTES;
                continue;
            }
            int plain = Swar.first(marks);
            seen |= Swar.before(marks, word);
            at += plain;
            length += plain;
            if (document[at] == '"') {
                return text(out.array(), 0, length, at, seen);
            }
            byte letter = document[at] == '\\' && at < last ? letter(document[at + 1]) : 0;
            if (letter == 0) {
                return null;
            }
            out.put(length++, letter);
            at += 2;
        }
        return null;
    }

    private @Nullable String text(byte[] bytes, int from, int to, int closingQuote, long seen) {
        boolean ascii = !Swar.isBeyondAscii(seen);
        Charset charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String text = new String(bytes, from, to - from, charset);
        if (!ascii && text.indexOf(REPLACEMENT) >= 0) {
            return null; // that may be its own, or stand for what is malformed
        }
        _inputPtr = closingQuote + 1;
        return text;
    }

    /** The same bytes, with room for a word after so many of them. */
    private ByteBuffer withRoom(ByteBuffer bytes, int length) {
        if (bytes.capacity() - Swar.BYTES < length) {
            int size = Math.max(FIRST_SIZE, Math.addExact(length, Math.max(length, Swar.BYTES)));
            unescaped = Swar.over(Arrays.copyOf(bytes.array(), size));
        }
        return unescaped;
    }

    /** What a letter after a backslash stands for; 0 if that takes more than a letter. */
    private static byte letter(byte escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '/' -> escape;
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> 0;
        };
    }
}
