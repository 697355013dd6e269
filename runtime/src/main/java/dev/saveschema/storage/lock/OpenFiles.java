package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileOps.LockFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A save that is open in this process, and the registry of all of them. A lock cannot answer whether a file is open here: on POSIX
 * systems it belongs to the whole process, and it is lost as soon as anybody in the process closes the same file.
 *
 * <p>So the registry knows a save by its path, and by which file its lock file is, whatever path leads there. A lock file that is
 * known is not opened again. If one turns out to be known only after it was opened, because two ways to it were taken at the same
 * time, the save that came second leaves it open, and the save that has the lock closes it with its own.
 */
final class OpenFiles {

    private static final Map<Object, OpenFiles> OPEN = new HashMap<>();

    /** Opened lock files that may be those of another save that is open here. They are closed when nothing is open. */
    private static final List<LockFile> ABANDONED = new ArrayList<>();

    private final Path live;
    private final String owner;
    private final List<LockFile> strays = new ArrayList<>();
    private Optional<Object> lockKey = Optional.empty();

    private OpenFiles(Path live, String owner) {
        this.live = live;
        this.owner = owner;
    }

    /**
     * Registers a file as open.
     *
     * @param live the file, by the real path of its directory and by its name as that directory spells it
     * @throws InUseException if the file is open already
     */
    static OpenFiles add(Path live, String owner) throws InUseException {
        OpenFiles added = new OpenFiles(live, owner);
        synchronized (OPEN) {
            added.requireFree(live);
            OPEN.put(live, added);
        }
        return added;
    }

    /**
     * Registers the identity of the lock file, before that is opened.
     *
     * @throws InUseException if another save that is open has the same lock file
     */
    void lockIs(Object key) throws InUseException {
        synchronized (OPEN) {
            requireFree(key);
            lockKey.ifPresent(OPEN::remove);
            OPEN.put(key, this);
            lockKey = Optional.of(key);
        }
    }

    /**
     * As {@link #lockIs(Object)}, for a lock file that is open already.
     *
     * @throws InUseException if another save that is open has the same lock file. The caller must not close it then: the other one does
     */
    void lockIs(Object key, LockFile opened) throws InUseException {
        synchronized (OPEN) {
            OpenFiles other = OPEN.get(key);
            if (other != null && other != this) {
                other.strays.add(opened);
            }
            lockIs(key);
        }
    }

    /** Leaves an opened lock file to be closed when nothing is open here, so that no other lock on it is lost. */
    void abandon(LockFile opened) {
        synchronized (OPEN) {
            ABANDONED.add(opened);
        }
    }

    private void requireFree(Object key) throws InUseException {
        OpenFiles other = OPEN.get(key);
        if (other != null && other != this) {
            throw new InUseException(
                    live, "this program itself: " + other.owner + "; use the store that is open, or close it first");
        }
    }

    /** Closes the lock file, if there is one, and registers the save as closed. */
    void close(@Nullable LockFile lock) throws IOException {
        try {
            if (lock != null) {
                lock.close();
            }
        } finally {
            for (List<LockFile> closing = nextStrays(); !closing.isEmpty(); closing = nextStrays()) {
                closeAll(closing);
            }
        }
    }

    /** The strays that are not closed yet. If there are none, the file is not open any more: nobody can leave another one here. */
    private List<LockFile> nextStrays() {
        synchronized (OPEN) {
            List<LockFile> next = List.copyOf(strays);
            strays.clear();
            if (next.isEmpty()) {
                OPEN.remove(live, this);
                lockKey.ifPresent(key -> OPEN.remove(key, this));
            }
            if (OPEN.isEmpty()) {
                next = List.copyOf(ABANDONED);
                ABANDONED.clear();
            }
            return next;
        }
    }

    private static void closeAll(List<LockFile> strays) {
        for (LockFile stray : strays) {
            try {
                stray.close();
            } catch (IOException e) {
                // The stray was never locked, and nothing was written to it.
            }
        }
    }
}
