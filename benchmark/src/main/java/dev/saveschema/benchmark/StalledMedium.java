package dev.saveschema.benchmark;

import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import dev.saveschema.storage.medium.GenerationMedium;
import dev.saveschema.storage.medium.MediumStorage;
import dev.saveschema.storage.medium.MemoryMedium;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A medium that does not answer, until it is told to go on. */
final class StalledMedium implements GenerationMedium {

    private final MemoryMedium memory = new MemoryMedium();
    private final CountDownLatch goesOn = new CountDownLatch(1);

    /** Opens a store on this medium. */
    <T> SaveStore<T> open(Schema<T> schema) {
        StoreOptions options = StoreOptions.defaults();
        return SaveStore.open(schema, MediumStorage.of("stalled", this, options.storage(schema)), options);
    }

    /** Lets the medium answer from now on. */
    void goOn() {
        goesOn.countDown();
    }

    @Override
    public List<Generation> list() {
        return memory.list();
    }

    @Override
    public Optional<byte[]> read(long number) {
        return memory.read(number);
    }

    @Override
    public Result commit(GenerationChange change) {
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return memory.commit(change);
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
