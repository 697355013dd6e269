package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.seal.Seal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which of the files is the save. Pure; the first row that fits, of which {@code docs/decisions.md} gives the reasons:
 *
 * <pre>
 *     live file            backups          temps                     the save
 *  1  neither damaged      any              sealed, follows just it   temp        RESUMED
 *     nor missing
 *  2  newer seal           any              any other                 live        NEWER
 *  3  sealed               none newer       any other                 live        INTACT
 *  4  sealed               a later one      any other                 live        EDITED: somebody restored it
 *  5  reads, not sealed    any              any other                 live        EDITED
 *  6  damaged, missing     one of a newer seal in either, of a        that one    NEWER
 *                          greater generation than all usable ones
 *  7  missing              none             sealed, a first save      temp        RESUMED
 *  8  damaged, missing     one usable in either                       the newest  RECOVERED
 *  9  missing              none             damaged only              none        ABSENT
 * 10  missing              damaged only     damaged only, or none     none        LOST
 * 11  damaged              damaged only, in either, or none           none        LOST
 * 12  missing              none             none                      none        ABSENT
 * </pre>
 *
 * <p>Rows 10 and 11 are not the last word: {@link Recovery} then tries the bytes that read though their seal speaks of damage, which is
 * row 8a in that document, and after those it salvages.
 *
 * <p>A temp counts only if its seal holds: nobody edits one. A temp never follows a damaged live file: before that file was put in
 * place, the save that it replaced became a backup; so the temp's parent is among the backups.
 */
final class RecoveryTable {

    // The time has whole seconds only, so the generation decides first.
    private static final Comparator<Candidate> NEWEST =
            Comparator.comparingLong(Candidate::generation).thenComparing(RecoveryTable::time);

    private RecoveryTable() {}

    /** @param chosen empty if nothing is usable */
    record Decision(Verdict verdict, Optional<Candidate> chosen) {

        private Decision(Verdict verdict, Candidate chosen) {
            this(verdict, Optional.of(chosen));
        }
    }

    /**
     * @param backups the backups that are there, the newer name first
     * @param temps the temps that are there and may be used
     */
    static Decision decide(Candidate live, List<Candidate> backups, List<Candidate> temps) {
        return switch (live.state()) {
            case NEWER, SEALED, EDITED -> besideALiveFile(live, backups, temps);
            case INVALID, UNREADABLE, MISSING -> withoutALiveFile(live, backups, temps);
        };
    }

    private static Decision besideALiveFile(Candidate live, List<Candidate> backups, List<Candidate> temps) {
        Optional<Candidate> next =
                sealed(temps).filter(temp -> temp.follows(live)).max(NEWEST);
        if (next.isPresent()) {
            return new Decision(Verdict.RESUMED, next);
        }
        return switch (live.state()) {
            case NEWER -> new Decision(Verdict.NEWER, live);
            case SEALED ->
                new Decision(
                        backups.stream().anyMatch(backup -> backup.isNewerThan(live)) ? Verdict.EDITED : Verdict.INTACT,
                        live);
            default -> new Decision(Verdict.EDITED, live);
        };
    }

    private static Instant time(Candidate temp) {
        return temp.seal().map(Seal::time).orElse(Instant.MIN);
    }

    private static Decision withoutALiveFile(Candidate live, List<Candidate> backups, List<Candidate> temps) {
        Optional<Candidate> newest = newest(backups, temps);
        Optional<Candidate> newer = Stream.concat(temps.stream(), backups.stream())
                .filter(candidate -> candidate.is(State.NEWER))
                .reduce((best, next) -> next.generation() > best.generation() ? next : best);
        if (newer.isPresent() && (newest.isEmpty() || newer.get().generation() > generation(newest.get(), backups))) {
            return new Decision(Verdict.NEWER, newer);
        }
        boolean isNew = live.is(State.MISSING) && backups.isEmpty();
        if (newest.isPresent()) {
            return new Decision(isNew && newest.get().followsNothing() ? Verdict.RESUMED : Verdict.RECOVERED, newest);
        }
        return new Decision(isNew ? Verdict.ABSENT : Verdict.LOST, newest);
    }

    // The first of those with the greatest generation. On a tie a temp, since it was written last.
    private static Optional<Candidate> newest(List<Candidate> backups, List<Candidate> temps) {
        return Stream.concat(
                        sealed(temps)
                                .sorted(Comparator.comparing(RecoveryTable::time)
                                        .reversed()),
                        backups.stream().filter(Candidate::isUsable))
                .reduce((best, next) -> generation(next, backups) > generation(best, backups) ? next : best);
    }

    // An edited backup may not say its generation. Then its name says that the first backup comes after the others.
    private static long generation(Candidate candidate, List<Candidate> backups) {
        boolean isNewerBackup = !backups.isEmpty() && candidate == backups.get(0);
        return candidate.generation() == 0 && isNewerBackup
                ? backups.stream().mapToLong(Candidate::generation).max().orElse(0) + 1
                : candidate.generation();
    }

    private static Stream<Candidate> sealed(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> candidate.is(State.SEALED));
    }
}
