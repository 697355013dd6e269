package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.Evidence;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.Duplicate;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.Neighbours;
import dev.saveschema.storage.disk.TempFile;
import dev.saveschema.storage.recovery.Known;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.Look;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens around the moment at which a temp becomes the live file: what would be gone afterwards is kept before, and what is
 * not needed any more goes after.
 */
final class Publication {

    private final FileOps ops;
    private final Neighbours names;
    private final long maxBytes;
    private final EvidenceRoom evidence;
    private final Rotation rotation;
    private final DirectoryForce directory;

    Publication(FileOps ops, Neighbours names, TempFile temps, long maxBytes) {
        Duplicate duplicate = new Duplicate(ops, temps);
        this.ops = ops;
        this.names = names;
        this.maxBytes = maxBytes;
        this.evidence = new EvidenceRoom(ops, names, duplicate, maxBytes);
        this.rotation = new Rotation(ops, names, duplicate, evidence, maxBytes);
        this.directory = new DirectoryForce(ops);
    }

    /**
     * @param backupSkipped why there is no backup of the live file, if there is none
     * @param remaining leftovers that may go once the new file is in place
     */
    record Preparation(List<Path> preserved, Optional<String> backupSkipped, List<Leftover> remaining) {}

    /**
     * Keeps all that the new file will push out.
     *
     * @throws IOException if something that exists nowhere else cannot be kept. A backup is not of that kind
     */
    Preparation prepare(Known before, List<Keep> wishes, Instant now) throws IOException {
        List<Path> preserved = new ArrayList<>();
        Optional<Evidence> reason = reasonToKeep(before);
        if (reason.isPresent()) {
            preserved.add(evidence.keep(names.live(), reason.get(), now));
        }
        if (!wishes.isEmpty()
                && before.isSourceThere()
                && ops.attributes(before.source().orElseThrow()).isPresent()) {
            for (Keep wish : wishes) {
                preserved.add(grant(wish, before.source().orElseThrow(), now));
            }
        }
        List<Leftover> remaining = setAside(before, preserved, now);
        return new Preparation(preserved, rotate(before, preserved, now), remaining);
    }

    private Optional<String> rotate(Known before, List<Path> preserved, Instant now) throws IOException {
        if (!before.isLiveGood()) {
            return Optional.empty();
        }
        Rotation.Result result = rotation.rotate(before, now);
        preserved.addAll(result.preserved());
        if (result.skipped().isPresent() && !before.live().is(State.SEALED)) {
            // What a person wrote is nowhere else, unlike what a program saves.
            preserved.add(evidence.keep(names.live(), Evidence.CONFLICT, now));
        }
        return result.skipped();
    }

    private static Optional<Evidence> reasonToKeep(Known before) {
        if (before.isConflict()) {
            return Optional.of(Evidence.CONFLICT);
        }
        if (before.live().is(State.NEWER)) {
            return Optional.of(Evidence.NEWER);
        }
        return before.live().isDamaged() ? Optional.of(Evidence.CORRUPT) : Optional.empty();
    }

    private Path grant(Keep wish, Path source, Instant now) throws IOException {
        if (wish instanceof Keep.AsVersion as) {
            return evidence.keepAsVersion(source, as.version());
        }
        return evidence.keep(source, ((Keep.Aside) wish).kind(), now);
    }

    private List<Leftover> setAside(Known before, List<Path> preserved, Instant now) throws IOException {
        List<Leftover> remaining = new ArrayList<>();
        for (Leftover leftover : before.leftovers()) {
            Optional<Evidence> kind = leftover.kind();
            if (kind.isEmpty()) {
                remaining.add(leftover);
            } else if (ops.attributes(leftover.path()).isPresent()) {
                boolean mayGoNow = before.isLiveGood() && !leftover.stays();
                preserved.add(
                        mayGoNow
                                ? evidence.keepOnly(leftover.path(), kind.get(), now)
                                : evidence.keep(leftover.path(), kind.get(), now));
                if (!mayGoNow && !leftover.stays()) {
                    // Until a good file is in place, this name tells the next program that there was something.
                    remaining.add(Leftover.superseded(leftover.path()));
                }
            }
        }
        return remaining;
    }

    /** The moment itself. */
    void move(Path temp, Seal seal) throws IOException {
        try {
            ops.move(temp, names.live());
        } catch (IOException e) {
            // On a network the answer gets lost sometimes, not the move.
            if (!isInPlace(seal, e)) {
                throw e;
            }
        }
    }

    private boolean isInPlace(Seal seal, IOException failure) {
        try {
            Look live = Look.at(names.live(), ops, maxBytes);
            return live.sighting().seal().filter(seal::equals).isPresent();
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Makes a name durable that was given, and those before it. */
    void makeDurable(Path name) throws IOException {
        directory.force(names.directory(), name);
    }

    /** Deletes what is worth nothing, to have its space. Answers whether there was any. */
    boolean makesRoom(Known before) {
        boolean isLiveWhole = before.live().is(State.SEALED) && !before.isConflict();
        List<Leftover> worthless = before.leftovers().stream()
                .filter(leftover -> isLiveWhole && leftover.fate() == Leftover.Fate.MAY_GO)
                .toList();
        return clear(worthless).size() < worthless.size();
    }

    /** Deletes those whose content is superseded. Answers the others. */
    List<Leftover> clearSuperseded(List<Leftover> leftovers) {
        return leftovers.stream()
                .filter(leftover -> leftover.kind().isPresent() || !isCleared(leftover))
                .toList();
    }

    /** Deletes what is superseded. Answers what could not be deleted, for the next time. */
    List<Leftover> clear(List<Leftover> leftovers) {
        return forLater(
                leftovers.stream().filter(leftover -> !isCleared(leftover)).toList());
    }

    /** Those that may be deleted later, too. A backup may not: by then its name may be that of a good one. */
    List<Leftover> forLater(List<Leftover> leftovers) {
        return leftovers.stream()
                .filter(leftover -> names.isTemp(leftover.path().getFileName().toString()))
                .toList();
    }

    private boolean isCleared(Leftover leftover) {
        try {
            ops.delete(leftover.path());
            return true;
        } catch (IOException e) {
            return false; // in nobody's way
        }
    }
}
