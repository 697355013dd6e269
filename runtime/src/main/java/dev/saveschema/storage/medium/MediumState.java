package dev.saveschema.storage.medium;

import dev.saveschema.KeptCopy.Why;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.seal.Seal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The generations as they are known between one load or save and the next.
 *
 * @param all the newest first
 * @param newest the newest as it was found; empty if there is none
 * @param source the generation that the program's content comes from
 * @param number the greatest number that was seen, in a seal or of a generation
 * @param parent the id that the next save names as its parent
 * @param keep the generations that the next save must keep, whatever it holds
 */
record MediumState(
        List<Generation> all,
        Optional<GenerationSnapshot> newest,
        Optional<Generation> source,
        long number,
        String parent,
        Map<Long, Why> keep) {

    static MediumState none() {
        return new MediumState(List.of(), Optional.empty(), Optional.empty(), 0, Seal.NO_PARENT, Map.of());
    }

    /**
     * @param chosen the generation that the content comes from, or the newest if there is no content
     * @param hasContent whether there is content
     */
    static MediumState after(
            List<Generation> listed,
            List<GenerationSnapshot> snapshots,
            GenerationSnapshot chosen,
            boolean hasContent) {
        Map<Long, Why> keep = new HashMap<>();
        snapshots.forEach(snapshot -> reasonToKeep(snapshot)
                .ifPresent(why -> keep.put(snapshot.generation().number(), why)));
        long seen = snapshots.stream()
                .flatMap(snapshot -> snapshot.seal().stream())
                .mapToLong(Seal::generation)
                .max()
                .orElse(0);
        return new MediumState(
                listed,
                Optional.of(snapshots.get(0)),
                hasContent ? Optional.of(chosen.generation()) : Optional.empty(),
                Math.max(seen, listed.get(0).number()),
                chosen.contentId(),
                keep);
    }

    /** Why a generation must stay: content that no save of ours wrote is nowhere else. Empty if a save wrote it. */
    private static Optional<Why> reasonToKeep(GenerationSnapshot snapshot) {
        return switch (snapshot.finding().state()) {
            case INVALID, UNREADABLE -> Optional.of(Why.CORRUPT);
            case EDITED -> Optional.of(Why.EDITED);
            case NEWER -> Optional.of(Why.NEWER);
            case SEALED, MISSING -> Optional.empty();
        };
    }

    /** The generation that a save must find to be the newest. */
    Optional<Generation> head() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Whether the newest generation holds this body. */
    boolean hasBody(SaveBody body) {
        return newest.filter(snapshot -> snapshot.hasBody(body)).isPresent();
    }

    /** The generations to keep, and why, with the program's wishes for its source. */
    Map<Long, Why> keeping(List<Keep> wishes) {
        Map<Long, Why> kept = new HashMap<>(keep);
        for (Keep wish : wishes) {
            Why why = wish instanceof Keep.Aside aside
                    ? Why.valueOf(aside.reason().name())
                    : Why.VERSION;
            source.filter(known -> known.kept().isEmpty()).ifPresent(known -> kept.put(known.number(), why));
        }
        return kept;
    }

    /** The generations that are nothing but backups, the newest first, once these are kept and the present newest has a successor. */
    List<Generation> backups(Map<Long, Why> kept) {
        return all.stream()
                .filter(known -> known.kept().isEmpty() && !kept.containsKey(known.number()))
                .toList();
    }

    /** The generations as they are known after a change. */
    MediumState after(GenerationChange change, GenerationSnapshot saved) {
        Set<Long> gone = change.prune();
        List<Generation> now = new ArrayList<>(List.of(change.next()));
        now.addAll(all.stream()
                .filter(known -> !gone.contains(known.number()))
                .map(known -> Optional.ofNullable(change.keep().get(known.number()))
                        .map(known::kept)
                        .orElse(known))
                .toList());
        return new MediumState(
                List.copyOf(now),
                Optional.of(saved),
                Optional.of(change.next()),
                change.next().number(),
                change.next().id(),
                Map.of());
    }
}
