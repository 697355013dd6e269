package dev.saveschema.storage.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.Checksum;

/**
 * Makes calls again that may succeed a moment later. Looking at a file and reading it are tried for a quarter of a second, since a network
 * or a medium that refuses once may give the file back the next time. On Windows a move is tried for up to ten seconds: there a virus
 * scanner, an indexer or a sync client that looks at a file makes renaming it fail for a moment.
 *
 * @param isWindows whether being denied access may pass, too
 */
record RetryingFileOps(FileOps disk, Sleeper sleeper, boolean isWindows) implements FileOps {

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
            } catch (IOException busy) {
                long pause = i < FIRST_PAUSES.length ? FIRST_PAUSES[i] : PAUSE;
                if (!mayPass(busy) || waited + pause > budget) {
                    throw busy;
                }
                waited += pause;
                pause(pause);
            }
        }
    }

    private boolean mayPass(IOException e) {
        // An exception of a class of its own, such as NoSuchFileException, is an answer. A file that another process
        // has open, or a server that is silent, has no such class, and the message may be in any language.
        return e.getClass() == FileSystemException.class || isWindows && e instanceof AccessDeniedException;
    }

    private <T> T readPatiently(Path path, Call<T> call) throws IOException {
        return patiently(READING_BUDGET, () -> {
            try {
                return call.make();
            } catch (IOException e) {
                // A read that fails on a file that is open throws an exception of no kind at all.
                throw e.getClass() == IOException.class ? named(path, e) : e;
            }
        });
    }

    private static IOException named(Path path, IOException e) {
        return (IOException) new FileSystemException(path.toString(), null, SystemError.reason(e)).initCause(e);
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
        return readPatiently(file, () -> disk.read(file, maxBytes));
    }

    @Override
    public void sum(Path file, Checksum sum) throws IOException {
        readPatiently(file, () -> {
            disk.sum(file, sum);
            return sum;
        });
    }

    @Override
    public byte[] readEnd(Path file, int most) throws IOException {
        return readPatiently(file, () -> disk.readEnd(file, most));
    }

    @Override
    public List<String> directories(Path directory) throws IOException {
        return readPatiently(directory, () -> disk.directories(directory));
    }

    @Override
    public Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException {
        return readPatiently(file, () -> disk.readEnds(file, mostFirst, mostLast));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        patiently(isWindows ? MOVING_BUDGET : 0, () -> {
            disk.move(from, to);
            return to;
        });
    }

    @Override
    public Optional<Attributes> attributes(Path path) throws IOException {
        return readPatiently(path, () -> disk.attributes(path));
    }

    @Override
    public List<String> list(Path directory, Predicate<String> wanted) throws IOException {
        return readPatiently(directory, () -> disk.list(directory, wanted));
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
    public void createDirectoryLike(Path model, Path directory) throws IOException {
        disk.createDirectoryLike(model, directory);
    }

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        return disk.create(file, model);
    }

    @Override
    public Output reopen(Path file, byte[] content) throws IOException {
        return disk.reopen(file, content);
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
    public void deleteAll(Path file) throws IOException {
        disk.deleteAll(file);
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
