package dev.saveschema.processor.problem;

/** What a problem does to the build. */
public enum Severity {
    /** The build fails, and nothing is generated for the schema. */
    ERROR,
    /** The build goes on, and says so. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
