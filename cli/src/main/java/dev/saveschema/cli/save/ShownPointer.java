package dev.saveschema.cli.save;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.cli.terminal.Harmless;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pointers to places in a save in the form of reports: names from the file are made harmless, and are cut to a readable length. */
public final class ShownPointer {

    private static final int LONGEST = 80;

    private ShownPointer() {}

    /** The shown form of a pointer whose names may be as in the file. */
    public static String of(String pointer) {
        return pointer.isEmpty()
                ? ""
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(name -> "/" + escaped(shown(unescaped(name))))
                        .collect(Collectors.joining());
    }

    /** The pointer to a member of the object that another pointer leads to. */
    public static String member(String pointer, String name) {
        return pointer + "/" + escaped(shown(name));
    }

    /** The pointer to the object or array around a place. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The name of the member that a pointer leads to. */
    public static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The place as people write it, {@code settings.keys[2]}; {@code the file} for the document itself. */
    public static String inWords(String pointer) {
        return new Repair(pointer, Reason.MISSING, "", Optional.empty(), "").place();
    }

    private static String shown(String name) {
        String harmless = Harmless.of(name);
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
