package dev.saveschema.storage.medium;

import dev.saveschema.storage.Durability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The medium in memory, as far as it lets itself be used. */
final class FaultyMedium implements GenerationMedium {

    private final MemoryMedium memory;
    boolean refusesReads;
    boolean refusesWrites;
    Result answer = Result.DURABLE;
    Doubt doubt = Doubt.NONE;

    /** The time at which the connection breaks during a commit. */
    enum Doubt {
        NONE,
        BEFORE,
        AFTER,
        /** Before it, and the change happens all the same when the next one is asked for. */
        LATE
    }

    /** Whether every connection breaks like that. */
    boolean isAlwaysLate;

    private final List<GenerationChange> late = new ArrayList<>();

    /** The changes that were late happen now, as far as they still can. */
    void catchUp() {
        late.forEach(memory::commit);
        late.clear();
    }

    FaultyMedium(MemoryMedium memory) {
        this.memory = memory;
    }

    @Override
    public List<Generation> list() throws IOException {
        requireReads();
        return memory.list();
    }

    @Override
    public Optional<byte[]> read(long number) throws IOException {
        requireReads();
        return memory.read(number);
    }

    private void requireReads() throws IOException {
        if (refusesReads) {
            throw new IOException("cannot be read");
        }
    }

    @Override
    public Result commit(GenerationChange change) throws IOException {
        if (refusesWrites) {
            throw new IOException("cannot be written");
        }
        if (doubt == Doubt.BEFORE) {
            doubt = Doubt.NONE;
            throw new InDoubtException(new IOException("connection reset"));
        }
        if (doubt == Doubt.LATE || isAlwaysLate) {
            late.add(change);
            doubt = Doubt.NONE;
            throw new InDoubtException(new IOException("connection reset"));
        }
        catchUp();
        Result result = memory.commit(change);
        if (doubt == Doubt.AFTER) {
            doubt = Doubt.NONE;
            throw new InDoubtException(new IOException("connection reset"));
        }
        return result == Result.DURABLE ? answer : result;
    }

    @Override
    public Durability durability() {
        return memory.durability();
    }

    @Override
    public void close() {
        memory.close();
    }
}
