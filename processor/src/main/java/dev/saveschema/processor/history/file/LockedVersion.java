package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Snapshot;
import java.util.List;

/**
 * A locked version, as its file in the history describes it.
 *
 * @param changes the changes that lead to it from the version before; empty for the first version
 * @param minReader the oldest programs that can use its files, as computed when it was locked
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
