package dev.saveschema.codec;

import dev.saveschema.json.Name;

/** The name of a member to be written, kept as its bytes in the file. */
public final class MemberName {

    private final Name name;

    private MemberName(Name name) {
        this.name = name;
    }

    /** @param name the name in the file */
    public static MemberName of(String name) {
        return new MemberName(Name.of(name));
    }

    Name name() {
        return name;
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
