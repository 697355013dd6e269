package dev.saveschema.storage;

import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
import java.io.IOException;
import java.util.List;

/**
 * Keeps one save and its older generations. {@code FileStorage} keeps them in a file and its neighbours.
 *
 * <p>Implementations are safe for use by several threads; calls take effect one after the other.
 */
public interface SaveStorage extends AutoCloseable {

    /**
     * Finds the newest content that can be used, and changes nothing.
     *
     * @throws IOException if the medium refuses to be read, which is not the same as content being absent or damaged
     */
    <R> Retrieval<R> load(ContentReader<R> reader) throws IOException;

    /**
     * Makes the body the newest generation. When this returns, it is durable; nothing is written if it is what the newest
     * generation holds already. Follows a {@link #load}, since a save must know what it replaces.
     *
     * @throws SaveException if it could not be made so; its aftermath says what stands on the medium now
     */
    SaveReceipt save(SaveRequest request) throws SaveException;

    /**
     * The older generations that are kept, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<Copy> backups() throws IOException;

    /**
     * What was kept aside, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<KeptCopy> kept() throws IOException;

    /**
     * The bytes of a backup, of what was kept aside, or of the save itself.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the medium refuses to be read
     */
    byte[] read(Copy copy) throws IOException;

    /** Gives up the lock. Unsaved content is not saved by this. */
    @Override
    void close() throws IOException;
}
