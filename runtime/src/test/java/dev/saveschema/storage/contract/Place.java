package dev.saveschema.storage.contract;

import dev.saveschema.Copy;
import dev.saveschema.storage.SaveStorage;
import java.io.IOException;

/** A place for one save of the storage under test; empty at first. */
public interface Place extends AutoCloseable {

    /** A storage on the save that is here, as another program would open it. */
    SaveStorage open() throws IOException;

    /** Replaces the bytes of a copy behind the back of every storage, as damage, an edit or another program would. */
    void overwrite(Copy copy, byte[] bytes) throws IOException;

    /** From now on, nothing can be written here; or again, it can. */
    void refuseWrites(boolean refused) throws IOException;

    /** From now on, nothing can be read here; or again, it can. */
    void refuseReads(boolean refused) throws IOException;

    /** Gives up what it is made of. */
    @Override
    void close() throws IOException;
}
