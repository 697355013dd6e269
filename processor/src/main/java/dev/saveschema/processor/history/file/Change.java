package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change that a step makes to a document: a declared change, or the work of a developer's method.
 *
 * <p>{@code in} is the name of a definition in the snapshot of the version that the step leads to. The change is made wherever an
 * object of that definition occurs.
 */
public sealed interface Change {

    /** The definition that is changed. */
    String in();

    /** The changes of one kind among others, in their order. */
    static <C extends Change> Stream<C> ofKind(Class<C> kind, List<Change> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * A member that the version before did not have.
     *
     * @param value the member's value; empty if only the program can make it
     */
    record Added(String in, String name, Optional<Json> value) implements Change {}

    /** A member, constant or object of a choice that is gone; see {@link Snapshot#definition}. */
    record Removed(String in, String name) implements Change {}

    /** A member, constant or object of a choice that has another name. */
    record Renamed(String in, String from, String to) implements Change {}

    /** Another name for the discriminator, the member that says which object of a choice a value is. */
    record RenamedDiscriminator(String in, String from, String to) implements Change {}

    /**
     * A member that files of the version before could leave out.
     *
     * @param value the member's value where it was left out; empty if only the program can make it
     */
    record Required(String in, String name, Optional<Json> value) implements Change {}

    /**
     * A value that stood elsewhere.
     *
     * @param in the definition of the document's root
     * @param from a JSON Pointer into the document of the version before
     * @param to a JSON Pointer into the document of the newer version
     */
    record Moved(String in, String from, String to) implements Change {}

    /**
     * A method of the developer's that takes part in the step.
     *
     * @param in the definition of the document's root, or of the part that the method is for
     * @param method the method's name
     * @param component the member that the method converts, by its name in the version before; empty for the whole document or part
     * @param part the definition that the part had in the version before; empty for the document
     * @param isCompatible whether the method's annotation says that older programs can read the result
     */
    record Coded(String in, String method, Optional<String> component, Optional<String> part, boolean isCompatible)
            implements Change {

        /** A method whose annotation promises nothing to older programs. */
        public Coded(String in, String method, Optional<String> component, Optional<String> part) {
            this(in, method, component, part, false);
        }
    }
}
