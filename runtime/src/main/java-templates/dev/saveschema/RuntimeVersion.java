package dev.saveschema;

/** The version of this library. The processor reads it from the class file, and says if it is another than its own. */
final class RuntimeVersion {

    static final String VERSION = "${project.version}";

    private RuntimeVersion() {}
}
