package dev.saveschema.processor;

/** The version of this processor. */
final class ProcessorVersion {

    static final String VERSION = "${project.version}";

    private ProcessorVersion() {}
}
