package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is open in this process. A lock cannot answer that: on POSIX systems it belongs to the whole process, and is lost as soon
 * as anybody in it closes the same file. So nobody opens a lock file before it is his here.
 */
final class OpenFiles implements AutoCloseable {

    private static final Map<Object, String> OWNERS = new HashMap<>();

    private final Set<Object> keys;

    private OpenFiles(Set<Object> keys) {
        this.keys = new HashSet<>(keys);
    }

    /**
     * @param keys what tells the file from all others; two of them where one can have several names
     * @throws InUseException if one of the keys is taken
     */
    static OpenFiles of(Path file, Set<Object> keys, String owner) throws IOException {
        synchronized (OWNERS) {
            for (Object key : keys) {
                String other = OWNERS.get(key);
                if (other != null) {
                    throw new InUseException(file, "this program itself: " + other);
                }
            }
            keys.forEach(key -> OWNERS.put(key, owner));
        }
        return new OpenFiles(keys);
    }

    /** One more thing that tells the file from others, known only now. */
    void add(Object key, String owner) {
        synchronized (OWNERS) {
            keys.add(key);
            OWNERS.put(key, owner);
        }
    }

    /** What does not tell it from others any more. */
    void remove(Object key) {
        synchronized (OWNERS) {
            keys.remove(key);
            OWNERS.remove(key);
        }
    }

    @Override
    public void close() {
        synchronized (OWNERS) {
            keys.forEach(OWNERS::remove);
        }
    }
}
