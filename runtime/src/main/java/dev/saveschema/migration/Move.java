package dev.saveschema.migration;

import dev.saveschema.codec.JsonValue;
import dev.saveschema.text.JsonPointer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value on its way to another place. It is taken out at once, and put in when all other changes of the step are made.
 *
 * @param object the object that both places are in
 * @param value the value that was taken out
 * @param holder the object that it was taken out of
 * @param from the place in the older version, as a JSON Pointer
 * @param to the place in the newer version, as a JSON Pointer; a value that is there is replaced
 * @param around the object to make if there is none at the new place, in JSON; empty for an object without members
 */
record Move(ObjectNode object, JsonNode value, ObjectNode holder, String from, String to, String around) {

    /** Takes the value out; null if there is none. */
    static @Nullable Move begun(ObjectNode object, String from, String to, String around) {
        JsonNode value = object.at(from);
        if (value.isMissingNode() || !(object.at(JsonPointer.parent(from)) instanceof ObjectNode holder)) {
            return null;
        }
        holder.remove(JsonPointer.name(from));
        return new Move(object, value, holder, from, to, around);
    }

    /** The depth of the new place. The object around it may be a moved value, too, which has to be there first. */
    int depth() {
        return (int) to.chars().filter(letter -> letter == '/').count();
    }

    /** Puts the value in. */
    void finish(ChangeLog changes, Authorship authorship) {
        String target = JsonPointer.parent(to);
        if (!(object.at(target) instanceof ObjectNode)) {
            makeObject(target, changes);
        }
        if (object.at(target) instanceof ObjectNode newHolder) {
            if (value.isNull() && newHolder.has(JsonPointer.name(to))) {
                return; // the value was null, as if left out, and the member has its default by now
            }
            newHolder.set(JsonPointer.name(to), value);
            authorship.renamed(holder, JsonPointer.name(from), newHolder, JsonPointer.name(to));
            changes.add("moved " + JsonPointer.inWords(from) + " to " + JsonPointer.inWords(to));
        } else {
            changes.add("removed " + JsonPointer.inWords(from) + ", since there is no " + JsonPointer.inWords(target)
                    + " to move it to");
        }
    }

    /** Makes the object that the value goes to. A value that is there and is no object is replaced, and reported. */
    private void makeObject(String place, ChangeLog changes) {
        if (object.at(JsonPointer.parent(place)) instanceof ObjectNode outer) {
            JsonNode there = outer.get(JsonPointer.name(place));
            outer.set(JsonPointer.name(place), around.isEmpty() ? object.objectNode() : JsonValue.of(around));
            if (there != null && !there.isNull()) {
                changes.add("removed " + JsonPointer.inWords(place) + ", which was " + TreeDiff.text(there));
            }
        }
    }
}
