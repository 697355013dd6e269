package dev.saveschema.storage;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
import java.io.IOException;
import java.util.List;

/**
 * Keeps one save and its older generations, wherever that is: a {@link dev.saveschema.SaveStore} needs no more of a place than
 * this. A storage understands nothing but bytes, and asks a {@link ContentReader} what they mean.
 *
 * <p>There are two: one that keeps a save in a file and its neighbours, which {@link dev.saveschema.SaveStore#open} opens; and
 * {@link dev.saveschema.storage.medium.MediumStorage}, for whatever can keep numbered generations, such as a table of a database.
 * A third one must pass {@code SaveStorageContract}, which is in the {@code test-jar} of this module.
 *
 * <p>Implementations are safe for use by several threads; calls take effect one after the other. Once closed, each of them but
 * {@link #copy}, {@link #durability} and {@link #close} throws an {@link IllegalStateException}.
 */
public interface SaveStorage extends AutoCloseable {

    /** The save itself, as it is called in messages. */
    Copy copy();

    /** The failures that a save survives once {@link #save} has returned. */
    Durability durability();

    /**
     * Finds the newest content that can be used, and changes nothing.
     *
     * @throws IOException if the medium refuses to be read, which is not the same as content being absent or damaged
     */
    <R> Retrieval<R> load(ContentReader<R> reader) throws IOException;

    /**
     * Makes the body the newest generation. When this returns, the body is as durable as {@link #durability} says; nothing is written if
     * the newest generation holds it already. Must follow a {@link #load}, since a save must know what it replaces.
     *
     * <p>A storage that others may save to at the same time compares and swaps: it replaces only the generation that was last
     * loaded or saved here. A storage that keeps others out for as long as it is open need not; it keeps aside what an editor changed
     * all the same.
     *
     * @throws ConflictException if somebody else has saved since. Every further save is refused, too, until the next {@link #load}
     * @throws SaveException if the save failed; its aftermath says what stands on the medium now
     * @throws IllegalStateException if nothing was loaded yet
     */
    SaveReceipt save(SaveRequest request) throws SaveException;

    /**
     * The older generations that are kept, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<Copy> backups() throws IOException;

    /**
     * The copies that were kept aside, the newest first.
     *
     * @throws IOException if the medium refuses to be asked
     */
    List<KeptCopy> kept() throws IOException;

    /**
     * The bytes of a backup, of what was kept aside, or of the save itself, seal included.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the medium refuses to be read, or the copy is gone meanwhile
     */
    byte[] read(Copy copy) throws IOException;

    /** Gives up what is held. Unsaved content is not saved by this. Closing twice does no harm. */
    @Override
    void close() throws IOException;
}
