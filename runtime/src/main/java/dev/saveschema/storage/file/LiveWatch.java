package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.Neighbours;
import dev.saveschema.storage.recovery.Known;
import dev.saveschema.storage.recovery.Look;
import dev.saveschema.storage.seal.Fingerprint;
import java.io.IOException;
import java.util.Optional;

/** Keeps an eye on the live file. It is not ours alone: editors and sync clients know of no lock. */
record LiveWatch(FileOps ops, Neighbours names, long maxBytes) {

    /** What is known now; in conflict with the live file if somebody else put another one there, or took it away. */
    Known inspect(Known known) throws IOException {
        Optional<Attributes> now = ops.attributes(names.live());
        if (looksTheSame(known.attributes(), now)) {
            return known.withAttributes(now); // its mode may be another
        }
        return compare(known, look());
    }

    Look look() throws IOException {
        return Look.at(names.live(), ops, maxBytes);
    }

    Known compare(Known known, Look live) {
        boolean sameContent =
                live.bytes().isPresent() && live.bytes().map(Fingerprint::of).equals(known.content());
        return sameContent ? known.withAttributes(live.attributes()) : known.inConflictWith(live);
    }

    private static boolean looksTheSame(Optional<Attributes> before, Optional<Attributes> now) {
        return before.isPresent() == now.isPresent()
                && (now.isEmpty() || now.get().looksLike(before.get()));
    }

    /** What it looks like; empty if it cannot be asked, too: then the next save has a closer look, and finds what it wrote. */
    Optional<Attributes> attributes() {
        try {
            return ops.attributes(names.live());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
