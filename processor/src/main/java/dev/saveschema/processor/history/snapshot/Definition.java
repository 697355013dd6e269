package dev.saveschema.processor.history.snapshot;

import java.util.List;
import java.util.Optional;

/** An object, a choice of objects or a choice of constants that a snapshot describes once and names wherever it occurs. */
public sealed interface Definition {

    /** The name: the simple name of a Java class where there is one. It does not appear in saves. */
    String name();

    /**
     * An object with known members.
     *
     * @param description for a person who edits a file; may be empty
     * @param tag the member that tells the object from the others of a choice
     * @param isOpen whether the object keeps members that are not known
     */
    record Part(String name, String description, Optional<Tag> tag, List<Member> members, boolean isOpen)
            implements Definition {

        public Part {
            members = List.copyOf(members);
        }

        /** The object made of the members' defaults, without those that only a program can make. */
        public Json defaults() {
            Json.Members object = Json.NOTHING;
            for (Member member : members) {
                if (member.fallback().isPresent()) {
                    object = object.with(member.name(), member.fallback().get());
                }
            }
            return object;
        }

        /** The same object, open or not. */
        public Part asOpen(boolean open) {
            return new Part(name, description, tag, members, open);
        }

        /** The member of that name, if there is one. */
        public Optional<Member> member(String memberName) {
            return members.stream()
                    .filter(member -> member.name().equals(memberName))
                    .findFirst();
        }
    }

    /** The member that says which object of a choice a value is: {@code "type": "circle"}. */
    record Tag(String member, String value) {}

    /**
     * A member of an object.
     *
     * @param fallback the default, if it can be known before a program runs
     * @param omitted whether a file may leave the member out where its value is the default, which is known then; never true for a
     *     member that may be null
     * @param description for a person who edits a file; may be empty
     */
    record Member(String name, ValueType type, Optional<Json> fallback, boolean omitted, String description) {

        /** A member that every file has. */
        public Member(String name, ValueType type, Optional<Json> fallback, String description) {
            this(name, type, fallback, false, description);
        }

        /** The value that a file stands for if it leaves the member out; empty if no file may, or the member may be null. */
        public Optional<Json> absence() {
            return omitted ? fallback : Optional.empty();
        }
    }

    /**
     * A choice of objects, which are told apart by their tags.
     *
     * @param other the object without a tag, if there is one, for objects with an unknown tag
     */
    record Choice(String name, List<String> parts, Optional<String> other) implements Definition {

        /** A choice that accepts no unknown objects. */
        public Choice(String name, List<String> parts) {
            this(name, parts, Optional.empty());
        }

        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** A choice of constants, each of which is a text. */
    record Constants(String name, List<String> values) implements Definition {

        public Constants {
            values = List.copyOf(values);
        }
    }
}
