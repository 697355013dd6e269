package dev.saveschema.migration;

import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.Trees;
import dev.saveschema.migration.MigrationStep.Descent;
import dev.saveschema.text.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes constants and subtypes wherever they are. Generated code uses it through {@link MigrationStep}. */
abstract class NameChanges {

    final ObjectNode object;
    final String pointer;
    final StepRun run;

    /** The place in words, once somebody has asked for it. */
    private @Nullable String place;

    NameChanges(ObjectNode object, String pointer, StepRun run) {
        this.object = object;
        this.pointer = pointer;
        this.run = run;
    }

    /** Gives a constant its new name, at a member or in the arrays and maps there. */
    public void renamedConstant(String member, String oldName, String newName, Descent... descents) {
        renamedConstant(member, Map.of(oldName, newName), descents);
    }

    /** Gives several constants their new names at once: one may get the name that another one had. */
    public void renamedConstant(String member, Map<String, String> newNames, Descent... descents) {
        ValueRewriter places = new ValueRewriter(List.of(descents), (value, at) -> {
            String newName = value.isString() ? newNames.get(value.stringValue()) : null;
            if (newName == null) {
                return value;
            }
            run.changes.add("renamed " + value.stringValue() + " to " + newName + " in " + JsonPointer.inWords(at));
            return object.stringNode(newName);
        });
        places.visit(object, member, pointer(member));
    }

    /**
     * Gives a subtype its new name.
     *
     * @param discriminator the member that says which subtype an object is
     */
    public void renamedSubtype(String discriminator, String oldName, String newName) {
        renamedConstant(discriminator, oldName, newName);
    }

    /** Gives several subtypes their new names at once: one may get the name that another one had. */
    public void renamedSubtype(String discriminator, Map<String, String> newNames) {
        renamedConstant(discriminator, newNames);
    }

    /**
     * Removes a constant that the newer version does not have: an element goes from its array, an entry from its map. A member that
     * has the constant as its whole value is removed, so that the component takes its default.
     */
    public void removedConstant(String member, String name, Descent... descents) {
        take(member, isConstant(name), name, place -> null, descents);
    }

    /** Removes a constant as {@link #removedConstant(String, String, Descent...)} does, from a member that gets another value. */
    public void removedConstant(String member, String name, Consumer<SaveWriter> fallback) {
        take(member, isConstant(name), name, place -> made(fallback, place));
    }

    /**
     * Removes a constant as {@link #removedConstant(String, String, Descent...)} does, from a member that gets another value in
     * JSON.
     */
    public void removedConstant(String member, String name, String json) {
        take(member, isConstant(name), name, place -> parsed(json));
    }

    /**
     * Removes the objects of a subtype, as {@link #removedConstant(String, String, Descent...)} does a constant.
     *
     * @param discriminator the member that says which subtype an object is
     */
    public void removedSubtype(String member, String discriminator, String name, Descent... descents) {
        take(member, isSubtype(discriminator, name), name, place -> null, descents);
    }

    /**
     * Removes a subtype as {@link #removedSubtype(String, String, String, Descent...)} does, from a member that gets another value.
     */
    public void removedSubtype(String member, String discriminator, String name, Consumer<SaveWriter> fallback) {
        take(member, isSubtype(discriminator, name), name, place -> made(fallback, place));
    }

    /**
     * Removes a subtype as {@link #removedSubtype(String, String, String, Descent...)} does, from a member that gets another value
     * in JSON.
     */
    public void removedSubtype(String member, String discriminator, String name, String json) {
        take(member, isSubtype(discriminator, name), name, place -> parsed(json));
    }

    private static Predicate<JsonNode> isConstant(String name) {
        return value -> value.isString() && value.stringValue().equals(name);
    }

    private static Predicate<JsonNode> isSubtype(String discriminator, String name) {
        return value -> value instanceof ObjectNode && isConstant(name).test(value.path(discriminator));
    }

    /** @param instead makes the value that the member gets; null for no value, as in arrays and maps */
    private void take(
            String member,
            Predicate<JsonNode> isGone,
            String what,
            Function<String, @Nullable JsonNode> instead,
            Descent... descents) {
        ValueRewriter places = new ValueRewriter(List.of(descents), (value, at) -> {
            if (!isGone.test(value)) {
                return value;
            }
            JsonNode now = instead.apply(JsonPointer.inWords(at));
            if (now == null) {
                run.changes.add("removed " + what + " from " + JsonPointer.inWords(at));
            } else {
                run.changes.add("removed %s from %s, which is %s now"
                        .formatted(what, JsonPointer.inWords(at), TreeDiff.text(now)));
                run.thenReplace(() -> object.set(member, now));
            }
            return null;
        });
        places.visit(object, member, pointer(member));
    }

    /**
     * The tree of a default; null if the default cannot be made, which the loader reports at its place, since it needs the default,
     * too.
     */
    final @Nullable JsonNode made(Consumer<SaveWriter> fallback, String place) {
        try {
            return Trees.written(fallback, run.limits);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            run.changes.add("did not add " + place + ", since its default " + DeveloperStep.threw(e));
            return null;
        }
    }

    static JsonNode parsed(String json) {
        return JsonValue.of(json);
    }

    final String pointer(String member) {
        return JsonPointer.member(pointer, member);
    }

    final String path(String member) {
        if (place == null) {
            place = JsonPointer.inWords(pointer);
        }
        return JsonPointer.inWords(place, member);
    }
}
