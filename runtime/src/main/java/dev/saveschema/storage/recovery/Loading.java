package dev.saveschema.storage.recovery;

import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.recovery.RecoveryTable.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One load: asks the table, has the reader read what it names, and asks again if the reader refuses. Each file is read by the
 * reader at most once, on the caller's thread.
 */
public final class Loading<R> {

    private final IoThread io;
    private final Survey survey;
    private final ContentReader<R> reader;
    private final Set<Path> refused = new HashSet<>();

    public Loading(IoThread io, Survey survey, ContentReader<R> reader) {
        this.io = io;
        this.survey = survey;
        this.reader = reader;
    }

    /** What the load found, and what the next save must know about it. */
    public record Outcome<R>(Retrieval<R> retrieval, Known known) {}

    public Outcome<R> run() throws IOException {
        while (true) {
            survey.requireWhatDecides();
            Decision decision = RecoveryTable.decide(survey.live(), survey.backups(), survey.temps());
            if (decision.chosen().isEmpty()) {
                return lastResort(decision.verdict());
            }
            Sighting chosen = decision.chosen().get();
            Optional<R> content = read(chosen);
            if (content.isPresent() || decision.verdict() == Verdict.NEWER) {
                return outcome(decision.verdict(), content, chosen);
            }
            io.call(() -> {
                survey.lookFurtherIfNecessary();
                return chosen;
            });
        }
    }

    private Optional<R> read(Sighting sighting) {
        try {
            return Optional.of(reader.read(bytes(sighting).orElseThrow()));
        } catch (UnusableContentException e) {
            refused.add(sighting.path());
            if (!sighting.is(State.NEWER)) {
                survey.correct(sighting.unusable(String.valueOf(e.getMessage()), e.isRefusal()));
            }
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Sighting sighting) {
        return survey.lookAt(sighting.path()).flatMap(Look::bytes);
    }

    // Nothing is sealed or edited. Before anything is given up: a file whose seal says damaged may read all the same.
    private Outcome<R> lastResort(Verdict verdict) throws IOException {
        for (Sighting sighting : unread()) {
            Optional<R> content = read(sighting);
            if (content.isPresent()) {
                return takenAsItReads(sighting, content);
            }
        }
        for (Sighting sighting : survey.all()) {
            Optional<R> content = bytes(sighting).flatMap(reader::salvage);
            if (content.isPresent()) {
                return outcome(Verdict.SALVAGED, content, sighting);
            }
        }
        requireThatAllWasRead();
        return outcome(verdict, Optional.empty(), survey.live());
    }

    private List<Sighting> unread() {
        return survey.all().stream()
                .filter(sighting -> !sighting.is(State.NEWER))
                .filter(sighting -> bytes(sighting).isPresent() && !refused.contains(sighting.path()))
                .toList();
    }

    private Outcome<R> takenAsItReads(Sighting sighting, Optional<R> content) {
        Sighting taken =
                sighting.as(State.EDITED, sighting.detail() + "; taken as it reads, since nothing else is left");
        survey.correct(taken);
        boolean isLive = sighting.path().equals(survey.live().path());
        return outcome(isLive ? Verdict.EDITED : Verdict.RECOVERED, content, taken);
    }

    // What the disk does not give back is not lost: it may come back.
    private void requireThatAllWasRead() throws IOException {
        for (Sighting sighting : survey.all()) {
            if (sighting.is(State.UNREADABLE)) {
                throw new IOException(sighting.path() + " cannot be read: " + sighting.detail());
            }
        }
    }

    private Outcome<R> outcome(Verdict verdict, Optional<R> content, Sighting chosen) {
        List<Finding> findings = survey.all().stream().map(Sighting::finding).toList();
        Optional<Path> source = content.map(present -> chosen.path());
        Known known = Known.after(survey, chosen, source.isPresent());
        List<Path> preserved = survey.all().stream()
                .map(Sighting::path)
                .filter(known::keepsAside)
                .toList();
        return new Outcome<>(new Retrieval<>(verdict, content, source, preserved, findings), known);
    }
}
