package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Fingerprint;
import java.io.IOException;
import java.util.Optional;

/** Keeps an eye on the live file. It is not ours alone: editors and sync clients know of no lock. */
record ChangeDetector(SaveDirectory directory) {

    /** What is known now; in conflict with the live file if somebody else put another one there, or took it away. */
    StorageState inspect(StorageState state) throws IOException {
        Optional<Attributes> now = directory.ops().attributes(directory.live());
        if (looksTheSame(state.attributes(), now)) {
            return state.withAttributes(now); // its mode may be another
        }
        return compare(state, snapshot());
    }

    FileSnapshot snapshot() throws IOException {
        return FileSnapshot.at(directory.live(), directory);
    }

    StorageState compare(StorageState state, FileSnapshot live) {
        boolean sameContent =
                live.bytes().isPresent() && live.bytes().map(Fingerprint::of).equals(state.content());
        return sameContent ? state.withAttributes(live.attributes()) : state.inConflictWith(live);
    }

    private static boolean looksTheSame(Optional<Attributes> before, Optional<Attributes> now) {
        return before.isPresent() == now.isPresent()
                && (now.isEmpty() || now.get().looksLike(before.get()));
    }

    /** What it looks like; empty if it cannot be asked, too: then the next save has a closer look, and finds what it wrote. */
    Optional<Attributes> attributes() {
        try {
            return directory.ops().attributes(directory.live());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
