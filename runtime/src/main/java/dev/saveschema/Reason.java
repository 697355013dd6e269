package dev.saveschema;

/** Why a load had to repair something. */
public enum Reason {
    /** The file has no such member. */
    MISSING,
    /** The value is null, which this member cannot be. */
    NULL,
    /** The value is of another JSON type, or text that does not read as what it should be. */
    WRONG_TYPE,
    /** A number outside its limits, or outside what its type can hold. */
    OUT_OF_RANGE,
    /** Text, a collection or a map with fewer characters or elements than its limit asks for. */
    TOO_SHORT,
    /** Text, a collection or a map with more characters or elements than its limit allows. */
    TOO_LONG,
    /** Text that does not match its pattern. */
    NO_MATCH,
    /** Text that names no constant of its enum. */
    UNKNOWN_CONSTANT,
    /** An object that does not say which of several records it is, or names none of them. */
    UNKNOWN_SUBTYPE,
    /** A member, a key or an element of a set that occurs twice. */
    DUPLICATE,
    /** A collection or map with an invalid element or entry, which the schema then does not use at all. */
    INVALID_ELEMENT,
    /** A member that the schema does not know. */
    UNKNOWN_MEMBER,
    /** A value nested deeper than the limit. */
    TOO_DEEP,
    /** The record's own constructor refused its values. */
    REJECTED,
    /** A migration step threw, or left something that its version cannot be. */
    MIGRATION_FAILED,
    /** The file is older than the oldest version that is still migrated. */
    TOO_OLD,
    /** Something that JSON does not have, such as {@code NaN}, a comment or a comma too many. */
    SYNTAX,
    /** The file ends, or cannot be read on, at this place; or there is something in this value that nobody writes. */
    DAMAGED
}
