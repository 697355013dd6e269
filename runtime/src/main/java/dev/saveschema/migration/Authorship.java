package dev.saveschema.migration;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.text.JsonPointer;
import dev.saveschema.tree.LazyTrees;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Knows which developer's step wrote which part of a document, so that a fault is ascribed to its cause: a step, or the file.
 * Objects and arrays are known by their identity, so that a step may move them about; values within a moved one still count as the
 * file's.
 *
 * <p>It does not know of an object that a step put twice into the document, or deeper than any load reads.
 */
final class Authorship {

    /** A step that is a developer's method. */
    record Author(String method, int from) {

        private String step() {
            return "step %s from version %d to %d".formatted(method, from, from + 1);
        }
    }

    private final int nesting;

    /** Objects and arrays that a step made. */
    private final Map<JsonNode, Author> containers = new IdentityHashMap<>();

    /** For other objects and arrays: the single values that a step put there, and the members that a step took away. */
    private final Map<JsonNode, Map<String, Author>> values = new IdentityHashMap<>();

    /** @param nesting the deepest level of a document */
    Authorship(int nesting) {
        this.nesting = nesting;
    }

    /** A copy of a tree before a step changes it. It knows for each object and array the copy. */
    static final class Before {

        private final ObjectNode copy;
        private final Map<JsonNode, JsonNode> copies = new IdentityHashMap<>();

        Before(ObjectNode tree) {
            this.copy = (ObjectNode) copyOf(tree);
        }

        /** The tree as it was. */
        ObjectNode copy() {
            return copy;
        }

        /**
         * An object or array as it was before the step; null if it was not there. A node that the step only asked for is as in the
         * document.
         */
        private @Nullable JsonNode of(JsonNode container) {
            JsonNode copied = copies.get(container);
            return copied == null ? LazyTrees.asRead(container) : copied;
        }

        private JsonNode copyOf(JsonNode node) {
            if (!node.isContainer()) {
                return node;
            }
            JsonNode made = LazyTrees.copy(node, this::copyOf);
            copies.put(node, made);
            return made;
        }
    }

    /** Notes the changes that a step has made to a tree, by comparison with the tree before. */
    void changed(ObjectNode tree, Before before, Author author) {
        new Walk(before, author).visit(tree, 0);
    }

    /**
     * Notes the changes that a step has made to an object by replacing it. A value that is the same at the same place is not the
     * step's.
     */
    void replaced(ObjectNode old, ObjectNode made, Author author) {
        for (String name : made.propertyNames()) {
            if (LazyTrees.isUntouched(old, made, name)) {
                continue;
            }
            JsonNode was = old.get(name);
            JsonNode is = made.get(name);
            if (was instanceof ObjectNode oldInner && is instanceof ObjectNode inner) {
                replaced(oldInner, inner, author);
            } else if (!is.equals(was)) {
                wrote(made, name, author);
            }
        }
    }

    /** Notes that a step has put a value at a name, with everything in it. */
    void wrote(JsonNode around, String name, Author author) {
        JsonNode value = around.get(name);
        if (value == null || !value.isContainer()) {
            values.computeIfAbsent(around, key -> new HashMap<>()).put(name, author);
        } else {
            new Walk(null, author).visit(value, 0);
        }
    }

    /** Keeps the author of a member that gets another name, or goes to another object. */
    void renamed(JsonNode from, String oldName, JsonNode to, String newName) {
        Map<String, Author> old = values.get(from);
        Author author = old == null ? null : old.remove(oldName);
        if (author != null) {
            values.computeIfAbsent(to, key -> new HashMap<>()).put(newName, author);
        }
    }

    /** Whether a step from that version has put the value of a member there, or changed a value within it. */
    boolean hasChanged(ObjectNode object, String name, int from) {
        Author author = author(object, name, containers.get(object));
        JsonNode value = object.get(name);
        return author != null && author.from == from || value != null && hasChangedIn(value, from, 0);
    }

    private boolean hasChangedIn(JsonNode node, int from, int depth) {
        if (!node.isContainer() || depth > nesting) {
            return false;
        }
        Author author = containers.get(node);
        return author != null && author.from == from
                || values.getOrDefault(node, Map.of()).values().stream().anyMatch(each -> each.from == from)
                || LazyTrees.visited(node).stream().anyMatch(inner -> hasChangedIn(inner, from, depth + 1));
    }

