package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.disk.TempLeftException;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.StorageState;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** Publishes whole saves that an earlier program could not finish, before a newer save follows them. */
final class UnfinishedSaves {

    private final FileOps ops;
    private final FileNames names;
    private final FileState known;
    private final TempFiles temps;
    private final Publication publication;
    private final Commit commit;

    UnfinishedSaves(SaveDirectory directory, FileState known, TempFiles temps, Publication publication, Commit commit) {
        this.ops = directory.ops();
        this.names = directory.names();
        this.known = known;
        this.temps = temps;
        this.publication = publication;
        this.commit = commit;
    }

    /**
     * Gives a whole save that never got its name that name, as if the program that wrote it had lived on. If that fails, the save that
     * is made now supersedes it.
     *
     * <p>The temp is written anew: a force of that file may have failed, which the system tells once and to one program only. It is
     * written in its place, since a program that is killed each time it does this would leave one more temp each time. The bytes are
     * the same, so that no power cut can make them worse.
     *
     * @return whether the unfinished save is the live file now, and durable
     */
    boolean publish(StorageState found, FileSnapshot unfinished, ReceiptBuilder receipt) {
        Path left = unfinished.candidate().path();
        List<Leftover> remaining;
        try {
            Publication.Preparation prepared = place(found, unfinished);
            receipt.add(prepared);
            remaining = prepared.remaining();
            known.setLeftovers(publication.forLater(remaining));
        } catch (IOException e) {
            if (e instanceof TempLeftException another) {
                known.leave(another.temp(), known.now().leftovers());
            }
            StorageState now = known.now();
            // The temp stays as it is until the new content is in place. Beside an edit that was made since, however,
            // it does not follow the live file any more, and is kept aside as an unfinished save.
            known.know(now.withoutUnpublished(
                    now.isConflict()
                            ? Leftover.keptAside(left, QuarantineReason.UNFINISHED)
                            : Leftover.superseded(left)));
            return false;
        }
        try {
            commit.makeDurable();
        } catch (IOException e) {
            return false; // the new content makes it durable, too, or fails and says why
        }
        commit.clear(remaining);
        return true;
    }

    private Publication.Preparation place(StorageState found, FileSnapshot unfinished) throws IOException {
        Path temp = unfinished.candidate().path();
        temps.writeAnew(temp, unfinished.bytes().orElseThrow());
        if (!found.liveFile().is(State.MISSING)) {
            ops.matchOwner(names.live(), temp); // the live file's mode may have been narrowed since the temp was made
        }
        StorageState before = requireOurs(known.inspect());
        Publication.Preparation prepared = commit.prepare(before, List.of());
        FileSnapshot next = unfinished.withAttributes(known.attributes(temp));
        commit.place(temp, next, requireOurs(known.lastLook(temp, next.attributes(), prepared.linked())));
        return prepared;
    }

    private StorageState requireOurs(StorageState now) throws IOException {
        if (now.isConflict()) {
            throw new FileSystemException(names.live().toString(), null, "somebody else wrote it meanwhile");
        }
        return now;
    }
}
