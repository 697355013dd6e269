package dev.saveschema.migration;

import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.document.DocumentSchema;
import dev.saveschema.tree.LazyTrees;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a {@link Migration} on one object: the document, or an object within it. Generated code calls the parts of a step in
 * this order:
 *
 * <ol>
 *   <li>the developer's own methods, which see the object as the older version left it;
 *   <li>moves, which take their values out at once;
 *   <li>removals, renames and additions, which are applied to what the methods have left;
 *   <li>when all objects are done, the replacements for removed values, and then the moved values at their new places.
 * </ol>
 */
public final class MigrationStep extends NameChanges {

    /** The discriminator of this object; empty if it is not one of several. */
    private final String tag;

    MigrationStep(ObjectNode object, String pointer, StepRun run) {
        this(object, pointer, "", run);
    }

    private MigrationStep(ObjectNode object, String pointer, String tag, StepRun run) {
        super(object, pointer, run);
        this.tag = tag;
    }

    /** The version of the document before any step, for methods that ask for it. */
    public int originalVersion() {
        return run.original;
    }

    /**
     * Runs a developer's method on this object. If the method throws, the object is put back as it was, and the report says so.
     *
     * @param name the method, for the report
     */
    public void run(String name, TreeChange change) {
        run.written.tree(object, pointer, name, change);
    }

    /**
     * Runs a developer's method from record to record. If it throws, the document stays as it was, and the report says so.
     *
     * @param name the method, for the report
     * @param before reads the older version, and repairs values that cannot be used
     * @param after writes the newer version
     * @return whether the document is the method's result now, so that nothing of the older version is left to be changed
     */
    public <A, B> boolean run(String name, DocumentSchema<A> before, Conversion<A, B> change, DocumentSchema<B> after) {
        return run.written.typed(object, name, before, change, after);
    }

    /**
     * Runs a developer's method on this object, which is a part of the document, from record to record. If it throws, the object
     * stays as it was, and the report says so.
     *
     * @param name the method, for the report
     * @param before reads the part of the older version, and repairs values that cannot be used
     * @param after writes the part of the newer version
     * @return whether the object is the method's result now, so that nothing of the older version is left to be changed
     */
    public <A, B> boolean run(String name, Reader<A> before, Conversion<A, B> change, Writer<B> after) {
        return run.written.typed(object, pointer, tag, name, before, change, after);
    }

    /**
     * Runs a developer's conversion on one member. A value that the old type cannot be, or on which the conversion throws, is
     * removed, so that the component takes its default.
     *
     * @param member the member's name in the file, in the version that the step starts from
     * @param name the method, for the report
     * @param reader reads the old type; answers null if the value is none
     * @param writer writes the new type
     * @param aliases other names that the member may have
     */
    public <A, B> void convert(
            String member,
            String name,
            Reader<A> reader,
            Conversion<A, B> conversion,
            Writer<B> writer,
            String... aliases) {
        run.written.conversion(object, pointer, member, name, reader, conversion, writer);
        for (String alias : aliases) {
            run.written.conversion(object, pointer, alias, name, reader, conversion, writer);
        }
    }

    /** Gives a member that has an alias in the file its own name, by which a record of the older version knows it. */
    public void named(String name, String... aliases) {
        for (String alias : aliases) {
            if (object.has(alias) && !object.has(name)) {
                object.set(name, object.remove(alias));
                run.authorship.renamed(object, alias, object, name);
            }
        }
    }

    /** Gives a member its new name. A value that a developer's step has put there already stays. */
    public void renamed(String oldName, String newName) {
        if (LazyTrees.renamed(object, oldName, newName)) {
            noteRenamed(oldName, newName, "");
            return;
        }
        JsonNode value = object.remove(oldName);
        if (value != null) {
            put(value, oldName, newName);
        }
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
        values.forEach((oldName, value) -> put(value, oldName, newNames.getOrDefault(oldName, oldName)));
    }

    private void put(JsonNode value, String oldName, String newName) {
        JsonNode there = object.get(newName);
        if (there != null && run.authorship.hasChanged(object, newName, run.from)) {
            run.changes.add("removed " + path(oldName) + ", since " + path(newName) + " is there already");
            return;
        }
        // a value that only happened to have the new name meant nothing to the older version
        object.set(newName, value);
        noteRenamed(oldName, newName, there == null ? "" : ", instead of " + TreeDiff.text(there) + " that was there");
    }

