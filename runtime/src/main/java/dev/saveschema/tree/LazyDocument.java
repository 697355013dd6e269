package dev.saveschema.tree;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Defect;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.json.NameTable;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as a tree whose nodes are made when they are asked for. A migration step looks at a few members; all others go from
 * the older document to the newer one as bytes.
 *
 * <p>It serves only documents in which a reader of the whole tree would find nothing to report; the document is passed over once to find
 * that out. Objects with two members of the same name are not found in this way: {@link #isUnusual} tells of them afterwards.
 *
 * <p>The nodes may be read by several threads.
 */
public final class LazyDocument {

    private final byte[] bytes;
    private final Scanner in;
    private final Unusual unusual;
    private final ScalarNodes scalars;
    private final Containers containers = new Containers();
    private int unusualSize;
    private UsualNames usual = UsualNames.of(Set.of());
    private final MetNames names = new MetNames();

    private LazyDocument(byte[] bytes, LoadLimits limits) {
        this.bytes = bytes;
        this.unusual = new Unusual();
        this.in = new Scanner(bytes, false, unusual);
        this.scalars = new ScalarNodes(in, MemoryEstimate.ofTree(limits, unusual));
    }

    /** A lazy document; null if the bytes are no object, or there is something in them to report. */
    public static @Nullable LazyDocument of(byte[] bytes, LoadLimits limits) {
        LazyDocument document = new LazyDocument(bytes, limits);
        try {
            return document.isPlain(limits) ? document : null;
        } catch (MalformedContentException e) {
            return null; // the reader of the whole document reports this
        }
    }

    private boolean isPlain(LoadLimits limits) {
        if (in.first() != Token.OBJECT) {
            return false;
        }
        int elements = 0;
        enter();
        while (in.depth() > 0) {
            if (in.nextPart() == Token.NONE) {
                containers.end(in.depth(), in.position());
                continue;
            }
            if (++elements > limits.elements()) {
                return false;
            }
            if (in.token() == Token.OBJECT || in.token() == Token.ARRAY) {
                if (in.depth() == limits.nesting()) {
                    return false;
                }
                enter();
            } else {
                in.scan();
                if (in.length() > (in.token() == Token.NUMBER ? limits.numberLength() : limits.textLength())) {
                    return false;
                }
            }
        }
        in.requireEnd();
        return in.isSound() && !unusual.isMet;
    }

    private void enter() {
        containers.begin(in.depth(), in.start());
        in.enter();
    }

    /** The root of the document, a new node each time. */
    public ObjectNode root() {
        return (ObjectNode) made(new LazyValue(this, containers.start(0), containers.endOf(containers.start(0))));
    }

    /** Whether a node that was made so far has something to report, so that the document has to be read as a whole. */
    public boolean isUnusual() {
        return unusual.isMet;
    }

    /** Makes the node of a value. The members and elements of an object or array are not made. */
    synchronized JsonNode made(LazyValue value) {
        in.first(value.from());
        return switch (in.token()) {
            case OBJECT -> LazyObject.of(value);
            case ARRAY -> LazyArray.of(value);
            case TEXT -> text();
            case NUMBER -> number();
            case TRUE -> BooleanNode.TRUE;
            case FALSE -> BooleanNode.FALSE;
            case NULL -> NullNode.getInstance();
            case NONE, BROKEN -> unusable();
        };
    }

    private JsonNode text() {
        String text = in.text();
        return text == null ? unusable() : scalars.text(text);
    }

    private JsonNode number() {
        JsonNode number = in.isNumber() ? scalars.number() : null;
        return number == null ? unusable() : number;
    }

    /** The node in place of a value that a reader would report. */
    private JsonNode unusable() {
        unusual.isMet = true;
        return NullNode.getInstance();
    }

    /** The members of an object. */
    synchronized Map<String, Object> members(LazyValue object) {
        in.first(object.from());
        Map<String, Object> members = new LinkedHashMap<>(usual.size() * 4 / 3 + 1);
        boolean isUsual = true;
        int number = -1;
        in.enter();
        while ((number = in.nextName(usual.table(), Math.max(0, number + 1))) != Scanner.END) {
            String name = number < 0 ? known(in.currentName()) : usual.name(number);
            isUsual &= number >= 0;
            in.value();
            if (members.put(name, value()) != null) {
                unusual.isMet = true;
            }
        }
        if (!isUsual) {
            // an object with as many names as the one before it is probably of the same record
            if (members.size() == unusualSize && unusualSize <= UsualNames.MOST) {
                usual = UsualNames.of(members.keySet());
            }
            unusualSize = members.size();
        }
        return members;
    }

    private String known(String name) {
        String known = names.again(name);
        return known == null ? name : known;
    }

    /** The elements of an array. */
    synchronized List<Object> elements(LazyValue array) {
        in.first(array.from());
        List<Object> elements = new ArrayList<>();
        in.enter();
        while (in.nextElement() != Token.NONE) {
            elements.add(value());
        }
        return elements;
    }

    private LazyValue value() {
        int from = in.start();
        if (in.token() == Token.OBJECT || in.token() == Token.ARRAY) {
            in.skipTo(containers.endOf(from));
        } else {
            in.skip();
        }
        return new LazyValue(this, from, in.position());
    }

    /** The first bytes of a value as a text, without white space between values. */
    String start(LazyValue value, int count) {
        byte[] start = new byte[count];
        int length = 0;
        boolean isInText = false;
        for (int at = value.from(); at < value.to() && length < count; at++) {
            byte b = bytes[at];
            if (isInText || b > ' ') {
                start[length++] = b;
            }
            if (b == '"') {
                isInText = !isInText;
            } else if (b == '\\' && at + 1 < value.to() && length < count) {
                start[length++] = bytes[++at];
            }
        }
        return new String(start, 0, length, StandardCharsets.UTF_8);
    }

    boolean holdsSame(LazyValue value, LazyValue other) {
        return Arrays.equals(bytes, value.from(), value.to(), other.document().bytes, other.from(), other.to());
    }

    void write(LazyValue value, ByteWriter out) {
        out.raw(bytes, value.from(), value.to() - value.from());
    }

    /** Notes whether there is anything in the document that a reader would report or refuse. */
    private static final class Unusual implements Defect.Listener, Consumer<String> {

        private boolean isMet;

        @Override
        public void met(Defect defect, String used) {
            isMet = true;
        }

        @Override
        public void accept(String excess) {
            isMet = true;
        }
    }

    /** The names of the last object: the next object is often one of the same record. */
    private record UsualNames(NameTable table, List<String> names) {

        private static final int MOST = 64;

        static UsualNames of(Set<String> names) {
            List<String> all = List.copyOf(names);
            return new UsualNames(NameTable.of(all), all);
        }

        int size() {
            return names.size();
        }

        String name(int number) {
            return names.get(number);
        }
    }

    /** The beginning and end of each object and array, so that one can be passed over without looking at its parts again. */
    private static final class Containers {

        private static final int FIRST_SIZE = 64;

        private int[] starts = new int[FIRST_SIZE];
        private int[] ends = new int[FIRST_SIZE];
        private int count;

        /** For each level the number of the open object or array. */
        private int[] open = new int[FIRST_SIZE];

        void begin(int depth, int start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            starts[count] = start;
            open[depth] = count++;
        }

        void end(int depth, int end) {
            ends[open[depth]] = end;
        }

        int start(int number) {
            return starts[number];
        }

        int endOf(int start) {
            return ends[Arrays.binarySearch(starts, 0, count, start)];
        }
    }
}
