package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.Checksum;

/**
 * The real disk; every call goes through {@link #through}, where a fake can step in. Only forcing has no effect: no test cuts the
 * power, and there are thousands of saves.
 */
public class ForwardingDisk implements FileOps {

    private final FileOps disk;
    private final boolean forces;

    public ForwardingDisk() {
        this(new DiskFileOps(), false);
    }

    /** Another disk, on which forcing may have an effect. */
    protected ForwardingDisk(FileOps disk, boolean forces) {
        this.disk = disk;
        this.forces = forces;
    }

    public interface Call<T> {

        T make() throws IOException;
    }

    interface Change {

        void make() throws IOException;
    }

    /** @param name the method, and for those of an open file, the method after "output" or "lock" */
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        return call.make();
    }

    private void change(String name, Path path, Change change) throws IOException {
        through(name, path, () -> {
            change.make();
            return path;
        });
    }

    @Override
    public Optional<Attributes> attributes(Path path) throws IOException {
        return through("attributes", path, () -> disk.attributes(path));
    }

    @Override
    public byte[] read(Path file, long maxBytes) throws IOException {
        return through("read", file, () -> disk.read(file, maxBytes));
    }

    @Override
    public void sum(Path file, Checksum sum) throws IOException {
        through("sum", file, () -> {
            disk.sum(file, sum);
            return sum;
        });
    }

    @Override
    public byte[] readEnd(Path file, int most) throws IOException {
        return through("readEnd", file, () -> disk.readEnd(file, most));
    }

    @Override
    public Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException {
        return through("readEnds", file, () -> disk.readEnds(file, mostFirst, mostLast));
    }

    @Override
    public List<String> list(Path directory, Predicate<String> wanted) throws IOException {
        return through("list", directory, () -> disk.list(directory, wanted));
    }

    @Override
    public List<String> directories(Path directory) throws IOException {
        return through("directories", directory, () -> disk.directories(directory));
    }

    @Override
    public Path readLink(Path link) throws IOException {
        return through("readLink", link, () -> disk.readLink(link));
    }

    @Override
    public Path realPath(Path directory) throws IOException {
        return through("realPath", directory, () -> disk.realPath(directory));
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        change("createDirectory", directory, () -> disk.createDirectory(directory));
    }

    @Override
    public void createDirectoryLike(Path model, Path directory) throws IOException {
        change("createDirectory", directory, () -> disk.createDirectoryLike(model, directory));
    }

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        return forwarding(file, through("create", file, () -> disk.create(file, model)));
    }

    @Override
    public Output reopen(Path file, byte[] content) throws IOException {
        return forwarding(file, through("reopen", file, () -> disk.reopen(file, content)));
    }

    private Output forwarding(Path file, Output output) {
        return new Output() {
            @Override
            public void write(byte[] bytes) throws IOException {
                change("output write", file, () -> output.write(bytes));
            }

            @Override
            public void writeAllOf(Path source) throws IOException {
                change("output write", file, () -> output.writeAllOf(source));
            }

            @Override
            public void force() throws IOException {
                change("output force", file, () -> {
                    if (forces) {
                        output.force();
                    }
                });
            }

            @Override
            public void close() throws IOException {
                change("output close", file, output::close);
            }
        };
    }

    @Override
    public void matchOwner(Path model, Path file) throws IOException {
        change("matchOwner", file, () -> disk.matchOwner(model, file));
    }

    @Override
    public String owner(Path file) throws IOException {
        return disk.owner(file);
    }

    @Override
    public boolean isWritable(Path directory) {
        try {
            return through("isWritable", directory, () -> disk.isWritable(directory));
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public void force(Path file) throws IOException {
        change("force", file, () -> {
            if (forces) {
                disk.force(file);
            }
        });
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change("forceDirectory", directory, () -> {
            if (forces) {
                disk.forceDirectory(directory);
            }
        });
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        change("link", name, () -> disk.link(name, existing));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        change("move", to, () -> disk.move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        change("delete", file, () -> disk.delete(file));
    }

    @Override
    public void deleteAll(Path file) throws IOException {
        change("deleteAll", file, () -> disk.deleteAll(file));
    }

    @Override
    public boolean same(Path one, Path other) throws IOException {
        return through("same", one, () -> disk.same(one, other));
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        return forwarding(file, through("openLock", file, () -> disk.openLock(file)));
    }

    @Override
    public LockFile openSharedLock(Path file) throws IOException {
        return forwarding(file, through("openSharedLock", file, () -> disk.openSharedLock(file)));
    }

    private LockFile forwarding(Path file, LockFile lock) {
        return new LockFile() {
            @Override
            public boolean tryLock() throws IOException {
                return through("lock tryLock", file, lock::tryLock);
            }

            @Override
            public String text() throws IOException {
                return through("lock text", file, lock::text);
            }

            @Override
            public void write(String text) throws IOException {
                change("lock write", file, () -> lock.write(text));
            }

            @Override
            public void close() throws IOException {
                lock.close(); // not refused: when a process ends, its locks do, however it ends
            }
        };
    }
}
