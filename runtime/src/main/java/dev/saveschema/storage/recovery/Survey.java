package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.Neighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The live file and its neighbours, read as far as the recovery table needs them: a healthy live file costs one listing and one
 * reading. Changes nothing.
 */
public final class Survey {

    private final FileOps ops;
    private final Neighbours names;
    private final long maxBytes;
    private final boolean tempsAreOurs;
    private final List<Path> backups = new ArrayList<>();
    private final List<Path> temps = new ArrayList<>();
    private final Map<Path, Look> looks = new LinkedHashMap<>();
    private final Map<Path, Sighting> sightings = new LinkedHashMap<>();
    private final List<IOException> refusals = new ArrayList<>();

    private Survey(FileOps ops, Neighbours names, long maxBytes, boolean tempsAreOurs) {
        this.ops = ops;
        this.names = names;
        this.maxBytes = maxBytes;
        this.tempsAreOurs = tempsAreOurs;
    }

    /** @param tempsAreOurs whether the lock is held; without it, a temp may be somebody's save that is under way */
    public static Survey of(FileOps ops, Neighbours names, long maxBytes, boolean tempsAreOurs) throws IOException {
        Survey survey = new Survey(ops, names, maxBytes, tempsAreOurs);
        survey.list();
        survey.add(names.live(), Look.at(names.live(), ops, maxBytes));
        survey.lookFurtherIfNecessary();
        return survey;
    }

    private void list() throws IOException {
        Set<String> listed = new TreeSet<>(ops.list(names.directory()));
        names.backups().stream()
                .filter(backup -> listed.contains(backup.getFileName().toString()))
                .forEach(backups::add);
        listed.stream().filter(names::isTemp).map(names.live()::resolveSibling).forEach(temps::add);
    }

    private void add(Path path, Look look) {
        looks.put(path, look);
        sightings.put(path, look.sighting());
    }

    /** To be called again whenever something turned out to be worse than it looked. */
    void lookFurtherIfNecessary() throws IOException {
        Sighting live = live();
        if (live.is(State.NEWER)) {
            return;
        }
        if (tempsAreOurs || live.isDamaged() || live.is(State.MISSING)) {
            lookAtFiles(temps);
        }
        if (!live.is(State.SEALED) || mayHaveBeenRestored()) {
            lookAtFiles(backups);
        }
    }

    private void lookAtFiles(List<Path> paths) {
        for (Path path : paths) {
            if (!looks.containsKey(path)) {
                lookAtFile(path);
            }
        }
    }

    private void lookAtFile(Path path) {
        try {
            if (ops.attributes(path).map(Attributes::kind).orElse(Kind.OTHER) == Kind.FILE) {
                add(path, Look.at(path, ops, maxBytes));
            }
        } catch (IOException e) {
            refusals.add(e); // which need not stop anybody whose live file reads
            add(path, Look.unreadable(path, e));
        }
    }

    /** @throws IOException if the save may be in a file that the system refuses to give */
    void requireWhatDecides() throws IOException {
        if (!refusals.isEmpty() && (live().isDamaged() || live().is(State.MISSING))) {
            throw refusals.get(0);
        }
    }

    // Somebody who puts an older generation back gives it today's date, or leaves it its own, before that of a backup.
    private boolean mayHaveBeenRestored() throws IOException {
        Look live = looks.get(names.live());
        if (live == null || !live.isDatedAsSealed()) {
            return true;
        }
        FileTime modified = live.attributes().orElseThrow().modified();
        for (Path backup : backups) {
            Optional<Attributes> found = ops.attributes(backup);
            if (found.isPresent() && found.get().modified().compareTo(modified) > 0) {
                return true;
            }
        }
        return false;
    }

    Sighting live() {
        return sightings.getOrDefault(names.live(), Sighting.missing(names.live()));
    }

    /** The backups that were looked at. */
    List<Sighting> backups() {
        return seen(backups);
    }

    /** The temps that were looked at. One without a holding seal is damaged: nobody edits a temp. */
    List<Sighting> temps() {
        return seen(temps).stream()
                .map(temp -> temp.is(State.EDITED) ? temp.as(State.INVALID, "not finished") : temp)
                .toList();
    }

    private List<Sighting> seen(List<Path> paths) {
        return paths.stream()
                .filter(sightings::containsKey)
                .map(sightings::get)
                .filter(sighting -> !sighting.is(State.MISSING))
                .toList();
    }

    Optional<Look> lookAt(Path path) {
        return Optional.ofNullable(looks.get(path));
    }

    /** Every file that was looked at, in the order in which one would want them: live, backups, temps. */
    List<Sighting> all() {
        return Stream.of(List.of(live()), backups(), temps())
                .flatMap(List::stream)
                .toList();
    }

    /** The bytes were read, and what they mean is now known better. */
    void correct(Sighting sighting) {
        sightings.put(sighting.path(), sighting);
    }
}
