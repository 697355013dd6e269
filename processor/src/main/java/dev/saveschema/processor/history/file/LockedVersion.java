package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.List;

/**
 * A version that was released, as its file in the history says.
 *
 * @param changes what leads to it from the version before; empty for the first
 */
public record LockedVersion(Snapshot snapshot, List<Change> changes, String fingerprint) {

    public LockedVersion {
        changes = List.copyOf(changes);
    }

    public static LockedVersion of(Snapshot snapshot, List<Change> changes) {
        return new LockedVersion(snapshot, changes, Fingerprint.of(snapshot));
    }

    /** The number of the version. */
    public int version() {
        return snapshot.version();
    }
}
