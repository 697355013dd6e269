package dev.saveschema;

import dev.saveschema.autosave.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What an autosave saves to: the session of its store. */
final class StoreTarget<T> implements Target<T, Encoded<T>> {

    /** A save takes its own size, its seal, and a few blocks for names. */
    private static final int BESIDE_THE_BODY = 64 << 10;

    private final SaveSession<T> session;
    private final Supplier<OptionalLong> usableSpace;
    private final Events events;

    StoreTarget(SaveSession<T> session, Supplier<OptionalLong> usableSpace, Events events) {
        this.session = session;
        this.usableSpace = usableSpace;
        this.events = events;
    }

    /** The bytes that are free where a save is; empty where that is no file, and where nobody can tell. The file need not exist. */
    static OptionalLong usableSpace(Copy save) {
        if (save.path().isEmpty()) {
            return OptionalLong.empty();
        }
        Path whole = save.path().get().toAbsolutePath();
        try {
            return OptionalLong.of(Files.getFileStore(Files.exists(whole) ? whole : whole.getParent())
                    .getUsableSpace());
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty(); // then nobody knows, and the next try is when it would be anyway
        }
    }

    @Override
    public Encoded<T> encode(T value) {
        return session.encode(value);
    }

    @Override
    public Optional<SaveReceipt> commit(Encoded<T> encoded, BooleanSupplier isWanted) throws IOException {
        return session.commitInTurn(encoded, isWanted);
    }

    @Override
    public boolean mayPass(Throwable reason) {
        return !(reason instanceof NewerVersionException || reason instanceof ConflictException);
    }

    @Override
    public long room(Encoded<T> encoded) {
        return encoded.document().body().length() + BESIDE_THE_BODY;
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
