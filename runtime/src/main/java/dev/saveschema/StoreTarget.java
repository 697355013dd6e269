package dev.saveschema;

import dev.saveschema.autosave.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What an autosave saves to: its store. */
final class StoreTarget<T> implements Target<T, Encoded<T>> {

    /** A save takes its own size, its seal, and a few blocks for names. */
    private static final int BESIDE_THE_BODY = 64 << 10;

    private final SaveStore<T> store;
    private final Supplier<OptionalLong> usableSpace;
    private final Events events;

    StoreTarget(SaveStore<T> store, Supplier<OptionalLong> usableSpace, Events events) {
        this.store = store;
        this.usableSpace = usableSpace;
        this.events = events;
    }

    /** The bytes that are free where a file is, which need not exist. */
    static Supplier<OptionalLong> usableSpace(Path file) {
        return () -> {
            Path whole = file.toAbsolutePath();
            try {
                return OptionalLong.of(Files.getFileStore(Files.exists(whole) ? whole : whole.getParent())
                        .getUsableSpace());
            } catch (IOException | RuntimeException e) {
                return OptionalLong.empty(); // then nobody knows, and the next try is when it would be anyway
            }
        };
    }

    @Override
    public Encoded<T> encode(T value) {
        return store.encode(value);
    }

    @Override
    public Optional<SaveReceipt> commit(Encoded<T> encoded, BooleanSupplier isWanted) throws IOException {
        return store.commitInTurn(encoded, isWanted);
    }

    @Override
    public long room(Encoded<T> encoded) {
        return encoded.document().body().length + BESIDE_THE_BODY;
    }

    @Override
    public OptionalLong usableSpace() {
        return usableSpace.get();
    }

    @Override
    public void failed(SaveStatus.Failure failure) {
        events.failedAutomatically(failure);
    }

    @Override
    public void recovered() {
        events.savedAgain();
    }
}
