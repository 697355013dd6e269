package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.ByteWriter;
import dev.saveschema.text.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes a document. It refuses values that could not be loaded again: null, a number that is not finite, a text or number longer
 * than a load reads. When it does so, nothing has reached the disk.
 */
public final class SaveWriter extends CollectionWriter {

    private static final MemberName VERSION = MemberName.of("$version");

    private final int version;
    private Map<String, JsonNode> annotations = Map.of();
    private @Nullable MemberName discriminator;
    private String subtype = "";
    private @Nullable Subtypes claimed;
    private @Nullable Tagged tagged;
    private Set<String> discriminators = Set.of();

    /**
     * @param version the value of the outermost object's first member, {@code $version}; 0 for a value that is no document,
     *     negative for a document without that member
     * @param outer the place where the value will stand
     */
    SaveWriter(ByteWriter out, boolean pretty, LoadLimits limits, int version, Outer outer) {
        super(out, pretty, limits, outer);
        this.version = version;
    }

    /**
     * The bytes of a value by itself, without white space.
     *
     * @param outer the place where the value will stand
     */
    static byte[] fragment(Consumer<SaveWriter> content, LoadLimits limits, Outer outer) {
        ByteWriter out = new ByteWriter();
        content.accept(new SaveWriter(out, false, limits, DocumentOutput.NO_DOCUMENT, outer));
        return out.toByteArray();
    }

    /** Has these members of other programs written behind the version. */
    void annotate(Map<String, JsonNode> said) {
        annotations = said;
    }

    /** The names of the members by which the written objects say which record they are. */
    public Set<String> discriminators() {
        return discriminators;
    }

    /** An open object with a discriminator. */
    private record Tagged(int depth, String name, @Nullable Tagged outer) {}

    /** Begins an object; its members follow, each with its name first. The outermost gets its version as its first member. */
    public void beginObject() {
        enter();
        begin();
        estimate.record(0);
        structure.beginObject();
        if (structure.depth() == 1 && version > 0) {
            estimate.member(); // the seal, which is added later
            estimate.member();
            structure.name(VERSION.name());
            out.number(version);
            annotations.forEach((name, value) -> key(name).write(value));
        }
        if (discriminator != null) {
            tag(discriminator);
            discriminator = null;
        }
    }

    private void tag(MemberName name) {
        tagged = new Tagged(structure.depth(), name.toString(), tagged);
        if (discriminators.isEmpty()) {
            discriminators = new HashSet<>();
        }
        discriminators.add(name.toString());
        estimate.member();
        structure.name(name.name());
        out.text(subtype);
    }

    /** Counts the current object as a map if it is empty: a reader cannot tell it from a map. */
    private void countMap() {
        if (structure.isFresh()) {
            estimate.map();
        }
    }

    /** The discriminator of the innermost open object; null if it has none. */
    private @Nullable Tagged tag() {
        return tagged != null && tagged.depth() == structure.depth() ? tagged : null;
    }

    /** Has the next object begin with a discriminator, which says which of several records it is. */
    public void subtype(MemberName member, String name) {
        discriminator = member;
        subtype = name;
    }

    /**
     * Has the next object refused if a load would take it for one of these records. Its record keeps all members, so that they
     * could include a discriminator.
     */
    public void other(Subtypes subtypes) {
        claimed = subtypes;
    }

    /** Ends the innermost object. The closing brace of a document is left to the storage, which puts the seal before it. */
    public void endObject() {
        Tagged ended = tag();
        if (ended != null) {
            tagged = ended.outer();
        }
        countMap();
        if (structure.depth() == 1 && version > 0) {
            structure.leaveObject();
        } else {
            structure.endObject();
        }
    }

    /** Begins a member of an object; its value must follow. */
    public SaveWriter name(MemberName name) {
        estimate.component();
        structure.name(name.name());
        return this;
    }

    /** Begins an entry of a map; its value must follow. */
    public SaveWriter key(@Nullable Object key) {
        String name = requiredKey(key).toString();
        countMap();
        estimate.key(name.length());
        structure.name(name);
        return this;
    }

    /** Begins an entry of a map whose keys a load will hold to a limit. */
    public SaveWriter key(@Nullable String key, TextLimit limit) {
        watch.text(requiredKey(key), limit);
        return key(key);
    }

    /** Begins an entry of a map whose keys a load will hold to a limit. */
    public SaveWriter key(@Nullable Number key, WholeLimit limit) {
        watch.whole(requiredKey(key).longValue(), limit);
        return key(key);
    }

