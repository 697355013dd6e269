package dev.saveschema;

import java.util.List;
import java.util.Optional;

/**
 * What a save did. Having one means that the value is as durable as {@link SaveStore#durability} says.
 *
 * @param generation the number of the newest generation, 1 for the first save; greater with every save that wrote something
 * @param written false if the file held this value already, and nothing was written
 * @param backupSkipped why the generation before could not be kept as a backup, such as where a file with a backup's name cannot be
 *     read or replaced; empty in the normal case
 * @param preserved the copies kept aside by this save, because what they hold would otherwise be gone
 * @param violations what the next load will repair, in its own words, because it was saved outside its limits; empty in the normal
 *     case. {@link StoreOptions#strict} refuses such values
 */
public record SaveReceipt(
        long generation,
        boolean written,
        Optional<String> backupSkipped,
        List<Copy> preserved,
        List<Repair> violations) {

    /** Of a storage, which knows no limits of values. */
    public SaveReceipt(long generation, boolean written, Optional<String> backupSkipped, List<Copy> preserved) {
        this(generation, written, backupSkipped, preserved, List.of());
    }

    public SaveReceipt {
        preserved = List.copyOf(preserved);
        violations = List.copyOf(violations);
    }

    SaveReceipt withViolations(List<Repair> found) {
        return new SaveReceipt(generation, written, backupSkipped, preserved, found);
    }
}
