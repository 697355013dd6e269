package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.List;

/**
 * A version that was released, as its file in the history says.
 *
 * @param changes what leads to it from the version before; empty for the first
 * @param minReader what older programs can do with its files, as it was when it was locked
 */
public record LockedVersion(Snapshot snapshot, List<Change> changes, String fingerprint, MinReader minReader) {

    public LockedVersion {
        changes = List.copyOf(changes);
    }

    public static LockedVersion of(Snapshot snapshot, List<Change> changes) {
        return of(snapshot, changes, MinReader.only(snapshot.version()));
    }

    public static LockedVersion of(Snapshot snapshot, List<Change> changes, MinReader minReader) {
        return new LockedVersion(snapshot, changes, Fingerprint.of(snapshot), minReader);
    }

    /** The number of the version. */
    public int version() {
        return snapshot.version();
    }
}
