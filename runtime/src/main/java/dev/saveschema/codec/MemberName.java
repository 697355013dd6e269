package dev.saveschema.codec;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The name of a member to be written; holds it as the bytes that stand in the file. */
public final class MemberName {

    private final SerializableString name;

    private MemberName(String name) {
        this.name = new SerializedString(name);
    }

    /** @param name as it stands in the file */
    public static MemberName of(String name) {
        return new MemberName(name);
    }

    SerializableString serialized() {
        return name;
    }

    @Override
    public String toString() {
        return name.getValue();
    }
}
