package dev.saveschema.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Refuses certain calls, always, with an exception of one's choice. */
final class DiskThatRefuses extends ForwardingDisk {

    private final BiPredicate<String, Path> refused;
    private final Function<Path, IOException> exception;
    private boolean willing;

    DiskThatRefuses(BiPredicate<String, Path> refused, Function<Path, IOException> exception) {
        this.refused = refused;
        this.exception = exception;
    }

    static DiskThatRefuses calls(String name, Function<Path, IOException> exception) {
        return new DiskThatRefuses((call, path) -> call.equals(name), exception);
    }

    static DiskThatRefuses reading(Path file, IOException exception) {
        return new DiskThatRefuses((call, path) -> call.equals("read") && path.equals(file), path -> exception);
    }

    /** It thinks better of it. */
    void relent() {
        willing = true;
    }

    @Override
    <T> T through(String name, Path path, Call<T> call) throws IOException {
        if (!willing && refused.test(name, path)) {
            throw exception.apply(path);
        }
        return call.make();
    }
}
