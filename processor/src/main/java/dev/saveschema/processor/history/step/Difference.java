package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.util.Optional;

/** One difference between a snapshot and an older one; {@code in} is the name of a definition in the newer snapshot. */
public sealed interface Difference {

    /** The definition, by its name in the newer snapshot. */
    String in();

    /** The member, the constant, or the tag of an object. */
    String name();

    /** The kinds of things that can be gone or new. */
    enum Subject {
        MEMBER,
        CONSTANT,
        OBJECT
    }

    /**
     * Something that only the older snapshot has.
     *
     * @param oldIn the definition's name in the older snapshot
     * @param was the type of a member, in words; empty for the others
     */
    record Gone(Subject subject, String in, String oldIn, String name, String was) implements Difference {}

    /**
     * Something that only the newer snapshot has.
     *
     * @param is the type of a member, in words; empty for the others
     */
    record New(Subject subject, String in, String name, String is) implements Difference {}

    /**
     * A member with another type, or with other limits.
     *
     * @param isAutomatic whether every old value reads as a new one, limits aside
     */
    record Retyped(String in, String name, ValueType from, ValueType to, boolean isAutomatic) implements Difference {

        /** Whether the member could be null or left out before, and cannot be now. */
        boolean isRequiredNow() {
            return from instanceof ValueType.Nullable && !(to instanceof ValueType.Nullable);
        }
    }

    /**
     * A change in the meaning of a file that leaves the member out: it stands for another value, is not allowed any more, or is
     * allowed now.
     *
     * @param was the value that a left-out member stood for; empty if it could not be left out
     * @param is the value that a left-out member stands for now; empty if it cannot be left out
     */
    record Absence(String in, String name, Optional<Json> was, Optional<Json> is) implements Difference {}

    /**
     * Another name for the discriminator, the member that says which of several records an object is.
     *
     * @param name its old name
     * @param is its new name
     */
    record Discriminator(String in, String name, String is) implements Difference {}

    /** A record that has begun to keep unknown members, or no longer keeps them. */
    record Openness(String in, boolean isOpen) implements Difference {

        @Override
        public String name() {
            return "";
        }
    }
}
