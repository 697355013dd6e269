package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.KeptCopy.Why;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.SaveDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files beside a save that a person may want to go back to. */
record FileCopies(SaveDirectory directory) {

    /** The backups that are there, the newest first: by their names, and behind those by their numbers. */
    List<Copy> backups() throws IOException {
        FileNames names = directory.names();
        List<Path> backups = new ArrayList<>(names.datedIn(directory.ops().list(names.directory(), names::isDated)));
        backups.addAll(List.of(names.olderBackup(), names.newerBackup()));
        Collections.reverse(backups);
        List<Copy> found = new ArrayList<>();
        for (Path backup : backups) {
            if (attributes(backup).isPresent()) {
                found.add(Copy.of(backup));
            }
        }
        return found;
    }

    /** The files that were kept aside, the newest first. */
    List<KeptCopy> kept() throws IOException {
        FileNames names = directory.names();
        List<KeptCopy> kept = new ArrayList<>();
        for (String name : directory.ops().list(names.directory(), names::isKept)) {
            Path path = names.listed(name);
            Optional<Attributes> found = attributes(path);
            if (found.isPresent()) {
                kept.add(kept(name, path, found.get()));
            }
        }
        kept.sort(Comparator.comparing(KeptCopy::time)
                .reversed()
                .thenComparing(copy -> copy.copy().name()));
        return kept;
    }

    private KeptCopy kept(String name, Path path, Attributes found) {
        FileNames names = directory.names();
        boolean isVersion = names.isVersion(name);
        Why why = isVersion
                ? Why.VERSION
                : Why.valueOf(names.quarantineReason(name).name());
        Instant time = isVersion
                ? found.modified().toInstant()
                : names.quarantineTime(name).orElse(found.modified().toInstant());
        return new KeptCopy(Copy.of(path), why, time, found.size());
    }

    /**
     * The bytes of a backup, of a copy that was kept aside, or of the save itself.
     *
     * @param save the save as the caller calls it, which may be by another path than that of its directory
     * @throws IllegalArgumentException if the copy is none of these
     */
    byte[] read(Copy copy, Copy save) throws IOException {
        return directory.read(copy.equals(save) ? directory.live() : path(copy));
    }

    private Path path(Copy copy) {
        return copy.path()
                .filter(this::isOurs)
                .orElseThrow(() -> new IllegalArgumentException(copy + " is not a copy of " + directory.live()));
    }

    private boolean isOurs(Path path) {
        FileNames names = directory.names();
        String name = String.valueOf(path.getFileName());
        return path.equals(names.live())
                || names.backups().contains(path)
                || names.directory().equals(path.getParent()) && (names.isKept(name) || names.isDated(name));
    }

    private Optional<Attributes> attributes(Path path) throws IOException {
        return directory.ops().attributes(path).filter(found -> found.kind() == Kind.FILE);
    }
}
