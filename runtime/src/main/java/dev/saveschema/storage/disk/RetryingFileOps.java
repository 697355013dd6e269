package dev.saveschema.storage.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * For Windows, where a virus scanner, an indexer or a sync client that looks at a file makes renaming and reading it fail for
 * a moment. Tries such calls again for up to ten seconds, a read for a quarter of one.
 */
record RetryingFileOps(FileOps disk, Sleeper sleeper) implements FileOps {

    private static final long[] FIRST_PAUSES = {1, 2, 5, 10, 20, 50};
    private static final long PAUSE = 100;
    private static final long MOVING_BUDGET = 10_000;
    private static final long READING_BUDGET = 250;

    /** Lets time pass, in milliseconds. */
    interface Sleeper {

        void sleep(long millis) throws InterruptedException;
    }

    private interface Call<T> {

        T make() throws IOException;
    }

    private <T> T patiently(long budget, Call<T> call) throws IOException {
        long waited = 0;
        for (int i = 0; ; i++) {
            try {
                return call.make();
            } catch (FileSystemException busy) {
                long pause = i < FIRST_PAUSES.length ? FIRST_PAUSES[i] : PAUSE;
                if (!mayPass(busy) || waited + pause > budget) {
                    throw busy;
                }
                waited += pause;
                pause(pause);
            }
        }
    }

    private static boolean mayPass(FileSystemException e) {
        // That another process has the file open has no kind of its own, and the words for it are in any language.
        return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
    }

    private void pause(long millis) throws IOException {
        try {
            sleeper.sleep(millis);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while waiting for the disk").initCause(e);
        }
    }

    @Override
    public byte[] read(Path file, long maxBytes) throws IOException {
        return patiently(READING_BUDGET, () -> disk.read(file, maxBytes));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        patiently(MOVING_BUDGET, () -> {
            disk.move(from, to);
            return to;
        });
    }

    @Override
    public Optional<Attributes> attributes(Path path) throws IOException {
        return disk.attributes(path);
    }

    @Override
    public List<String> list(Path directory, Predicate<String> wanted) throws IOException {
        return disk.list(directory, wanted);
    }

    @Override
    public Path readLink(Path link) throws IOException {
        return disk.readLink(link);
    }

    @Override
    public Path realPath(Path directory) throws IOException {
        return disk.realPath(directory);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        disk.createDirectory(directory);
    }

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        return disk.create(file, model);
    }

    @Override
    public void matchOwner(Path model, Path file) throws IOException {
        disk.matchOwner(model, file);
    }

    @Override
    public String owner(Path file) throws IOException {
        return disk.owner(file);
    }

    @Override
    public boolean isWritable(Path directory) {
        return disk.isWritable(directory);
    }

    @Override
    public void force(Path file) throws IOException {
        disk.force(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        disk.forceDirectory(directory);
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        disk.link(name, existing);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public boolean same(Path one, Path other) throws IOException {
        return disk.same(one, other);
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        return disk.openLock(file);
    }

    @Override
    public LockFile openSharedLock(Path file) throws IOException {
        return disk.openSharedLock(file);
    }
}
