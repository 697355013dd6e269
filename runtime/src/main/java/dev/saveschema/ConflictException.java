package dev.saveschema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else has saved since this store last loaded or saved: nothing was replaced. The exception has both values, so that
 * they can be merged. To go on, {@link SaveStore#load} takes over what is stored; the next save then replaces that:
 *
 * <pre>{@code
 * try {
 *     store.save(mine);
 * } catch (ConflictException conflict) {
 *     Progress theirs = store.load().value();
 *     store.save(merge(mine, theirs));
 * }
 * }</pre>
 *
 * <p>{@link SaveStore#update} does so by itself. Only a store that is {@link StoreOptions#shared}, or whose storage is shared by
 * its nature, as a table of a database is, throws this.
 */
public final class ConflictException extends SaveException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object refused;
    private final transient @Nullable LoadResult<?> stored;

    /**
     * Of a storage, which knows bytes and no values.
     *
     * @param detail what is known of the other save, as in {@code generation 43 was saved meanwhile}
     */
    public ConflictException(Copy copy, String detail) {
        super(copy, detail, Aftermath.OLD_FILE_STANDS, null, null);
        this.refused = null;
        this.stored = null;
    }

    private ConflictException(ConflictException first, @Nullable Object refused, @Nullable LoadResult<?> stored) {
        super(first);
        this.refused = refused;
        this.stored = stored;
    }

    /** The same, with the values. */
    ConflictException between(Object mine, @Nullable LoadResult<?> theirs) {
        return new ConflictException(this, mine, theirs);
    }

    @Override
    ConflictException retold() {
        return new ConflictException(this, refused, stored);
    }

    /**
     * The value that was not saved.
     *
     * @param record the type of the store's values
     * @throws ClassCastException if it is another
     */
    public <T> T refused(Class<T> record) {
        return Objects.requireNonNull(record.cast(refused));
    }

    /**
     * The value that somebody else has saved, repaired and migrated as by a load.
     *
     * @param record the type of the store's values
     * @throws ClassCastException if it is another
     * @throws IllegalStateException if it could not be read just then; {@link SaveStore#load} says why
     */
    public <T> T stored(Class<T> record) {
        if (stored == null) {
            throw new IllegalStateException("what is stored could not be read; load() says why", this);
        }
        return record.cast(stored.value());
    }
}
