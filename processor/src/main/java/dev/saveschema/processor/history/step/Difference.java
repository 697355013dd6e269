package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.util.Optional;

/** Something in which a snapshot differs from an older one; {@code in} is the name of a definition in the newer one. */
public sealed interface Difference {

    /** The definition that is different. */
    String in();

    /** The member, constant or tag that is different. */
    String name();

    /** What is gone or new. */
    enum Subject {
        MEMBER,
        CONSTANT,
        OBJECT
    }

    /**
     * Only the older snapshot has it.
     *
     * @param oldIn the definition's name in the older one
     */
    record Gone(Subject subject, String in, String oldIn, String name, String was) implements Difference {}

    /** Only the newer snapshot has it. */
    record New(Subject subject, String in, String name, String is) implements Difference {}

    /**
     * A member of another type, or with other limits.
     *
     * @param isAutomatic whether every old value reads as a new one, limits aside
     */
    record Retyped(String in, String name, ValueType from, ValueType to, boolean isAutomatic) implements Difference {

        /** Whether it could be left out before, and cannot now. */
        boolean isRequiredNow() {
            return from instanceof ValueType.Nullable && !(to instanceof ValueType.Nullable);
        }
    }

    /**
     * A file that does not have a member means another value, or may no longer lack it, or may now.
     *
     * @param was what its absence meant; empty if it could not be absent
     * @param is what it means now
     */
    record Absence(String in, String name, Optional<Json> was, Optional<Json> is) implements Difference {}

    /** The member that says which of several objects one is has another name. */
    record Discriminator(String in, String name, String is) implements Difference {}

    /** An object keeps members that it does not know, or no longer does. */
    record Openness(String in, boolean isOpen) implements Difference {

        @Override
        public String name() {
            return "";
        }
    }
}
