package dev.saveschema.processor.history.file;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The locked versions of a schema, which are released and never change again.
 *
 * @param versions the locked versions by their numbers
 * @param unusable files that have the name of a version's file and cannot be used
 * @param others the other schemas that have a history; looked for only if this schema has none
 */
public record History(TreeMap<Integer, LockedVersion> versions, List<Unusable> unusable, List<Other> others) {

    /** No history at all, as without the option. */
    public static final History NONE = new History(new TreeMap<>(), List.of(), List.of());

    public History {
        versions = new TreeMap<>(versions);
        unusable = List.copyOf(unusable);
        others = List.copyOf(others);
    }

    /**
     * A file that has the name of a version's file and cannot be used.
     *
     * @param reason the defect, as the end of a sentence; empty where the fault says enough
     */
    public record Unusable(int version, Fault fault, String reason) {}

    /** The ways in which a file can be unusable. */
    public enum Fault {
        /** The file was edited after it was written. */
        EDITED,
        /** The file has the conflict markers of a merge: {@code <<<<<<<}. */
        IN_CONFLICT,
        NO_HISTORY_FILE
    }

    /** Another schema in the same directory. */
    public record Other(String id, int newest, String fingerprint) {}

    /** The version, if it is locked. */
    public Optional<LockedVersion> find(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** Whether no newer version has a file. */
    public boolean isNewest(int version) {
        return versions.tailMap(version, false).isEmpty()
                && unusable.stream().noneMatch(file -> file.version() > version);
    }

    /** Whether there is any file of this schema. */
    public boolean isEmpty() {
        return versions.isEmpty() && unusable.isEmpty();
    }
}
