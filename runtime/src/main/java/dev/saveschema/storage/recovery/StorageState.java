package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.seal.Fingerprint;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the files, between one load or save and the next.
 *
 * @param live the live file
 * @param attributes of the live file as it was when it was read or written; empty if it was missing, or could not be asked
 * @param content what tells the live file's bytes from others
 * @param body the content of the newest generation, if that is the live file; empty if it is not, or not known
 * @param source the file that the program's content comes from
 * @param generation the greatest that was seen anywhere
 * @param id of the generation that the next one follows
 * @param isConflict whether somebody else wrote the live file since
 * @param unpublished a whole temp that the content comes from: to become the live file first of all
 * @param leftovers to be cleared away by the next save
 */
public record StorageState(
        Candidate live,
        Optional<Attributes> attributes,
        Optional<Fingerprint> content,
        Optional<Fingerprint> body,
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
     * @param chosen where the content comes from, or the live file if there is none
     * @param hasContent whether there is
     */
    static StorageState after(RecoveryScan scan, Candidate chosen, boolean hasContent) {
        FileSnapshot snapshot = scan.snapshotOf(chosen.path()).orElseThrow();
        boolean isLive = chosen.path().equals(scan.live().path());
        boolean isTemp = scan.temps().stream().anyMatch(chosen::equals);
        return ofLive(scan.live(), scan.snapshotOf(scan.live().path()).orElseThrow())
                .from(
                        hasContent ? Optional.of(chosen.path()) : Optional.empty(),
                        scan.all().stream()
                                .mapToLong(Candidate::generation)
                                .max()
                                .orElse(0),
                        snapshot.id())
                .withBody(isLive && chosen.is(State.SEALED) ? bodyOf(snapshot) : Optional.empty())
                .withUnpublished(
                        hasContent && isTemp && chosen.is(State.SEALED) ? Optional.of(snapshot) : Optional.empty())
                .withLeftovers(Leftover.of(scan, chosen));
    }

    /** What is known from a look at the live file alone. */
    public static StorageState ofLive(Candidate live, FileSnapshot snapshot) {
        return new StorageState(
                live,
                snapshot.attributes(),
                snapshot.bytes().map(Fingerprint::of),
                bodyOf(snapshot),
                Optional.of(live.path()),
                live.generation(),
                snapshot.id(),
                false,
                Optional.empty(),
                List.of());
    }

    private static Optional<Fingerprint> bodyOf(FileSnapshot snapshot) {
        return snapshot.check() instanceof SealCheck.Holds holds
                ? snapshot.bytes().map(bytes -> Fingerprint.of(bytes, holds.bodyLength()))
                : Optional.empty();
    }

    /** Whether the newest generation seems to have this body, and is the live file. */
    public boolean hasBody(byte[] bytes) {
        return body.isPresent()
                && body.get().length() == bytes.length
                && body.get().equals(Fingerprint.of(bytes));
    }

    /** Whether the live file was read whole, so that it may become a backup. */
    public boolean isLiveGood() {
        return isConflict ? live.is(State.SEALED) : live.isUsable();
    }

    /** Whether the next save keeps aside what this file holds because nobody could use it. */
    boolean keepsAside(Path path) {
        return live.isDamaged() && live.path().equals(path)
                || leftovers.stream()
                        .anyMatch(leftover ->
                                leftover.path().equals(path) && leftover.kind().isPresent());
    }

    /** Whether the source still is what was loaded. */
    public boolean isSourceThere() {
        boolean isLive = source.isPresent() && source.get().equals(live.path());
        return source.isPresent() && !(isLive && (isConflict || live.is(State.MISSING)));
    }

    /** Somebody else put another file there, or took it away. */
    public StorageState inConflictWith(FileSnapshot theirs) {
        boolean isThere = !theirs.candidate().is(State.MISSING);
        long newest = Math.max(generation, theirs.candidate().generation());
        return new StorageState(
                theirs.candidate(),
                theirs.attributes(),
                theirs.bytes().map(Fingerprint::of),
                Optional.empty(),
                source,
                newest,
                isThere ? theirs.id() : id,
                isThere,
                unpublished,
                leftovers);
    }

    /** The unfinished save is not to become the live file, and so what comes next follows the live file. */
    public StorageState withoutUnpublished(Leftover unfinished) {
        List<Leftover> more = new ArrayList<>(leftovers);
        more.add(unfinished);
        String parent = live.seal().map(Seal::id).orElse(id);
        return new StorageState(
                live, attributes, content, body, source, generation, parent, isConflict, Optional.empty(), more);
    }

    public StorageState withAttributes(Optional<Attributes> attributes) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    public StorageState withLeftovers(List<Leftover> leftovers) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    public StorageState withGeneration(long generation) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private StorageState from(Optional<Path> source, long generation, String id) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private StorageState withBody(Optional<Fingerprint> body) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private StorageState withUnpublished(Optional<FileSnapshot> unpublished) {
        return new StorageState(
                live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }
}
