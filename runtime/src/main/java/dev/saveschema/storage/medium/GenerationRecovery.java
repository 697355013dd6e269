package dev.saveschema.storage.medium;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One load: which of the generations is the save. The newest usable generation is; if none is usable, the newest whose bytes read though
 * its seal speaks of damage; if none reads, the readable beginning of the newest damaged one that has one.
 *
 * <pre>
 *     newest generation     those behind it            the save
 *  1  none                  none                       none           ABSENT
 *  2  newer seal            any                        the newest     NEWER
 *  3  sealed, reads         any                        the newest     INTACT
 *  4  reads, not sealed     any                        the newest     EDITED
 *  5  damaged               newer seal before any      that one       NEWER
 *                           that is usable
 *  6  damaged               one usable                 the newest     RECOVERED
 *  7  damaged, bytes read   damaged only, or none      the newest     EDITED
 *  8  damaged               damaged, and the bytes     that one       RECOVERED
 *                           of one read
 *  9  damaged               damaged only, or none      a part of one  SALVAGED
 * 10  damaged               damaged only, or none      none           LOST
 * </pre>
 *
 * <p>Behind the newest generation, those that were kept for a person to look at are not the save.
 */
final class GenerationRecovery<R> {

    /** How often the generations are listed: another program may prune one before it is read. */
    private static final int MOST_ATTEMPTS = 100;

    private final GenerationMedium medium;
    private final CopyNames names;
    private final StorageOptions options;
    private final ContentReader<R> reader;
    private final List<GenerationSnapshot> snapshots = new ArrayList<>();

    /** The indexes, in that list, of the generations that the reader refused. */
    private final Set<Integer> refused = new HashSet<>();

    GenerationRecovery(GenerationMedium medium, CopyNames names, StorageOptions options, ContentReader<R> reader) {
        this.medium = medium;
        this.names = names;
        this.options = options;
        this.reader = reader;
    }

    /** The answer of a load, and the state from which the next save starts. */
    record Outcome<R>(Retrieval<R> retrieval, MediumState known) {}

    Outcome<R> run() throws IOException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            List<Generation> listed = medium.list();
            snapshots.clear();
            refused.clear();
            if (listed.isEmpty()) {
                return absent();
            }
            Optional<Outcome<R>> outcome = of(listed);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IOException(names.live() + ": its generations come and go faster than they can be read");
    }

    private Outcome<R> absent() {
        Finding missing = new Finding(names.live(), State.MISSING, "");
        Retrieval<R> retrieval = new Retrieval<>(
                Verdict.ABSENT, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(missing));
        return new Outcome<>(retrieval, MediumState.none());
    }

    /** Empty if a generation has gone meanwhile. */
    private Optional<Outcome<R>> of(List<Generation> listed) throws IOException {
        for (Generation next : listed) {
            if (!snapshots.isEmpty() && next.kept().isPresent()) {
                continue; // this generation was kept for a person to look at
            }
            Optional<GenerationSnapshot> found = snapshot(next);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int index = snapshots.size();
            snapshots.add(found.get());
            Optional<R> content = found.get().is(State.INVALID) ? Optional.empty() : read(index);
            if (content.isPresent() || found.get().is(State.NEWER)) {
                return Optional.of(outcome(verdict(index), content, index, listed));
            }
        }
        return Optional.of(lastResort(listed));
    }

    private Optional<GenerationSnapshot> snapshot(Generation generation) throws IOException {
        Copy copy = snapshots.isEmpty() ? names.live() : names.of(generation);
        long maxBytes = options.maxBytes();
        if (generation.size() > maxBytes) {
            return Optional.of(GenerationSnapshot.tooLarge(generation, copy, maxBytes));
        }
        return medium.read(generation.number())
                .map(bytes -> bytes.length > maxBytes
                        ? GenerationSnapshot.tooLarge(generation, copy, maxBytes)
                        : GenerationSnapshot.of(generation, copy, bytes, options.sealed()));
    }

    private Optional<R> read(int index) {
        GenerationSnapshot snapshot = snapshots.get(index);
        try {
            return Optional.of(reader.read(snapshot.bytes().orElseThrow()));
        } catch (UnusableContentException e) {
            refused.add(index);
            snapshots.set(index, snapshot.refusedBecause(e));
            return Optional.empty();
        }
    }

    private Verdict verdict(int index) {
        if (snapshots.get(index).is(State.NEWER)) {
            return Verdict.NEWER;
        }
        if (index > 0) {
            return Verdict.RECOVERED;
        }
        return snapshots.get(index).is(State.SEALED) ? Verdict.INTACT : Verdict.EDITED;
    }

    // Nothing is usable. A generation that its seal calls damaged may still read.
    private Outcome<R> lastResort(List<Generation> listed) {
        for (int index = 0; index < snapshots.size(); index++) {
            GenerationSnapshot snapshot = snapshots.get(index);
            boolean isUnread = snapshot.bytes().isPresent() && !refused.contains(index);
            Optional<R> content = isUnread ? read(index) : Optional.empty();
            if (content.isPresent()) {
                snapshots.set(index, snapshot.takenAsItReads());
                return outcome(verdict(index), content, index, listed);
            }
        }
        for (int index = 0; index < snapshots.size(); index++) {
            Optional<R> content = snapshots.get(index).bytes().flatMap(reader::salvage);
            if (content.isPresent()) {
                return outcome(Verdict.SALVAGED, content, index, listed);
            }
        }
        return outcome(Verdict.LOST, Optional.empty(), 0, listed);
    }

    private Outcome<R> outcome(Verdict verdict, Optional<R> content, int index, List<Generation> listed) {
        GenerationSnapshot chosen = snapshots.get(index);
        MediumState known = MediumState.after(listed, snapshots, chosen, content.isPresent());
        Retrieval<R> retrieval = new Retrieval<>(
                verdict,
                content,
                content.map(present -> chosen.copy()),
                content.isPresent() ? chosen.seal().flatMap(Seal::shown) : Optional.empty(),
                snapshots.stream()
                        .filter(snapshot -> snapshot.is(State.INVALID))
                        .map(GenerationSnapshot::copy)
                        .toList(),
                snapshots.stream().map(GenerationSnapshot::finding).toList());
        return new Outcome<>(retrieval, known);
    }
}
