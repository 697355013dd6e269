package dev.saveschema.processor.problem;

/** What a problem does to the build. */
public enum Severity {
    /** The build fails, and nothing is generated for the schema. */
    ERROR,
    /** The build goes on, and says so. */
    WARNING,
    /** As a warning, and no compiler option hides it. */
    MANDATORY_WARNING,
    /** Worth knowing. */
    NOTE
}