    /**
     * Ascribes the repairs of a document to the steps that caused them. Other repairs stay as they are.
     *
     * @param version the version that the document is read as
     */
    UnaryOperator<Repair> blame(JsonNode document, IntSupplier version) {
        return repair -> {
            Author author = repair.reason() == Reason.MIGRATION_FAILED ? null : of(document, repair.pointer());
            return author == null ? repair : caused(repair, author, version.getAsInt());
        };
    }

    private static Repair caused(Repair repair, Author author, int version) {
        String problem = repair.reason() == Reason.MISSING
                ? "%s left it out, and version %d needs it".formatted(author.step(), version)
                : "%s left what version %d cannot have: %s".formatted(author.step(), version, repair.problem());
        return new Repair(repair.pointer(), Reason.MIGRATION_FAILED, problem, repair.found(), repair.used());
    }

    private @Nullable Author of(JsonNode document, String pointer) {
        JsonNode node = document;
        Author author = containers.get(document);
        for (String part : JsonPointer.names(pointer)) {
            author = author(node, part, author);
            JsonNode inner = node instanceof ArrayNode array ? element(array, part) : node.get(part);
            if (inner == null) {
                return author;
            }
            node = inner;
        }
        return author;
    }

    /** The author of the value at a name, or of its removal; null for the file. */
    private @Nullable Author author(JsonNode around, String name, @Nullable Author ofAround) {
        JsonNode value = around instanceof ArrayNode array ? element(array, name) : around.get(name);
        if (value != null && value.isContainer()) {
            return containers.get(value);
        }
        Author own = values.getOrDefault(around, Map.of()).get(name);
        return own == null ? ofAround : own;
    }

    private static @Nullable JsonNode element(ArrayNode array, String index) {
        boolean isIndex =
                !index.isEmpty() && index.length() < 10 && index.chars().allMatch(Character::isDigit);
        return isIndex ? array.get(Integer.parseInt(index)) : null;
    }

    /** Looks at each object and array once. */
    private final class Walk {

        private final @Nullable Before before;
        private final Author author;
        private final Set<JsonNode> met = Collections.newSetFromMap(new IdentityHashMap<>());

        Walk(@Nullable Before before, Author author) {
            this.before = before;
            this.author = author;
        }

        void visit(JsonNode node, int depth) {
            if (!node.isContainer() || depth > nesting || !met.add(node)) {
                return;
            }
            JsonNode was = before == null ? null : before.of(node);
            if (was == null) {
                containers.put(node, author);
                values.remove(node);
            } else if (LazyTrees.isUntouched(node, was)) {
                return;
            } else if (was instanceof ArrayNode array) {
                elements((ArrayNode) node, array);
            } else {
                members((ObjectNode) node, (ObjectNode) was);
            }
            (was == null ? node.values() : LazyTrees.visited(node)).forEach(inner -> visit(inner, depth + 1));
        }

        private void members(ObjectNode node, ObjectNode was) {
            for (String name : node.propertyNames()) {
                if (!LazyTrees.isUntouched(node, was, name)) {
                    JsonNode value = node.get(name);
                    note(node, name, value, !value.isContainer() && value.equals(was.get(name)));
                }
            }
            was.propertyNames().stream().filter(name -> !node.has(name)).forEach(name -> note(node, name, null, false));
        }

        /** Notes the new elements of an array. An element that has only moved within the array is not new. */
        private void elements(ArrayNode node, ArrayNode was) {
            Set<JsonNode> old = new HashSet<>();
            was.forEach(element -> {
                if (!element.isContainer()) {
                    old.add(element);
                }
            });
            for (int index = 0; index < node.size(); index++) {
                JsonNode value = node.get(index);
                note(node, Integer.toString(index), value, !value.isContainer() && old.contains(value));
            }
        }

        private void note(JsonNode around, String name, @Nullable JsonNode value, boolean isOld) {
            if (!isOld && (value == null || !value.isContainer())) {
                values.computeIfAbsent(around, key -> new HashMap<>()).put(name, author);
            }
        }
    }
}
