package dev.saveschema.processor.model;

import java.util.Map;

/** What the sources' Javadoc says of records and their components, as plain text: for people who edit a save. */
public record Documentation(Map<ClassRef, OfRecord> records) {

    /** Nothing is documented. */
    public static final Documentation NONE = new Documentation(Map.of());

    public Documentation {
        records = Map.copyOf(records);
    }

    /**
     * A record's documentation.
     *
     * @param summary its first sentence; may be empty
     * @param components by their names in Java
     */
    public record OfRecord(String summary, Map<String, String> components) {

        public OfRecord {
            components = Map.copyOf(components);
        }
    }

    /** A record's first sentence; may be empty. */
    public String of(ClassRef record) {
        OfRecord found = records.get(record);
        return found == null ? "" : found.summary();
    }

    /** What is said of a component, by its name in Java; may be empty. */
    public String of(ClassRef record, String component) {
        OfRecord found = records.get(record);
        return found == null ? "" : found.components().getOrDefault(component, "");
    }
}
