package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.Optional;

/**
 * Something that a step to a version does to a document without any code of the developer's.
 *
 * <p>{@code in} is the name of a definition in the snapshot of that version; the change is made wherever the definition occurs.
 */
public sealed interface Change {

    /** The definition that it is made in. */
    String in();

    /**
     * A member that the version before did not have.
     *
     * @param value what it gets; empty if only the program can tell
     */
    record Added(String in, String name, Optional<Json> value) implements Change {}

    /** A member that is gone, or a constant or one of several objects; see {@link Snapshot#definition}. */
    record Removed(String in, String name) implements Change {}

    /** A member, constant or one of several objects that has another name. */
    record Renamed(String in, String from, String to) implements Change {}

    /** The member that says which of several objects one is has another name. */
    record RenamedDiscriminator(String in, String from, String to) implements Change {}

    /**
     * A member that the version before could leave out.
     *
     * @param value what it gets where it was left out; empty if only the program can tell
     */
    record Required(String in, String name, Optional<Json> value) implements Change {}

    /**
     * A value that stood elsewhere.
     *
     * @param in the definition that the document is
     * @param from a JSON Pointer into the document of the version before
     * @param to a JSON Pointer into that of this version
     */
    record Moved(String in, String from, String to) implements Change {}

    /**
     * A method of the developer's has its part in the step.
     *
     * @param in the definition that the document is, or the part that the method is for
     * @param method its name
     * @param component the member that it converts, by its name in the version before; empty for the whole document or part
     * @param part the definition that the part had in the version before; empty for the document
     * @param isCompatible whether it says that older programs can deal with what it leads to
     */
    record Coded(String in, String method, Optional<String> component, Optional<String> part, boolean isCompatible)
            implements Change {

        /** One that says nothing of older programs. */
        public Coded(String in, String method, Optional<String> component, Optional<String> part) {
            this(in, method, component, part, false);
        }
    }
}
