package dev.saveschema.storage;

import dev.saveschema.InUseException;
import dev.saveschema.storage.FileOps.Attributes;
import dev.saveschema.storage.FileOps.LockFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a file, among the storages of this process and among processes. It ends with the process at the latest,
 * so there are no stale ones; the text in the lock file is for messages only.
 *
 * <p>Where the lock file cannot be created, the directory cannot be written at all. Then the file is open for loading, and the
 * lock is asked for again by each save.
 */
final class Lease {

    private static final long PAUSE_MILLIS = 25;

    private final FileOps ops;
    private final Neighbours names;
    private final Duration timeout;
    private final String owner;
    private final Tenancy tenancy;
    private @Nullable LockFile lock;

    private Lease(FileOps ops, Neighbours names, Duration timeout, String owner, Tenancy tenancy) {
        this.ops = ops;
        this.names = names;
        this.timeout = timeout;
        this.owner = owner;
        this.tenancy = tenancy;
    }

    /** @throws InUseException if somebody else has it, and still has when the timeout is over */
    static Lease take(FileOps ops, Neighbours names, Duration timeout, Instant now) throws IOException {
        String owner = "process " + ProcessHandle.current().pid() + " on host " + host() + " since "
                + now.truncatedTo(ChronoUnit.SECONDS);
        Lease lease = new Lease(ops, names, timeout, owner, Tenancy.of(names.live(), keys(ops, names), owner));
        try {
            lease.lock();
            return lease;
        } catch (Throwable e) {
            lease.tenancy.close();
            throw e;
        }
    }

    // On a volume that does not tell upper from lower case, the file behind two names is the same.
    private static Set<Object> keys(FileOps ops, Neighbours names) throws IOException {
        Set<Object> keys = new HashSet<>();
        keys.add(names.live());
        ops.attributes(names.lock()).map(Attributes::fileKey).ifPresent(keys::add);
        return keys;
    }

    private static String host() {
        String unix = System.getenv("HOSTNAME");
        String name = unix == null ? System.getenv("COMPUTERNAME") : unix;
        return name == null ? "unknown" : name; // asking the network could take seconds
    }

    /** Whether the file may be changed. */
    boolean isHeld() {
        return lock != null;
    }

    /** Tries again what was not possible when the file was opened. */
    void require() throws IOException {
        if (lock == null) {
            lock = locked(ops.openLock(names.lock()));
        }
    }

    private void lock() throws IOException {
        LockFile file;
        try {
            file = ops.openLock(names.lock());
        } catch (IOException notWritable) {
            return; // good enough for loading; save asks again, and then it is an error
        }
        lock = locked(file);
    }

    private LockFile locked(LockFile opened) throws IOException {
        LockFile file = opened;
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                Optional<Object> before = key();
                if (!file.tryLock()) {
                    waitOrGiveUp(file, deadline);
                } else if (before.equals(key())) {
                    before.ifPresent(key -> tenancy.add(key, owner));
                    sign(file);
                    return file;
                } else {
                    // Somebody deleted the lock file meanwhile: what is locked has no name any more.
                    file.close();
                    file = ops.openLock(names.lock());
                }
            }
        } catch (Throwable e) {
            close(file, e);
            throw e;
        }
    }

    private Optional<Object> key() throws IOException {
        return ops.attributes(names.lock()).map(found -> Objects.requireNonNullElse(found.fileKey(), names.lock()));
    }

    private void waitOrGiveUp(LockFile file, long deadline) throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            String text = file.text();
            throw new InUseException(names.live(), isOwner(text) ? text : "another process");
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while waiting for a lock").initCause(e);
        }
    }

    /** Whether a terminal may be shown this: anybody who can write the file may have written it. */
    private static boolean isOwner(String text) {
        return !text.isEmpty() && text.codePoints().noneMatch(Lease::isHarmful);
    }

    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private void sign(LockFile file) {
        try {
            file.write(owner);
        } catch (IOException e) {
            // On a full disk, say. The lock is what counts; others will be told less about who has it.
        }
    }

    private static void close(LockFile file, Throwable cause) {
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void release() throws IOException {
        LockFile held = lock;
        lock = null;
        try {
            if (held != null) {
                held.close();
            }
        } finally {
            tenancy.close();
        }
    }
}
