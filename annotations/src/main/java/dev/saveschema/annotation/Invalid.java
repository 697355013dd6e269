package dev.saveschema.annotation;

/**
 * What one invalid element costs its collection or map: one that is null or of another type, names no constant, or is outside
 * its limits. A record that was made of its usable parts is valid, and so is an element of a set that occurs twice. Either
 * way the load reports it.
 */
public enum Invalid {
    /** The element alone: it is left out. */
    SKIP,
    /** The whole collection or map: its default stands in. For collections that mean nothing with a gap in them. */
    RESET
}