    /** Begins an entry of a map; its value must follow. */
    public <E extends Enum<E>> SaveWriter key(Constants<E> constants, @Nullable E key) {
        MemberName name = constants.nameOf(requiredKey(key));
        countMap();
        estimate.key(name.toString().length());
        structure.name(name.name());
        return this;
    }

    /**
     * Writes the unknown members that a record keeps.
     *
     * @param known the members that the record knows
     */
    public void writeUnknown(@Nullable Map<String, JsonNode> unknown, Members known) {
        String object = around();
        if (unknown == null) {
            throw new NullPointerException(place(object) + ": null cannot be saved for its unknown members");
        }
        Subtypes others = claimed;
        claimed = null;
        boolean isRoot = version != 0 && structure.depth() == 1;
        Tagged tag = tag();
        for (Map.Entry<String, JsonNode> member : unknown.entrySet()) {
            String name = requiredKey(member.getKey());
            if (others != null && !adopts() && others.claims(name, member.getValue())) {
                throw new IllegalArgumentException(
                        "%s: %s is %s, which has a record of its own and would be read as that"
                                .formatted(
                                        place(object),
                                        Excerpt.quoted(name),
                                        Excerpt.oneLine(String.valueOf(member.getValue()))));
            }
            boolean isTag = tag != null && tag.name().equals(name);
            if (isTag || known.has(name) && !adopts()) {
                throw new IllegalArgumentException(
                        "%s: %s cannot be saved as an unknown member, since it is a known one"
                                .formatted(place(object), Excerpt.quoted(name)));
            }
            if (isRoot && StoredVersion.isOurs(name)) {
                throw new IllegalArgumentException(
                        "%s: %s cannot be saved as an unknown member, since that name is SaveSchema's"
                                .formatted(place(object), Excerpt.quoted(name)));
            }
            key(name).write(member.getValue());
        }
    }

    /** Begins a map that a load will hold to a size. */
    public void beginObject(int size, SizeLimit limit) {
        watch.size(size, limit);
        beginObject();
    }

    /**
     * Whether the value is the whole result of a migration. A member that the older version kept as unknown may be one that the
     * newer version knows: it is written as well, and the reader of the result takes the last of two members.
     */
    private boolean adopts() {
        return version == 0 && outer.pointer().isEmpty();
    }

    /** Writes a tree as it is. */
    public void write(@Nullable JsonNode tree) {
        new TreeWriter(this).write(required(tree));
    }

    /** Writes the tree that a developer's codec makes of a value. */
    public <T> void write(ValueCodec<T> codec, @Nullable T value) {
        T present = required(value);
        JsonNode tree;
        try {
            tree = codec.write(present);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            throw new IllegalArgumentException(
                    place() + ": " + codec.getClass().getSimpleName() + " could not write it: " + e, e);
        }
        if (tree == null || tree.isNull()) {
            throw refusal(codec.getClass().getSimpleName() + " wrote null, which no load would give back to it");
        }
        write(tree);
    }

    /** Writes the elements of a set in the order of their bytes, so that the same set always makes the same file. */
    public <T> void writeInOrder(Set<T> set, BiConsumer<SaveWriter, T> element) {
        record Written<T>(T element, byte[] bytes) {}
        estimate.set(set.size());
        List<Written<T>> sorted = new ArrayList<>();
        Outer here = new Outer(
                outer.pointer() + structure.around(),
                outer.depth() + structure.depth(),
                structure.isPretty() ? null : estimate,
                watch);
        for (T each : set) {
            T present = required(each);
            sorted.add(new Written<>(present, fragment(out -> element.accept(out, present), limits, here)));
        }
        sorted.sort((a, b) -> Arrays.compareUnsigned(a.bytes(), b.bytes()));
        for (Written<T> each : sorted) {
            if (!structure.isPretty()) {
                // if they were written again, sets in sets would be written twice as often with every level
                begin();
                out.raw(each.bytes());
            } else {
                element.accept(this, each.element());
            }
        }
    }

    /** Whether a load will take every written value as it is. */
    public boolean isWithinLimits() {
        return !watch.isBroken();
    }

    private <K> K requiredKey(@Nullable K key) {
        if (key == null) {
            throw new NullPointerException(place(around()) + ": null cannot be saved as a key");
        }
        return key;
    }
}
