package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a {@link Migration} on one object: the document, or an object within it. The developer's own steps come first and
 * see the object as the older version left it; what is declared is applied to what they leave.
 */
public final class MigrationStep extends NameChanges {

    private final int from;
    private final RepairLog log;
    private final WrittenStep written;

    MigrationStep(ObjectNode object, String pointer, int from, LoadLimits limits, RepairLog log, ChangeLog changes) {
        super(object, pointer, limits, changes);
        this.from = from;
        this.log = log;
        this.written = new WrittenStep(object, from, limits, log, changes);
    }

    /**
     * Runs a developer's step on the whole document. If it throws, the document is put back as it was, and the report says so.
     *
     * @param name the method, for the report
     */
    public void run(String name, TreeChange change) {
        written.tree(name, change);
    }

    /**
     * Runs a developer's step from record to record. If it throws, the document stays as it was, and the report says so.
     *
     * @param name the method, for the report
     * @param before reads the older version, and repairs what that cannot be
     * @param after writes the newer one
     */
    public <A, B> void run(String name, Schema<A> before, Conversion<A, B> change, Schema<B> after) {
        written.typed(name, before, change, after);
    }

    /**
     * Runs a developer's conversion on one member. A value that the old type cannot be, or one on which the conversion throws, is
     * removed, so that the component takes its default.
     *
     * @param member its name in the file, in the version that the step starts from
     * @param name the method, for the report
     * @param reader reads the old type; null if the value is none
     * @param writer writes the new type
     */
    public <A, B> void convert(
            String member, String name, Reader<A> reader, Conversion<A, B> conversion, Writer<B> writer) {
        written.conversion(member, name, reader, conversion, writer);
    }

    /** Reports what the developer's steps on the whole document have left that the version they lead to cannot be. */
    public void verify(Schema<?> after) {
        written.verify(after);
    }

    /** Gives a member its new name. A value that a developer's step has put there already stays. */
    public void renamed(String oldName, String newName) {
        renamed(Map.of(oldName, newName));
    }

    /** Gives several members their new names at once: one may get the name that another one had. */
    public void renamed(Map<String, String> newNames) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String oldName : newNames.keySet()) {
            JsonNode value = object.remove(oldName);
            if (value != null) {
                values.put(oldName, value);
            }
        }
        values.forEach((oldName, value) -> {
            String newName = newNames.getOrDefault(oldName, oldName);
            if (object.has(newName)) {
                changes.add("removed " + path(oldName) + ", since " + path(newName) + " is there already");
            } else {
                object.set(newName, value);
                changes.add("renamed " + path(oldName) + " to " + path(newName));
            }
        });
    }

    /** Adds a member that the older version did not have, unless a developer's step has. */
    public void added(String name, Consumer<SaveWriter> fallback) {
        if (object.has(name)) {
            return;
        }
        JsonNode value = made(fallback, path(name));
        if (value != null) {
            object.set(name, value);
            changes.add("added " + path(name) + " = " + TreeDifference.text(value));
        }
    }

    /** As {@link #added(String, Consumer)}, with a value in JSON. */
    public void added(String name, String json) {
        if (!object.has(name)) {
            object.set(name, parsed(json));
            changes.add("added " + path(name) + " = " + TreeDifference.text(object.get(name)));
        }
    }

    /** Gives a member that the older version could leave out a value where it has none. */
    public void required(String name, Consumer<SaveWriter> fallback) {
        if (isAbsent(name)) {
            object.remove(name);
            added(name, fallback);
        }
    }

    /** As {@link #required(String, Consumer)}, with a value in JSON. */
    public void required(String name, String json) {
        if (isAbsent(name)) {
            object.remove(name);
            added(name, json);
        }
    }

    private boolean isAbsent(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull();
    }

    /**
     * Moves a value to another place of the document, if the objects around that are there.
     *
     * @param from where it is, as a JSON Pointer
     * @param to where it shall be; what is there is replaced
     */
    public void moved(String from, String to) {
        JsonNode value = object.at(from);
        JsonNode target = object.at(to.substring(0, to.lastIndexOf('/')));
        if (value.isMissingNode() || !(target instanceof ObjectNode into)) {
            return;
        }
        ((ObjectNode) object.at(from.substring(0, from.lastIndexOf('/')))).remove(name(from));
        into.set(name(to), value);
        changes.add("moved " + inWords(from) + " to " + inWords(to));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /**
     * Applies declared changes to this object, if it is of that kind.
     *
     * @param aliases other names of the kind
     */
    public void where(String tag, String kind, Consumer<MigrationStep> step, String... aliases) {
        JsonNode found = object.get(tag);
        if (found != null
                && found.isString()
                && (found.stringValue().equals(kind) || List.of(aliases).contains(found.stringValue()))) {
            step.accept(this);
        }
    }

    /** Takes away a member that the newer version does not have. */
    public void removed(String name) {
        if (object.remove(name) != null) {
            changes.add("removed " + path(name));
        }
    }

    /** Applies declared changes to the object at a member, and to each object in arrays or maps there. */
    public void inside(String member, Consumer<MigrationStep> step, Descent... descents) {
        Places places = new Places(List.of(descents), (value, at) -> {
            if (value instanceof ObjectNode inner) {
                step.accept(new MigrationStep(inner, at, from, limits, log, changes));
            }
            return value;
        });
        places.visit(object, member, pointer(member));
    }

    /** Through what to go from a member to the objects in it. */
    public enum Descent {
        /** The elements of an array. */
        ELEMENTS,
        /** The values of a map. */
        VALUES,
        /** The keys of a map. */
        KEYS
    }

    /** A developer's change of the whole object. */
    public interface TreeChange {
        void apply(ObjectNode object) throws Exception;
    }

    /** A developer's conversion of one value. */
    public interface Conversion<A, B> {
        @Nullable B apply(A old) throws Exception;
    }

    /** Reads a value of the old type. */
    public interface Reader<A> {
        @Nullable A read(SaveReader in);
    }

    /** Writes a value of the new type. */
    public interface Writer<B> {
        void write(SaveWriter out, B value);
    }
}
