package dev.saveschema;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A store whose disk has stopped answering, until it is told to go on. */
public final class StalledStore implements SaveStorage {

    private static final Path FILE = Path.of("progress.json");

    private final CountDownLatch goesOn = new CountDownLatch(1);

    /** The store on this. */
    public <T> SaveStore<T> open(Schema<T> schema) {
        return new SaveStore<>(schema, FILE, this, StoreOptions.defaults());
    }

    /** Answers from now on. */
    public void goOn() {
        goesOn.countDown();
    }

    @Override
    public <R> Retrieval<R> load(ContentReader<R> reader) {
        Finding missing = new Finding(Copy.of(FILE), Finding.State.MISSING, "");
        return new Retrieval<>(
                Retrieval.Verdict.ABSENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(missing));
    }

    @Override
    public SaveReceipt save(SaveRequest request) {
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new SaveReceipt(1, true, Optional.empty(), List.of());
    }

    @Override
    public List<Copy> backups() {
        return List.of();
    }

    @Override
    public List<KeptCopy> kept() {
        return List.of();
    }

    @Override
    public byte[] read(Copy copy) {
        throw new IllegalArgumentException(copy + " is no copy of this save");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
