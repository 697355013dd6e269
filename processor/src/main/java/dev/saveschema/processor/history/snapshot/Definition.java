package dev.saveschema.processor.history.snapshot;

import java.util.List;
import java.util.Optional;

/** Something that a snapshot describes once and names wherever it occurs. */
public sealed interface Definition {

    /** The name, which is a Java class's simple name where there is one; it is no part of what a file looks like. */
    String name();

    /**
     * An object with known members.
     *
     * @param description for a person who edits a file; may be empty
     * @param tag what tells it from the other members of a choice of objects
     * @param isOpen whether it keeps members that are not known
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

        /** The same object, which keeps members that are not known, or does not. */
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

    /** The member that says which of several objects one is. */
    record Tag(String member, String value) {}

    /**
     * A member of an object.
     *
     * @param fallback what stands in for it, as far as that can be said before a program runs
     * @param omitted whether the file need not have it where it is the fallback, which then is known; never so of what may be null
     * @param description for a person who edits a file; may be empty
     */
    record Member(String name, ValueType type, Optional<Json> fallback, boolean omitted, String description) {

        /** One that is always there. */
        public Member(String name, ValueType type, Optional<Json> fallback, String description) {
            this(name, type, fallback, false, description);
        }

        /** What a file means that does not have it; empty if every file has it, or it may be null. */
        public Optional<Json> absence() {
            return omitted ? fallback : Optional.empty();
        }
    }

    /**
     * One of several objects, told apart by their tags.
     *
     * @param other the object without a tag that stands for all that is none of them, if there is one
     */
    record Choice(String name, List<String> parts, Optional<String> other) implements Definition {

        /** One that nothing else is part of. */
        public Choice(String name, List<String> parts) {
            this(name, parts, Optional.empty());
        }

        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** One of several texts. */
    record Constants(String name, List<String> values) implements Definition {

        public Constants {
            values = List.copyOf(values);
        }
    }
}
