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
public record Known(
        Sighting live,
        Optional<Attributes> attributes,
        Optional<Fingerprint> content,
        Optional<Fingerprint> body,
        Optional<Path> source,
        long generation,
        String id,
        boolean isConflict,
        Optional<Look> unpublished,
        List<Leftover> leftovers) {

    public Known {
        leftovers = List.copyOf(leftovers);
    }

    /**
     * @param chosen where the content comes from, or the live file if there is none
     * @param hasContent whether there is
     */
    static Known after(Survey survey, Sighting chosen, boolean hasContent) {
        Look look = survey.lookAt(chosen.path()).orElseThrow();
        boolean isLive = chosen.path().equals(survey.live().path());
        boolean isTemp = survey.temps().stream().anyMatch(chosen::equals);
        return ofLive(survey.live(), survey.lookAt(survey.live().path()).orElseThrow())
                .from(
                        hasContent ? Optional.of(chosen.path()) : Optional.empty(),
                        survey.all().stream()
                                .mapToLong(Sighting::generation)
                                .max()
                                .orElse(0),
                        look.id())
                .withBody(isLive && chosen.is(State.SEALED) ? bodyOf(look) : Optional.empty())
                .withUnpublished(hasContent && isTemp && chosen.is(State.SEALED) ? Optional.of(look) : Optional.empty())
                .withLeftovers(Leftover.of(survey, chosen));
    }

    /** What is known from a look at the live file alone. */
    public static Known ofLive(Sighting live, Look look) {
        return new Known(
                live,
                look.attributes(),
                look.bytes().map(Fingerprint::of),
                bodyOf(look),
                Optional.of(live.path()),
                live.generation(),
                look.id(),
                false,
                Optional.empty(),
                List.of());
    }

    private static Optional<Fingerprint> bodyOf(Look look) {
        return look.check() instanceof SealCheck.Holds holds
                ? look.bytes().map(bytes -> Fingerprint.of(bytes, holds.bodyLength()))
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
    public Known inConflictWith(Look theirs) {
        boolean isThere = !theirs.sighting().is(State.MISSING);
        long newest = Math.max(generation, theirs.sighting().generation());
        return new Known(
                theirs.sighting(),
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
    public Known withoutUnpublished(Leftover unfinished) {
        List<Leftover> more = new ArrayList<>(leftovers);
        more.add(unfinished);
        String parent = live.seal().map(Seal::id).orElse(id);
        return new Known(
                live, attributes, content, body, source, generation, parent, isConflict, Optional.empty(), more);
    }

    public Known withAttributes(Optional<Attributes> attributes) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    public Known withLeftovers(List<Leftover> leftovers) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    public Known withGeneration(long generation) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private Known from(Optional<Path> source, long generation, String id) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private Known withBody(Optional<Fingerprint> body) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }

    private Known withUnpublished(Optional<Look> unpublished) {
        return new Known(live, attributes, content, body, source, generation, id, isConflict, unpublished, leftovers);
    }
}
