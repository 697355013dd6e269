package dev.saveschema.storage.medium;

import dev.saveschema.Backups;
import dev.saveschema.KeepAside;
import dev.saveschema.KeptCopy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which generations go with a save. */
record Pruning(CopyNames names, Backups backups, KeepAside keepAside) {

    /** Backups that stay in any case. */
    private static final int NEWEST_BACKUPS = 2;

    /** @param keep the generations that this save keeps aside, which stay in any case */
    Set<Long> pruned(MediumState before, Map<Long, KeptCopy.Why> keep, Generation next) {
        Set<Long> pruned = prunedBackups(before.backups(keep), next);
        pruned.addAll(prunedCopies(before, keep, next.time()));
        return pruned;
    }

    private Set<Long> prunedBackups(List<Generation> found, Generation next) {
        List<Instant> newer = Stream.concat(Stream.of(next), found.stream().limit(NEWEST_BACKUPS))
                .map(Generation::time)
                .toList();
        TreeMap<Long, Instant> older = new TreeMap<>();
        found.stream().skip(NEWEST_BACKUPS).forEach(backup -> older.put(backup.number(), backup.time()));
        Set<Long> pruned = new HashSet<>(older.keySet());
        pruned.removeAll(backups.stay(older, newer));
        return pruned;
    }

    private Set<Long> prunedCopies(MediumState before, Map<Long, KeptCopy.Why> keep, Instant now) {
        if (keep.isEmpty()) {
            return Set.of();
        }
        List<KeptCopy> kept = before.all().stream()
                .map(generation -> Optional.ofNullable(keep.get(generation.number()))
                        .map(generation::kept)
                        .orElse(generation))
                .flatMap(names::keptCopy)
                .toList();
        return keepAside.beyond(kept, now).stream()
                .map(copy -> names.number(copy.copy()).orElseThrow())
                .filter(number -> !keep.containsKey(number))
                .collect(Collectors.toSet());
    }
}
