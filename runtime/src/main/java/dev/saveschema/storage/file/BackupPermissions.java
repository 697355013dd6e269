package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.recovery.StorageState;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Keeps backups as private as the save: a person who narrows the permissions of the save means its backups, too. */
record BackupPermissions(FileOps ops, FileNames names) {

    private static final Set<PosixFilePermission> OF_THE_OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Hides a backup that is more public than the save, and the kept copies and dated backups with it. */
    void hideLikeTheSave(Path backup, Optional<Attributes> found, StorageState before) {
        Optional<Attributes> live = before.live().attributes();
        if (live.isPresent() && hideIfMorePublic(backup, found, live.get())) {
            hideWhatIsKept(live.get());
        }
    }

    private void hideWhatIsKept(Attributes live) {
        try {
            for (String name : ops.list(names.directory(), name -> names.isKept(name) || names.isDated(name))) {
                Path kept = names.listed(name);
                hideIfMorePublic(kept, ops.attributes(kept), live);
            }
        } catch (IOException e) {
            // The permissions stay as they were: the save matters more.
        }
    }

    /** Hides a file that is more public than the save. Answers whether it was. */
    private boolean hideIfMorePublic(Path file, Optional<Attributes> found, Attributes live) {
        if (found.isEmpty() || found.get().kind() != Kind.FILE || !isMorePublic(found.get(), live)) {
            return false;
        }
        try {
            ops.matchOwner(names.live(), file);
        } catch (IOException e) {
            // The file belongs to another user, who decides about its mode.
        }
        return true;
    }

    private static boolean isMorePublic(Attributes file, Attributes live) {
        return file.permissions().stream()
                .anyMatch(permission -> !OF_THE_OWNER.contains(permission)
                        && !live.permissions().contains(permission));
    }
}
