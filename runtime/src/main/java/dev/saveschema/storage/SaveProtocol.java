package dev.saveschema.storage;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.FileOps.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a body becomes the newest generation. In the steady state these calls change the disk, two of them wait for it, and at no
 * moment is there no live file:
 *
 * <pre>
 * create, write, force, close   .progress.json.6f1c0a9b5e3d7712.tmp
 * move                          progress.json.bak1 to progress.json.bak2
 * link                          progress.json.bak1 to what progress.json is
 * move                          .progress.json.6f1c0a9b5e3d7712.tmp to progress.json
 * force                         the directory
 * </pre>
 *
 * <p>A force that failed is never tried again on the same file, since the system may have dropped what it could not write, and
 * would say that all is well. The next save writes a new file.
 */
final class SaveProtocol {

    private final FileOps ops;
    private final Neighbours names;
    private final Lease lease;
    private final long maxBytes;
    private final InstantSource clock;
    private final TempFile temps;
    private final Publication publication;

    private Optional<Known> known = Optional.empty();

    /** Whether the disk may hold something else, or more, than is known; then a save is never left out. */
    private boolean suspect;

    SaveProtocol(FileOps ops, Neighbours names, Lease lease, long maxBytes, InstantSource clock, TempFile.Token token) {
        this.ops = ops;
        this.names = names;
        this.lease = lease;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.temps = new TempFile(ops, names, token);
        this.publication = new Publication(ops, names, temps, maxBytes);
    }

    /** Sets out from a load. */
    void startFrom(Known loaded) {
        known = Optional.of(loaded);
    }

    boolean isStarted() {
        return known.isPresent();
    }

    SaveReceipt save(SaveRequest request) throws SaveException {
        requireLease();
        Known before = inspect(known.orElseThrow());
        RunningSums sums = new RunningSums().add(request.body(), 0, request.body().length);
        if (!suspect && before.unpublished().isEmpty() && before.hasBody(sums.fingerprint())) {
            Optional<Look> live = lookAgain();
            if (live.isPresent() && live.get().hasBody(request.body())) {
                return new SaveReceipt(before.live().generation(), false, Optional.empty(), List.of());
            }
            before = live.isPresent() ? compare(before, live.get()) : before;
        }
        List<Path> preserved = new ArrayList<>();
        if (before.unpublished().isPresent()) {
            Look unfinished = before.unpublished().get();
            preserved.addAll(publishUnfinished(before, unfinished));
            before = known.orElseThrow();
            if (unfinished.hasBody(request.body())) {
                return new SaveReceipt(before.generation(), true, Optional.empty(), preserved);
            }
        }
        return write(request, sums, before, preserved);
    }

    private void requireLease() throws SaveException {
        try {
            lease.require();
        } catch (IOException e) {
            throw oldFileStands("the directory " + names.directory() + " cannot be written, or is locked", e);
        }
    }

    // The live file is not ours alone: editors and sync clients know of no lock.
    private Known inspect(Known known) throws SaveException {
        try {
            Optional<Attributes> now = ops.attributes(names.live());
            if (looksTheSame(known.attributes(), now)) {
                return known.withAttributes(now); // its mode may be another
            }
            return compare(known, Look.at(names.live(), ops, maxBytes));
        } catch (IOException e) {
            throw oldFileStands("it cannot be read", e);
        }
    }

    private static Known compare(Known known, Look live) {
        boolean sameContent =
                live.bytes().isPresent() && live.bytes().map(Fingerprint::of).equals(known.content());
        return sameContent ? known.withAttributes(live.attributes()) : known.inConflictWith(live);
    }

    // The same sums may be an accident, or somebody's art: what is on the disk decides whether a save can be left out.
    private Optional<Look> lookAgain() {
        try {
            return Optional.of(Look.at(names.live(), ops, maxBytes));
        } catch (IOException e) {
            return Optional.empty(); // then it is written, which does not take reading
        }
    }

    private static boolean looksTheSame(Optional<Attributes> before, Optional<Attributes> now) {
        return before.isPresent() == now.isPresent()
                && (now.isEmpty() || now.get().looksLike(before.get()));
    }

