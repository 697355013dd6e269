package dev.saveschema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is saved in a list, and does on request what a disk may do meanwhile. */
final class MemoryStorage implements SaveStorage {

    static final Path FILE = Path.of("numbers.json");

    private final List<String> saved = Collections.synchronizedList(new ArrayList<>());
    private volatile Disk disk = () -> {};
    private volatile @Nullable IOException unreadable;
    private volatile boolean closed;

    /** What happens while the disk is used. */
    interface Disk {

        void use() throws SaveException;
    }

    /** From now on, this happens during each save, before it takes effect. */
    void during(Disk use) {
        disk = use;
    }

    void failing(Exception reason) {
        during(() -> {
            throw new SaveException(
                    Copy.of(FILE), reason.getMessage(), SaveException.Aftermath.OLD_FILE_STANDS, null, reason);
        });
    }

    void working() {
        during(() -> {});
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
    public <R> Retrieval<R> load(ContentReader<R> reader) throws IOException {
        if (unreadable != null) {
            throw unreadable;
        }
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
    public SaveReceipt save(SaveRequest request) throws SaveException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        disk.use();
        saved.add(new String(request.body(), UTF_8));
        return new SaveReceipt(saved.size(), true, Optional.empty(), List.of());
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
        closed = true;
    }

    /** Throws what no method declares. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> E sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
