package dev.saveschema.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileOps.LockFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a file, among the storages of this process and among processes. It ends with the process at the latest,
 * so there are no stale ones; the text in the lock file is for messages only.
 *
 * <p>Where the lock file cannot be created, the directory cannot be written at all. Then the file is open for loading, and the
 * lock is asked for again by each save.
 */
public final class SaveLock {

    private static final long PAUSE_MILLIS = 25;
    private static final int MOST_ATTEMPTS = 100;
    private static final Pattern SIGNATURE = Pattern.compile("process [0-9]+( on host .*)? since [-0-9T:]+Z");
    private static final Path HOST_NAME = Path.of("/etc/hostname");
    private static final int LONGEST_HOST_NAME = 255;

    private final FileOps ops;
    private final FileNames names;
    private final Duration timeout;
    private final String owner;
    private final OpenFiles tenancy;
    private @Nullable LockFile lock;

    /** Which file is locked. */
    private Optional<Object> locked = Optional.empty();

    private SaveLock(FileOps ops, FileNames names, Duration timeout, String owner, OpenFiles tenancy) {
        this.ops = ops;
        this.names = names;
        this.timeout = timeout;
        this.owner = owner;
        this.tenancy = tenancy;
    }

    /** @throws InUseException if somebody else has it, and still has when the timeout is over */
    public static SaveLock take(FileOps ops, FileNames names, Duration timeout, Instant now) throws IOException {
        String owner = "process " + ProcessHandle.current().pid() + host(ops) + " since "
                + now.truncatedTo(ChronoUnit.SECONDS);
        SaveLock saveLock =
                new SaveLock(ops, names, timeout, owner, OpenFiles.of(names.live(), keys(ops, names), owner));
        try {
            saveLock.lockIfItOpens();
            return saveLock;
        } catch (Throwable e) {
            saveLock.tenancy.close();
            throw e;
        }
    }

    // On a volume that does not tell upper from lower case, the file behind two names is the same.
    private static Set<Object> keys(FileOps ops, FileNames names) throws IOException {
        Set<Object> keys = new HashSet<>();
        keys.add(names.live());
        ops.attributes(names.lock()).map(Attributes::fileKey).ifPresent(keys::add);
        return keys;
    }

    // Asking the network could take seconds.
    private static String host(FileOps ops) {
        for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
            String name = System.getenv(variable);
            if (name != null) {
                return " on host " + name;
            }
        }
        try {
            String name = new String(ops.read(HOST_NAME, LONGEST_HOST_NAME), UTF_8).strip();
            return isHarmless(name) ? " on host " + name : "";
        } catch (IOException notToBeHad) {
            return ""; // the number of the process says most of it
        }
    }

    /** Whether the file may be changed. */
    public boolean isHeld() {
        return lock != null;
    }

    /** Tries again what was not possible when the file was opened, or what somebody undid who deleted the lock file. */
    public void require() throws IOException {
        if (lock != null && !key().equals(locked)) {
            loseLock();
        }
        if (lock == null) {
            lock(openLock());
        }
    }

    private void loseLock() throws IOException {
        LockFile nameless = Objects.requireNonNull(lock);
        lock = null;
        locked.ifPresent(tenancy::remove);
        nameless.close();
    }

    private void lockIfItOpens() throws IOException {
        Opened opened;
        try {
            opened = openLock();
        } catch (IOException notWritable) {
            return; // good enough for loading; save asks again, and then it is an error
        }
        lock(opened);
    }

    /** @param key which file had the name before it was opened; empty if none had */
    private record Opened(LockFile file, Optional<Object> key) {}

    private Opened openLock() throws IOException {
        Optional<Object> before = key();
        LockFile file = ops.openLock(names.lock());
        if (before.isEmpty()) {
            shareWithOwner();
        }
        return new Opened(file, before);
    }

    // Where an administrator opens somebody's save, that person must be able to lock it afterwards.
    private void shareWithOwner() {
        try {
            Optional<Attributes> live = ops.attributes(names.live());
            if (live.isPresent() && isForItsOwner(live.get())) {
                ops.matchOwner(names.live(), names.lock());
            }
        } catch (IOException e) {
            // Then it is ours alone, and whoever cannot open it is told so.
        }
    }

    private static boolean isForItsOwner(Attributes file) {
        return file.permissions().containsAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    private void lock(Opened first) throws IOException {
        Opened opened = first;
        try {
            long deadline = System.nanoTime() + nanos(timeout);
            for (int attempt = 1; !isLocked(opened, deadline); attempt++) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new FileSystemException(names.lock().toString(), null, "replaced again and again");
                }
                // It was created just now, or somebody replaced it meanwhile: then what is locked may be nameless.
                opened.file().close();
                opened = openLock();
            }
            sign(opened.file());
        } catch (Throwable e) {
            close(opened.file(), e);
            throw e;
        }
        lock = opened.file();
        locked = opened.key();
    }

    private boolean isLocked(Opened opened, long deadline) throws IOException {
        while (!opened.file().tryLock()) {
            waitOrGiveUp(opened.file(), deadline);
        }
        boolean hasTheName = opened.key().isPresent() && opened.key().equals(key());
        if (hasTheName) {
            tenancy.add(opened.key().get(), owner);
        }
        return hasTheName;
    }

    // Half the range: two times of the clock are compared by their difference.
    private static long nanos(Duration timeout) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return timeout.compareTo(longest) < 0 ? timeout.toNanos() : longest.toNanos();
    }

    private Optional<Object> key() throws IOException {
        Optional<Attributes> found = ops.attributes(names.lock());
        if (found.isPresent() && found.get().kind() != Kind.FILE) {
            throw new FileSystemException(names.lock().toString(), null, "not a regular file");
        }
        return found.map(file -> Objects.requireNonNullElse(file.fileKey(), names.lock()));
    }

    private void waitOrGiveUp(LockFile file, long deadline) throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            String text = file.text();
            throw new InUseException(names.live(), isHarmless(text) ? text : "another process");
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while waiting for a lock").initCause(e);
        }
    }

    /** Whether a terminal may be shown this: anybody who can write the file may have written it. */
    private static boolean isHarmless(String text) {
        return !text.isEmpty() && text.codePoints().noneMatch(SaveLock::isHarmful);
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
            String text = file.text();
            if (text.isEmpty() || SIGNATURE.matcher(text).matches()) { // else it may be somebody's, and worth something
                file.write(owner);
            }
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

    public void release() throws IOException {
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
