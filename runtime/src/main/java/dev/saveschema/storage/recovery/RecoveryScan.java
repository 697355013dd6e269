package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The live file and its neighbours, read as far as the recovery table needs them: a healthy live file costs one listing and one
 * reading. Changes nothing.
 */
public final class RecoveryScan {

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final Temps use;
    private final List<Path> backups = new ArrayList<>();
    private final List<Path> temps = new ArrayList<>();
    private final Map<Path, FileSnapshot> snapshots = new LinkedHashMap<>();
    private final Map<Path, Candidate> candidates = new LinkedHashMap<>();
    private final Map<Path, IOException> refusals = new LinkedHashMap<>();

    /** The files whose bytes were read, and then dropped to save memory. */
    private final Set<Path> dropped = new HashSet<>();

    private @Nullable Path readAgain;

    private RecoveryScan(SaveDirectory directory, Temps use) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.use = use;
    }

    /** The use that a scan may make of temps. Without the lock, a temp may be somebody's save that is under way. */
    public enum Temps {
        /** The lock is held, so that each temp is a save that was never finished. */
        OURS,
        /** The lock cannot be had. Temps are used where the live file is missing or damaged, since they are better than nothing. */
        IF_NEEDED,
        /** The lock was not asked for, and another program may be saving. */
        NEVER
    }

    public static RecoveryScan of(SaveDirectory directory, Temps use) throws IOException {
        RecoveryScan scan = new RecoveryScan(directory, use);
        scan.list();
        scan.add(directory.live(), FileSnapshot.at(directory.live(), directory));
        scan.scanFurtherIfNecessary();
        return scan;
    }

    private void list() throws IOException {
        Set<String> listed = listed();
        names.backups().stream()
                .filter(backup -> listed.contains(backup.getFileName().toString()))
                .forEach(backups::add);
        List<Path> dated = new ArrayList<>(names.datedIn(listed));
        Collections.reverse(dated);
        backups.addAll(dated);
        if (use != Temps.NEVER) {
            listed.stream().filter(names.isTemp()).map(names::listed).forEach(temps::add);
        }
    }

    // There may be a hundred thousand files of others in the directory.
    private Set<String> listed() throws IOException {
        Set<String> wanted = names.backups().stream()
                .map(backup -> backup.getFileName().toString())
                .collect(Collectors.toSet());
        try {
            return new TreeSet<>(ops.list(
                    names.directory(), names.isTemp().or(wanted::contains).or(names::isDated)));
        } catch (NoSuchFileException deleted) {
            return Set.of(); // somebody deleted the directory while the file was open; save makes it again
        }
    }

    private void add(Path path, FileSnapshot snapshot) {
        snapshots.put(path, snapshot);
        candidates.put(path, snapshot.candidate());
    }

    /** Reads the temps and the backups, if the table needs them. To be called again after each {@link #correct}. */
    void scanFurtherIfNecessary() throws IOException {
        Candidate live = live();
        if (use == Temps.OURS || live.isDamaged() || live.is(State.MISSING)) {
            readFiles(temps, this::snapshotOfTemp);
        }
        boolean tempsAreTold = temps().stream().noneMatch(temp -> temp.is(State.SEALED) && !temp.follows(live));
        if (!live.is(State.SEALED) && !live.is(State.NEWER) || !tempsAreTold || mayHaveBeenRestored()) {
            readFiles(backups, this::snapshotOfBackup);
        }
    }

    private interface Reading {

        FileSnapshot of(Path path, Attributes found) throws IOException;
    }

    private void readFiles(List<Path> paths, Reading reading) {
        for (Path path : paths) {
            if (!snapshots.containsKey(path)) {
                readFile(path, reading);
            }
        }
    }

    private void readFile(Path path, Reading reading) {
        try {
            Optional<Attributes> found = ops.attributes(path).filter(file -> file.kind() == Kind.FILE);
            if (found.isPresent()) {
                add(path, reading.of(path, found.get()));
            }
        } catch (IOException e) {
            refusals.put(path, e); // requireWhatDecides says whether the load can do without this file
            add(path, FileSnapshot.unreadable(path, e));
        }
    }

    // There may be many temps, each as large as the save. Most lack their end, so only the end is read; of the others,
    // one at a time is in memory.
    private FileSnapshot snapshotOfTemp(Path path, Attributes found) throws IOException {
        return Seals.mayBeWhole(ops.readEnd(path, Seals.REACH))
                ? dropped(read(path))
                : FileSnapshot.unfinished(path, found);
    }

    // Of the two newest, the bytes are kept: a disk that fails may not give them back twice. There may be a hundred
    // others.
    private FileSnapshot snapshotOfBackup(Path path, Attributes found) throws IOException {
        FileSnapshot backup = read(path);
        return names.backups().contains(path) ? backup : dropped(backup);
    }

    // Only a seal says that a temp is whole, also where saves have none.
    private FileSnapshot read(Path path) throws IOException {
        return FileSnapshot.at(path, temps.contains(path) ? directory.requiringSeals() : directory);
    }

    private FileSnapshot dropped(FileSnapshot read) {
        if (read.bytes().isPresent()) {
            dropped.add(read.candidate().path());
        }
        return read.withoutBytes();
    }

    /** Whether its bytes were read, and then dropped to save memory. */
    boolean mustBeReadAgain(Candidate candidate) {
        return dropped.contains(candidate.path());
    }

    /** Reads a file that is needed after all, and drops the one that was before it. */
    void readAgain(Candidate candidate) throws IOException {
        if (readAgain != null) {
            snapshots.computeIfPresent(readAgain, (path, snapshot) -> dropped(snapshot));
        }
        readAgain = candidate.path();
        dropped.remove(readAgain);
        add(readAgain, read(readAgain));
    }

    /** The bytes of a file, as they are now if they were dropped; empty if there never were any. */
    Optional<byte[]> bytes(Candidate candidate) throws IOException {
        return mustBeReadAgain(candidate)
                ? Optional.of(directory.read(candidate.path()))
                : snapshotOf(candidate.path()).flatMap(FileSnapshot::bytes);
    }

    /** Whether there were bytes to be judged. */
    boolean wasRead(Candidate candidate) {
        return mustBeReadAgain(candidate)
                || snapshotOf(candidate.path()).flatMap(FileSnapshot::bytes).isPresent();
    }

    /**
     * Refuses to decide as long as the disk refuses to give a file: that file may be the newest save, and only bytes that were read can
     * be judged. Two refusals are passed over beside a live one that is neither damaged nor missing: that of a backup, which is not the
     * save then; and that of a temp which this process has no right to read, and which is somebody else's.
     *
     * @throws IOException the refusal
     */
    void requireWhatDecides() throws IOException {
        boolean isLiveUsable = !live().isDamaged() && !live().is(State.MISSING);
        for (Map.Entry<Path, IOException> refusal : refusals.entrySet()) {
            boolean mayBeTheSave =
                    temps.contains(refusal.getKey()) && !(refusal.getValue() instanceof AccessDeniedException);
            if (!isLiveUsable || mayBeTheSave) {
                throw refusal.getValue();
            }
        }
    }

    // A person who puts an older generation back leaves a later one under the name of a backup: of either of the two,
    // or of the newest dated one that says its generation.
    private boolean mayHaveBeenRestored() {
        for (Path backup : backups) {
            try {
                OptionalLong generation = Seals.generationAt(ops.readEnd(backup, Seals.REACH));
                if (generation.isPresent() && generation.getAsLong() > live().generation()) {
                    return true;
                }
                if (generation.isPresent() && !names.backups().contains(backup)) {
                    return false;
                }
            } catch (IOException e) {
                return true; // then all backups are read, and what cannot be read then is a refusal
            }
        }
        return false;
    }

    long newestGeneration() {
        return all().stream().mapToLong(Candidate::generation).max().orElse(0);
    }

    Candidate live() {
        return candidates.getOrDefault(names.live(), Candidate.missing(names.live()));
    }

    /** The backups that were looked at. */
    List<Candidate> backups() {
        return seen(backups);
    }

    /** The temps that were looked at. One without a holding seal is damaged: nobody edits a temp. */
    List<Candidate> temps() {
        return seen(temps).stream()
                .map(temp -> temp.is(State.EDITED) ? temp.as(State.INVALID, "not finished") : temp)
                .toList();
    }

    private List<Candidate> seen(List<Path> paths) {
        return paths.stream()
                .filter(candidates::containsKey)
                .map(candidates::get)
                .filter(candidate -> !candidate.is(State.MISSING))
                .toList();
    }

    Optional<FileSnapshot> snapshotOf(Path path) {
        return Optional.ofNullable(snapshots.get(path));
    }

    /** Every file that was looked at: the live file, the backups, the temps. */
    List<Candidate> all() {
        return Stream.of(List.of(live()), backups(), temps())
                .flatMap(List::stream)
                .toList();
    }

    /** Replaces what is known of a file, after its reader has had a look at its bytes. */
    void correct(Candidate candidate) {
        candidates.put(candidate.path(), candidate);
    }
}
