package dev.saveschema.processor.model;

import java.util.Map;

/** The sources' Javadoc of records and their components, as plain text for people who edit a save. */
public record Documentation(Map<ClassRef, OfRecord> records) {

    /** A documentation without any text. */
    public static final Documentation NONE = new Documentation(Map.of());

    public Documentation {
        records = Map.copyOf(records);
    }

    /**
     * A record's documentation.
     *
     * @param summary the first sentence of its Javadoc; may be empty
     * @param components the text of each {@code @param}, by the component's name in Java
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

    /** The documentation of a component, by its name in Java; may be empty. */
    public String of(ClassRef record, String component) {
        OfRecord found = records.get(record);
        return found == null ? "" : found.components().getOrDefault(component, "");
    }
}
