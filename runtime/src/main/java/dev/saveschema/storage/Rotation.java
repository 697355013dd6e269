package dev.saveschema.storage;

import dev.saveschema.storage.FileOps.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the live file the newer backup, and the newer backup the older one. The live file keeps its name throughout. To be
 * called only with a live file that is good: else the good backups would be pushed out one after the other.
 */
record Rotation(FileOps ops, Neighbours names, Duplicate duplicate) {

    /**
     * Why it was not possible; a save goes on without it.
     *
     * @param live what the live file looks like, as far as it is known
     */
    Optional<String> rotate(Optional<Attributes> live) {
        try {
            Optional<Attributes> newer = ops.attributes(names.newerBackup());
            if (newer.isPresent()) {
                if (isSame(names.live(), live, names.newerBackup(), newer)) {
                    return Optional.empty(); // a save that failed afterwards has done this already
                }
                makeWay(newer);
            }
            duplicate.make(names.newerBackup(), names.live());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void makeWay(Optional<Attributes> newer) throws IOException {
        Optional<Attributes> older = ops.attributes(names.olderBackup());
        if (older.isPresent() && isSame(names.newerBackup(), newer, names.olderBackup(), older)) {
            ops.delete(names.newerBackup()); // moving one name of a file onto its other does nothing, and leaves both
        } else {
            ops.move(names.newerBackup(), names.olderBackup());
        }
    }

    private boolean isSame(Path one, Optional<Attributes> ones, Path other, Optional<Attributes> others)
            throws IOException {
        Optional<Object> key = ones.map(Attributes::fileKey);
        Optional<Object> otherKey = others.map(Attributes::fileKey);
        return key.isPresent() && otherKey.isPresent() ? key.equals(otherKey) : ops.same(one, other);
    }
}
