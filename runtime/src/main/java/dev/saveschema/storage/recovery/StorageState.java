package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.disk.FileOps.Attributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the files as this program knows it, between one load or save and the next.
 *
 * @param live the live file, with its bytes: only they tell for certain whether somebody changed it
 * @param source the file that the program's content comes from
 * @param generation the greatest generation that was seen in any file
 * @param id the id of the generation that the next one follows
 * @param isConflict whether somebody else wrote the live file since the last load or save
 * @param unpublished a whole temp that the content comes from; the next save first makes it the live file
 * @param leftovers files that the next save clears away
 */
public record StorageState(
        FileSnapshot live,
        Optional<Path> source,
        long generation,
        String id,
        boolean isConflict,
        Optional<FileSnapshot> unpublished,
        List<Leftover> leftovers) {

    public StorageState {
        leftovers = List.copyOf(leftovers);
    }

    /**
     * @param chosen the file that the content comes from, or the live file if there is no content
     * @param hasContent whether there is content
     */
    static StorageState after(RecoveryScan scan, Candidate chosen, boolean hasContent) {
        FileSnapshot source = scan.snapshotOf(chosen.path()).orElseThrow();
        FileSnapshot live = scan.snapshotOf(scan.live().path()).orElseThrow().with(scan.live());
        boolean isUnfinished = scan.temps().stream().anyMatch(chosen::equals) && chosen.is(State.SEALED);
        return new StorageState(
                live,
                hasContent ? Optional.of(chosen.path()) : Optional.empty(),
                scan.newestGeneration(),
                source.id(),
                false,
                hasContent && isUnfinished ? Optional.of(source) : Optional.empty(),
                Leftover.of(scan, chosen));
    }

    /** The state after the live file was written. */
    public static StorageState published(FileSnapshot live, long newestGeneration, List<Leftover> leftovers) {
        return new StorageState(
                live,
                Optional.of(live.candidate().path()),
                Math.max(newestGeneration, live.candidate().generation()),
                live.id(),
                false,
                Optional.empty(),
                leftovers);
    }

    /** The live file as the recovery table knows it. */
    public Candidate liveFile() {
        return live.candidate();
    }

    /** Whether the newest generation has this body, and is the live file. */
    public boolean hasBody(SaveBody body) {
        return !isConflict && isLive(source) && liveFile().is(State.SEALED) && live.hasBody(body);
    }

    private boolean isLive(Optional<Path> path) {
        return path.equals(Optional.of(liveFile().path()));
    }

    /** Whether the live file was read whole, so that it may become a backup. */
    public boolean isLiveGood() {
        return isConflict ? liveFile().is(State.SEALED) : liveFile().isUsable();
    }

    /** Whether the next save keeps the content of this file aside. */
    boolean keepsAside(Path path) {
        return liveFile().isDamaged() && liveFile().path().equals(path)
                || leftovers.stream()
                        .anyMatch(leftover -> leftover.path().equals(path)
                                && leftover.reason().isPresent());
    }

    /** Whether the source of the program's content is still the file that was loaded. */
    public boolean isSourceThere() {
        return source.isPresent()
                && !(isLive(source) && (isConflict || liveFile().is(State.MISSING)));
    }

    /** The state after somebody else put another file in the live one's place, or took the live file away. */
    public StorageState inConflictWith(FileSnapshot theirs) {
        boolean isThere = !theirs.candidate().is(State.MISSING);
        return new StorageState(
                theirs,
                source,
                Math.max(generation, theirs.candidate().generation()),
                isThere ? theirs.id() : id,
                isThere,
                unpublished,
                leftovers);
    }

    /** The state without its unfinished save, which is not to become the live file any more: the next save follows the live file. */
    public StorageState withoutUnpublished(Leftover unfinished) {
        List<Leftover> more = new ArrayList<>(leftovers);
        more.add(unfinished);
        String parent = liveFile().is(State.MISSING) ? id : live.id();
        return new StorageState(live, source, generation, parent, isConflict, Optional.empty(), more);
    }

    public StorageState withAttributes(Optional<Attributes> attributes) {
        return new StorageState(
                live.withAttributes(attributes), source, generation, id, isConflict, unpublished, leftovers);
    }

    public StorageState withLeftovers(List<Leftover> leftovers) {
        return new StorageState(live, source, generation, id, isConflict, unpublished, leftovers);
    }

    public StorageState withGeneration(long generation) {
        return new StorageState(live, source, generation, id, isConflict, unpublished, leftovers);
    }

    /** This state, with leftovers and numbers of a new look at the files beside the live one. */
    public StorageState with(RecoveryScan scan) {
        List<Leftover> more = new ArrayList<>(leftovers);
        Leftover.of(scan, liveFile()).stream()
                .filter(leftover ->
                        leftovers.stream().noneMatch(known -> known.path().equals(leftover.path())))
                .forEach(more::add);
        return withLeftovers(more).withGeneration(Math.max(generation, scan.newestGeneration()));
    }
}
