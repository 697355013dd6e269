package dev.saveschema.processor.problem;

/** The effect of a problem on the build. */
public enum Severity {
    /** The build fails, and nothing is generated for the schema. */
    ERROR,
    /** The build goes on, and prints the problem. */
    WARNING,
    /** A warning that no compiler option hides. */
    MANDATORY_WARNING,
    /** A message about something that is no mistake. */
    NOTE
}
