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

    /** Where the object is that holds what the pointer points to; empty for the document. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The name of what the pointer points to. */
    public static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }
}
