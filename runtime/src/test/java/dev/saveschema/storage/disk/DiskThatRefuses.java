package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Refuses certain calls, always, with an exception of one's choice. */
public final class DiskThatRefuses extends ForwardingDisk {

    private final BiPredicate<String, Path> refused;
    private final Function<Path, IOException> exception;
    private boolean willing;

    public DiskThatRefuses(BiPredicate<String, Path> refused, Function<Path, IOException> exception) {
        this.refused = refused;
        this.exception = exception;
    }

    public static DiskThatRefuses calls(String name, Function<Path, IOException> exception) {
        return new DiskThatRefuses((call, path) -> call.equals(name), exception);
    }

    public static DiskThatRefuses reading(Path file, IOException exception) {
        return new DiskThatRefuses((call, path) -> call.equals("read") && path.equals(file), path -> exception);
    }

    /** Lets the disk work again. */
    public void relent() {
        willing = true;
    }

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        if (!willing && refused.test(name, path)) {
            throw exception.apply(path);
        }
        return call.make();
    }
}
