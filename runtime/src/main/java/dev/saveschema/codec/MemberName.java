package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import java.util.Arrays;

/** The name of a member to be written; holds it as the bytes that stand in the file. */
public final class MemberName {

    private final String name;
    private final byte[] quoted;

    private MemberName(String name) {
        this.name = name;
        byte[] text = ByteWriter.quoted(name);
        this.quoted = Arrays.copyOf(text, text.length + 1);
        this.quoted[text.length] = ':';
    }

    /** @param name as it stands in the file */
    public static MemberName of(String name) {
        return new MemberName(name);
    }

    /** The name in quotes, and the colon. */
    byte[] quoted() {
        return quoted;
    }

    @Override
    public String toString() {
        return name;
    }
}
