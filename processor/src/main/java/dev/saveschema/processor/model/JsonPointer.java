package dev.saveschema.processor.model;

/** The parts of a JSON Pointer (RFC 6901). */
public final class JsonPointer {

    private JsonPointer() {}

    /** A name as a part of a pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a part of a pointer stands for. */
    public static String unescaped(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    /** The pointer to the object around the value that a pointer leads to; empty for the document. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The name of the member that a pointer leads to. */
    public static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }
}
