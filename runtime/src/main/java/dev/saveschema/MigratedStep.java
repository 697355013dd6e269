package dev.saveschema;

import java.util.List;

/**
 * What one step of a migration did to a document, in memory.
 *
 * @param changes a line for each change, in their order, with names as they stand in the file:
 *     {@code renamed nick to display_name}
 */
public record MigratedStep(int from, int to, List<String> changes) {

    public MigratedStep {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return from + " to " + to + ": " + (changes.isEmpty() ? "nothing to change" : String.join("; ", changes));
    }
}
