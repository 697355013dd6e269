package dev.saveschema.processor.model;

/** A JSON type by which two values can be told apart. {@code null} is none of them: it stands for an absent value. */
public enum JsonType {
    FLAG("boolean", "true or false"),
    NUMBER("number", "a number"),
    TEXT("string", "text"),
    LIST("array", "a list"),
    OBJECT("object", "an object");

    private final String schemaName;
    private final String noun;

    JsonType(String schemaName, String noun) {
        this.schemaName = schemaName;
        this.noun = noun;
    }

    /** The name of the type in JSON Schema. */
    public String schemaName() {
        return schemaName;
    }

    /** {@code a number}. */
    public String noun() {
        return noun;
    }
}
