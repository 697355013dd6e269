package dev.saveschema.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the live file the newer backup, and the newer backup the older one. The live file keeps its name throughout. To be
 * called only with a live file that is good: else the good backups would be pushed out one after the other.
 */
record Rotation(FileOps ops, Neighbours names, Duplicate duplicate) {

    /** Why it was not possible; a save goes on without it. */
    Optional<String> rotate() {
        try {
            if (isThere(names.newerBackup())) {
                if (ops.same(names.live(), names.newerBackup())) {
                    return Optional.empty(); // a save that failed afterwards has done this already
                }
                makeWay();
            }
            duplicate.make(names.newerBackup(), names.live());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void makeWay() throws IOException {
        if (isThere(names.olderBackup()) && ops.same(names.newerBackup(), names.olderBackup())) {
            ops.delete(names.newerBackup()); // moving one name of a file onto its other does nothing, and leaves both
        } else {
            ops.move(names.newerBackup(), names.olderBackup());
        }
    }

    private boolean isThere(Path path) throws IOException {
        return ops.attributes(path).isPresent();
    }
}
