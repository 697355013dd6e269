package dev.saveschema.processor.history.file;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of a schema that are locked: released, and never to change again.
 *
 * @param versions by their numbers
 * @param unusable files that stand where a version's file should
 * @param others the schemas that have a history beside this one; looked for only if this one has none
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
     * A file that is not what its name says.
     *
     * @param reason what is amiss, as the end of a sentence; empty where the fault says it
     */
    public record Unusable(int version, Fault fault, String reason) {}

    /** What is the matter with a file. */
    public enum Fault {
        /** It was one before somebody edited it. */
        EDITED,
        /** It has the marks that a merge leaves where both sides changed something. */
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
