package dev.saveschema.storage;

import dev.saveschema.storage.Finding.State;
import dev.saveschema.storage.Keep.Evidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that a load found and that is in the way.
 *
 * @param kind as what it is kept; empty if what it holds is superseded, or was never whole
 * @param stays whether it also stays where it is
 */
record Leftover(Path path, Optional<Evidence> kind, boolean stays) {

    static Leftover superseded(Path path) {
        return new Leftover(path, Optional.empty(), false);
    }

    private static Leftover moved(Path path, Evidence kind) {
        return new Leftover(path, Optional.of(kind), false);
    }

    /** @param chosen the generation that the content comes from */
    static List<Leftover> of(Survey survey, Sighting chosen) {
        List<Leftover> leftovers = new ArrayList<>();
        for (Sighting temp : survey.temps()) {
            if (!temp.path().equals(chosen.path()) || !temp.is(State.SEALED)) {
                ofTemp(temp, survey, chosen).ifPresent(leftovers::add);
            }
        }
        survey.backups().forEach(backup -> ofBackup(backup, survey.live()).ifPresent(leftovers::add));
        return leftovers;
    }

    private static Optional<Leftover> ofTemp(Sighting temp, Survey survey, Sighting chosen) {
        if (temp.is(State.UNREADABLE)) {
            return Optional.empty();
        }
        if (temp.seal().isPresent()) {
            boolean superseded = chosen.seal().isPresent() && temp.generation() <= chosen.generation();
            return Optional.of(superseded ? superseded(temp.path()) : moved(temp.path(), Evidence.UNFINISHED));
        }
        // A part of a save is worth nothing beside a whole one. Without one it is evidence, unless there is nothing in
        // it.
        if (survey.live().is(State.SEALED) || isEmpty(temp, survey)) {
            return Optional.of(superseded(temp.path()));
        }
        return survey.live().is(State.EDITED) ? Optional.empty() : Optional.of(moved(temp.path(), Evidence.CORRUPT));
    }

    private static boolean isEmpty(Sighting temp, Survey survey) {
        return survey.lookAt(temp.path())
                .flatMap(Look::bytes)
                .map(bytes -> bytes.length == 0)
                .orElse(false);
    }

    // A damaged backup would push the good one behind it out. A newer one will be pushed out, and nobody saw what it
    // holds.
    private static Optional<Leftover> ofBackup(Sighting backup, Sighting live) {
        if (backup.is(State.INVALID)) {
            return Optional.of(moved(backup.path(), Evidence.CORRUPT));
        }
        boolean newer = live.is(State.SEALED) && backup.is(State.SEALED) && backup.generation() > live.generation();
        return newer ? Optional.of(new Leftover(backup.path(), Optional.of(Evidence.NEWER), true)) : Optional.empty();
    }
}
