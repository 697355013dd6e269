package dev.saveschema.storage.medium;

import dev.saveschema.KeptCopy;
import dev.saveschema.storage.Durability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps generations in memory, for tests. Several storages on one of these behave like several programs on one database. Closing
 * it does nothing: its generations are gone when nobody refers to the medium any more.
 *
 * <p>Safe for use by several threads.
 */
public final class MemoryMedium implements GenerationMedium {

    private final NavigableMap<Long, Stored> generations = new TreeMap<>();

    private record Stored(Generation generation, byte[] bytes) {}

    /** A medium that holds nothing yet. */
    public MemoryMedium() {}

    @Override
    public synchronized List<Generation> list() {
        List<Generation> list = new ArrayList<>();
        generations.descendingMap().values().forEach(stored -> list.add(stored.generation()));
        return list;
    }

    @Override
    public synchronized Optional<byte[]> read(long number) {
        return Optional.ofNullable(generations.get(number))
                .map(stored -> stored.bytes().clone());
    }

    @Override
    public synchronized Result commit(GenerationChange change) {
        Optional<Generation> newest = Optional.ofNullable(generations.lastEntry())
                .map(Map.Entry::getValue)
                .map(Stored::generation);
        boolean isExpected = newest.isPresent() == change.expected().isPresent()
                && (newest.isEmpty() || newest.get().isSame(change.expected().get()));
        if (!isExpected) {
            return Result.CONFLICT;
        }
        change.keep().forEach(this::keep);
        change.prune().forEach(generations::remove);
        generations.put(
                change.next().number(), new Stored(change.next(), change.bytes().clone()));
        return Result.DURABLE;
    }

    private void keep(long number, KeptCopy.Why why) {
        generations.computeIfPresent(
                number, (same, stored) -> new Stored(stored.generation().kept(why), stored.bytes()));
    }

    /**
     * Replaces the bytes of a generation, as damage or an edit would.
     *
     * @throws IllegalArgumentException if there is no such generation
     */
    public synchronized void overwrite(long number, byte[] bytes) {
        Stored before = generations.get(number);
        if (before == null) {
            throw new IllegalArgumentException("there is no generation " + number);
        }
        generations.put(number, new Stored(before.generation(), bytes.clone()));
    }

    @Override
    public Durability durability() {
        return Durability.BEST_EFFORT;
    }

    @Override
    public void close() {
        // there is nothing to give up
    }
}