    /** A whole save that never got its name gets it, as if the program that wrote it had lived on. */
    private List<Path> publishUnfinished(Known before, Look unfinished) throws SaveException {
        Path temp = unfinished.sighting().path();
        try {
            ops.force(temp); // it was found whole, which does not mean that it is durable
            Publication.Preparation prepared = publication.prepare(before, List.of(), clock.instant());
            Seal seal = unfinished.sighting().seal().orElseThrow();
            publication.move(temp, seal);
            known = Optional.of(Known.ofLive(Sighting.sealed(names.live(), seal), unfinished)
                    .withAttributes(attributesOfLive())
                    .withGeneration(before.generation())
                    .withLeftovers(publication.forLater(prepared.remaining())));
            suspect = true;
            publication.makeDurable();
            suspect = false;
            clear(prepared);
            return prepared.preserved();
        } catch (IOException e) {
            // Either way what was loaded stands: as the temp that it was, or as the live file.
            throw oldFileStands("an unfinished save, " + temp + ", could not be put in place first", e);
        }
    }

    private SaveReceipt write(SaveRequest request, RunningSums sums, Known before, List<Path> preserved)
            throws SaveException {
        Seal seal = seal(before);
        Fingerprint body = sums.fingerprint();
        byte[] file = SealText.seal(request.body(), request.layout(), seal, sums);
        Path temp = writeTemp(file, before);
        Publication.Preparation prepared = prepare(request, before, temp);
        publish(temp, seal, before);
        preserved.addAll(prepared.preserved());
        becomeKnown(body, seal, sums.fingerprint(), prepared);
        makeDurable();
        clear(prepared);
        return new SaveReceipt(
                seal.generation(),
                true,
                prepared.backupSkipped(),
                preserved.stream().distinct().toList());
    }

    private Seal seal(Known before) {
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Seal(before.generation() + 1, temps.token().next(), before.id(), time);
    }

    private Path writeTemp(byte[] file, Known before) throws SaveException {
        try {
            boolean isThere = !before.live().is(Finding.State.MISSING);
            return isThere
                    ? temps.write(file, Optional.of(names.live()), before.attributes())
                    : temps.write(file, before.source().filter(this::isNotLive), Optional.empty());
        } catch (IOException e) {
            suspect |= e.getSuppressed().length > 0; // the temp may still be there, and whole
            throw oldFileStands("the new content could not be written", e);
        }
    }

    private boolean isNotLive(Path source) {
        return !source.equals(names.live());
    }

    private Publication.Preparation prepare(SaveRequest request, Known before, Path temp) throws SaveException {
        try {
            return publication.prepare(before, request.keep(), clock.instant());
        } catch (IOException e) {
            if (!temps.discard(temp, e)) {
                remember(temp, before);
            }
            throw oldFileStands("what it holds could not be kept aside", e);
        }
    }

    private void publish(Path temp, Seal seal, Known before) throws SaveException {
        try {
            publication.move(temp, seal);
        } catch (IOException e) {
            remember(temp, before.withGeneration(seal.generation()));
            throw failure("the new content could not be put in place", Aftermath.BYTES_KEPT, temp, e);
        }
    }

    // What stays behind is superseded as soon as another save succeeds. Until then it is the newest that there is.
    private void remember(Path temp, Known before) {
        List<Leftover> leftovers = new ArrayList<>(before.leftovers());
        leftovers.add(Leftover.superseded(temp));
        known = known.map(now -> now.withLeftovers(leftovers).withGeneration(before.generation()));
        suspect = true;
    }

    private void becomeKnown(Fingerprint body, Seal seal, Fingerprint file, Publication.Preparation prepared) {
        known = Optional.of(new Known(
                Sighting.sealed(names.live(), seal),
                attributesOfLive(),
                Optional.of(file),
                Optional.of(body),
                Optional.of(names.live()),
                seal.generation(),
                seal.id(),
                false,
                Optional.empty(),
                publication.forLater(prepared.remaining())));
    }

    private void clear(Publication.Preparation prepared) {
        List<Leftover> stubborn = publication.clear(prepared.remaining());
        known = known.map(now -> now.withLeftovers(stubborn));
    }

    private Optional<Attributes> attributesOfLive() {
        try {
            return ops.attributes(names.live());
        } catch (IOException e) {
            return Optional.empty(); // then the next save has a closer look, and finds what it wrote
        }
    }

    private void makeDurable() throws SaveException {
        try {
            publication.makeDurable();
            suspect = false;
        } catch (IOException e) {
            suspect = true;
            throw failure("the directory could not be made durable", Aftermath.MAY_ROLL_BACK, null, e);
        }
    }

    private SaveException oldFileStands(String message, IOException cause) {
        return failure(message, Aftermath.OLD_FILE_STANDS, null, cause);
    }

    private SaveException failure(String message, Aftermath aftermath, @Nullable Path kept, IOException cause) {
        return new SaveException(names.live(), message + " (" + cause.getMessage() + ")", aftermath, kept, cause);
    }
}
