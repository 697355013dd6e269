package dev.saveschema.storage.recovery;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.SaveSeal;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.recovery.RecoveryTable.Decision;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One load: asks the table, has the reader read the file that the table names, and asks again if the reader refuses. Each file is read by
 * the reader at most once, on the caller's thread.
 */
public final class Recovery<R> {

    private final IoThread io;
    private final RecoveryScan scan;
    private final ContentReader<R> reader;
    private final Set<Path> refused = new HashSet<>();

    public Recovery(IoThread io, RecoveryScan scan, ContentReader<R> reader) {
        this.io = io;
        this.scan = scan;
        this.reader = reader;
    }

    /** The answer of a load, and the state from which the next save starts. */
    public record Outcome<R>(Retrieval<R> retrieval, StorageState state) {}

    public Outcome<R> run() throws IOException {
        while (true) {
            scan.requireWhatDecides();
            Decision decision = RecoveryTable.decide(scan.live(), scan.backups(), scan.temps());
            if (decision.chosen().isEmpty()) {
                return lastResort(decision.verdict());
            }
            Candidate chosen = decision.chosen().get();
            if (scan.mustBeReadAgain(chosen)) {
                io.call(() -> {
                    scan.readAgain(chosen);
                    return chosen;
                });
                continue; // the temp may be another by now
            }
            Optional<R> content = read(chosen);
            if (content.isPresent() || decision.verdict() == Verdict.NEWER) {
                return outcome(decision.verdict(), content, chosen);
            }
            io.call(() -> {
                scan.scanFurtherIfNecessary();
                return chosen;
            });
        }
    }

    private Optional<R> read(Candidate candidate) throws IOException {
        byte[] bytes = bytes(candidate).orElseThrow();
        try {
            return Optional.of(reader.read(bytes));
        } catch (UnusableContentException e) {
            refused.add(candidate.path());
            if (!candidate.is(State.NEWER)) {
                Finding finding = new Finding(
                        Copy.of(candidate.path()), State.INVALID, String.valueOf(e.getMessage()), e.isRefusal());
                scan.correct(candidate.with(finding));
            }
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Candidate candidate) throws IOException {
        return scan.mustBeReadAgain(candidate) ? io.call(() -> scan.bytes(candidate)) : scan.bytes(candidate);
    }

    // Nothing is usable. A file that its seal calls damaged may still read.
    private Outcome<R> lastResort(Verdict verdict) throws IOException {
        for (Candidate candidate : unread()) {
            Optional<R> content = read(candidate);
            if (content.isPresent()) {
                return takenAsItReads(candidate, content);
            }
        }
        for (Candidate candidate : named()) {
            Optional<R> content = bytes(candidate).flatMap(reader::salvage);
            if (content.isPresent()) {
                return outcome(Verdict.SALVAGED, content, candidate);
            }
        }
        return outcome(verdict, Optional.empty(), scan.live());
    }

    // The files with a name of a save. A part of a temp is never taken for a save: nobody was told that it was one, and
    // it is a mixture.
    private List<Candidate> named() {
        return Stream.concat(Stream.of(scan.live()), scan.backups().stream()).toList();
    }

    private List<Candidate> unread() {
        return named().stream()
                .filter(candidate -> scan.wasRead(candidate) && !refused.contains(candidate.path()))
                .toList();
    }

    private Outcome<R> takenAsItReads(Candidate candidate, Optional<R> content) {
        Candidate taken = candidate.with(SealFinding.takenAsItReads(candidate.finding()));
        scan.correct(taken);
        boolean isLive = candidate.path().equals(scan.live().path());
        return outcome(isLive ? Verdict.EDITED : Verdict.RECOVERED, content, taken);
    }

    private Outcome<R> outcome(Verdict verdict, Optional<R> content, Candidate chosen) {
        List<Finding> findings = scan.all().stream().map(Candidate::finding).toList();
        Optional<Copy> source = content.map(present -> Copy.of(chosen.path()));
        Optional<SaveSeal> seal = content.isPresent() ? chosen.seal().flatMap(Seal::shown) : Optional.empty();
        StorageState state = StorageState.after(scan, chosen, source.isPresent());
        List<Copy> preserved = scan.all().stream()
                .map(Candidate::path)
                .filter(state::keepsAside)
                .map(Copy::of)
                .toList();
        return new Outcome<>(new Retrieval<>(verdict, content, source, seal, preserved, findings), state);
    }
}