    private void noteRenamed(String oldName, String newName, String detail) {
        run.changes.add(() -> "renamed " + path(oldName) + " to " + path(newName) + detail);
        run.authorship.renamed(object, oldName, object, newName);
    }

    /**
     * Adds a member that the older version did not have, unless a developer's method has added it.
     *
     * @param aliases other names that the member may have
     */
    public void added(String name, Consumer<SaveWriter> fallback, String... aliases) {
        if (hasAny(name, aliases)) {
            return;
        }
        JsonNode value = made(fallback, path(name));
        if (value != null) {
            object.set(name, value);
            run.changes.add("added " + path(name) + " = " + TreeDiff.text(value));
        }
    }

    /** Adds a member as {@link #added(String, Consumer, String...)} does, with a value in JSON. */
    public void added(String name, String json, String... aliases) {
        if (!hasAny(name, aliases)) {
            object.set(name, parsed(json));
            run.changes.add("added " + path(name) + " = " + TreeDiff.text(object.get(name)));
        }
    }

    private boolean hasAny(String name, String... aliases) {
        return object.has(name) || Arrays.stream(aliases).anyMatch(object::has);
    }

    /**
     * Gives a value to a member that the older version could leave out, if it has none.
     *
     * @param aliases other names that the member may have
     */
    public void required(String name, Consumer<SaveWriter> fallback, String... aliases) {
        removeNulls(name, aliases);
        added(name, fallback, aliases);
    }

    /** Gives a value to a member as {@link #required(String, Consumer, String...)} does, with a value in JSON. */
    public void required(String name, String json, String... aliases) {
        removeNulls(name, aliases);
        added(name, json, aliases);
    }

    private void removeNulls(String name, String... aliases) {
        Stream.concat(Stream.of(name), Arrays.stream(aliases))
                .filter(member -> object.has(member) && object.get(member).isNull())
                .forEach(object::remove);
    }

    /**
     * Moves a value to another place of the document. It is taken out at once, and put in when all other changes are made.
     *
     * @param from the place in the older version, as a JSON Pointer
     * @param to the place in the newer version, as a JSON Pointer; a value that is there is replaced
     */
    public void moved(String from, String to) {
        moved(from, to, "");
    }

    /**
     * Moves a value as {@link #moved(String, String)} does, to a place in an object that may be absent.
     *
     * @param around the object to make if it is absent, in JSON; empty for an object without members
     */
    public void moved(String from, String to, String around) {
        Move move = Move.begun(object, from, to, around);
        if (move != null) {
            run.thenMove(move);
        }
    }

    /** Applies declared changes to the object at a place of the document, if there is one. */
    public void at(String place, Consumer<MigrationStep> step) {
        if (object.at(place) instanceof ObjectNode inner) {
            step.accept(new MigrationStep(inner, pointer + place, run));
        }
    }

    /**
     * Applies declared changes to this object, if it is of that subtype.
     *
     * @param discriminator the member that says which subtype the object is
     * @param aliases other names of the subtype
     */
    public void ifSubtype(String discriminator, String name, Consumer<MigrationStep> step, String... aliases) {
        JsonNode found = object.get(discriminator);
        if (found != null
                && found.isString()
                && (found.stringValue().equals(name) || List.of(aliases).contains(found.stringValue()))) {
            step.accept(new MigrationStep(object, pointer, discriminator, run));
        }
    }

    /** Removes a member that the newer version does not have. */
    public void removed(String name) {
        if (object.remove(name) != null) {
            run.changes.add("removed " + path(name));
        }
    }

    /** Applies declared changes to the object at a member, or to each object in the arrays and maps there. */
    public void inside(String member, Consumer<MigrationStep> step, Descent... descents) {
        ValueRewriter places = new ValueRewriter(List.of(descents), (value, at) -> {
            if (value instanceof ObjectNode inner) {
                step.accept(new MigrationStep(inner, at, run));
            }
            return value;
        });
        places.visit(object, member, pointer(member));
    }

    /** The parts of a value through which to go from a member to the objects in it. */
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
