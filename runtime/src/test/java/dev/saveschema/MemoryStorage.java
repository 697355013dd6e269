package dev.saveschema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.medium.MediumStorage;
import dev.saveschema.storage.medium.MemoryMedium;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storage in memory, which does on request what a disk may do meanwhile, and remembers in which order it was saved to. */
final class MemoryStorage implements SaveStorage {

    private static final String NAME = "numbers.json";

    private final MemoryMedium medium = new MemoryMedium();
    private final SaveStorage memory = MediumStorage.of(NAME, medium, StorageOptions.DEFAULTS);
    private final List<String> saved = Collections.synchronizedList(new ArrayList<>());
    private volatile Disk disk = () -> {};
    private volatile @Nullable IOException unreadable;
    private volatile boolean closed;

    /** Something that happens while the disk is used. */
    interface Disk {

        void use() throws SaveException;
    }

    /** From now on, this happens during each save, before it takes effect. */
    void during(Disk use) {
        disk = use;
    }

    void failing(Exception reason) {
        during(() -> {
            throw new SaveException(copy(), reason.getMessage(), Aftermath.OLD_FILE_STANDS, null, reason);
        });
    }

    void failing(Aftermath aftermath) {
        during(() -> {
            throw new SaveException(copy(), "no", aftermath, null, null);
        });
    }

    void working() {
        during(() -> {});
    }

    /** Another program saves it. */
    void savedElsewhere(double number) throws IOException {
        try (SaveStore<Double> other = SaveStore.open(
                new Numbers(), MediumStorage.of(NAME, medium, StorageOptions.DEFAULTS), StoreOptions.defaults())) {
            other.save(number);
        }
    }

    void unreadable(IOException reason) {
        unreadable = reason;
    }

    /** The numbers that were saved, in their order. */
    List<Double> numbers() {
        return List.copyOf(saved).stream().map(Numbers::numberIn).toList();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Copy copy() {
        return memory.copy();
    }

    @Override
    public Durability durability() {
        return memory.durability();
    }

    @Override
    public <R> Retrieval<R> load(ContentReader<R> reader) throws IOException {
        if (unreadable != null) {
            throw unreadable;
        }
        return memory.load(reader);
    }

    @Override
    public SaveReceipt save(SaveRequest request) throws SaveException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        disk.use();
        SaveReceipt receipt = memory.save(request);
        saved.add(new String(request.body().toByteArray(), UTF_8));
        return receipt;
    }

    @Override
    public List<Copy> backups() throws IOException {
        return memory.backups();
    }

    @Override
    public List<KeptCopy> kept() throws IOException {
        return memory.kept();
    }

    @Override
    public byte[] read(Copy copy) throws IOException {
        return memory.read(copy);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        memory.close();
    }

    /** Throws what no method declares. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> E sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
