package dev.saveschema.annotation;

/** What becomes of a value that is of the right type but outside a limit. Either way the load reports it. */
public enum Violation {
    /** The component's default stands in. */
    DEFAULT,
    /** The nearest allowed value stands in: a number goes to the limit, text or a list is cut at its end. */
    CLAMP
}
