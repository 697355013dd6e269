package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names by their bytes in a document, without making a text of them. If the caller can guess the next name, that name is
 * compared first. Other names are found by a hash of their first bytes and their length. Immutable.
 */
public final class NameTable {

    /** The result for a name that is not in the table. */
    public static final int UNKNOWN = -2;

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** Each name in UTF-8, with its closing quote. */
    private final byte[][] quoted;

    /** The first eight bytes of each quoted name, and a mask of the bytes that it has. */
    private final long[] heads;

    private final long[] masks;

    /** The number of each name plus 1, at the first slot from the name's hash that was free. */
    private final int[] slots;

    private final Map<String, Integer> byText = new HashMap<>();

    private NameTable(List<String> names) {
        int count = names.size();
        quoted = new byte[count][];
        heads = new long[count];
        masks = new long[count];
        slots = new int[Integer.highestOneBit(Math.max(2, count)) * 4];
        for (int number = 0; number < count; number++) {
            String name = names.get(number);
            byText.putIfAbsent(name, number);
            quoted[number] = (name + '"').getBytes(StandardCharsets.UTF_8);
            byte[] head = Arrays.copyOf(quoted[number], Swar.BYTES);
            heads[number] = Swar.over(head).getLong(0);
            masks[number] = mask(quoted[number].length);
            if (isPlain(name)) {
                int slot = slot(heads[number], quoted[number].length);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = number + 1;
            } else {
                // a document has escapes in this name: the bytes here would match another name
                masks[number] = 0;
                heads[number] = -1;
            }
        }
    }

    /** A table of these names. The number of a name is its index in the list. */
    public static NameTable of(List<String> names) {
        return new NameTable(names);
    }

    /** Whether a document can have the name without escapes. */
    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || at + 1 == name.length()
                        || !Character.isLowSurrogate(name.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static long mask(int length) {
        return length >= Swar.BYTES ? -1 : (1L << length * Swar.BYTES) - 1;
    }

    private int slot(long head, int length) {
        return (int) ((head ^ length) * MIX >>> 40) & slots.length - 1;
    }

    /** The number of a name; {@link #UNKNOWN} if it is none. */
    public int find(String name) {
        return byText.getOrDefault(name, UNKNOWN);
    }

    /** How long the name is with its closing quote, in bytes. */
    int length(int number) {
        return quoted[number].length;
    }

    int count() {
        return quoted.length;
    }

    /** Whether the name, with its closing quote, stands at a place of the document. */
    boolean stands(int number, byte[] document, ByteBuffer words, int from) {
        byte[] name = quoted[number];
        if (from + Math.max(name.length, Swar.BYTES) > document.length) {
            return masks[number] != 0
                    && from + name.length <= document.length
                    && Arrays.equals(document, from, from + name.length, name, 0, name.length);
        }
        return (words.getLong(from) & masks[number]) == heads[number]
                && (name.length <= Swar.BYTES || tailStands(name, document, from));
    }

    private static boolean tailStands(byte[] name, byte[] document, int from) {
        for (int at = Swar.BYTES; at < name.length; at++) {
            if (document[from + at] != name[at]) {
                return false;
            }
        }
        return true;
    }

    /** @param quote the place of the name's closing quote; there are no escapes before it */
    int find(byte[] document, ByteBuffer words, int from, int quote) {
        if (quoted.length == 0) {
            return UNKNOWN;
        }
        int length = quote + 1 - from;
        long head;
        if (from + Swar.BYTES <= document.length) {
            head = words.getLong(from) & mask(length);
        } else {
            head = 0;
            for (int at = 0; at < length; at++) {
                head |= (document[from + at] & 0xffL) << at * Swar.BYTES;
            }
        }
        for (int slot = slot(head, length); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int number = slots[slot] - 1;
            if (quoted[number].length == length && stands(number, document, words, from)) {
                return number;
            }
        }
        return UNKNOWN;
    }
}
