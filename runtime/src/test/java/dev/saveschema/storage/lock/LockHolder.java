package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import dev.saveschema.OtherJvm;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.file.FileStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Another process, which has a file open until it is ended. */
public final class LockHolder {

    private LockHolder() {}

    public static Process start(Path file) throws IOException {
        return java(LockHolder.class, file);
    }

    static Process java(Class<?> program, Object... arguments) throws IOException {
        return OtherJvm.running(program, arguments).start();
    }

    public static void main(String[] args) throws IOException {
        try {
            FileStorage storage = FileStorage.open(Path.of(args[0]), new StorageOptions(1 << 20, Duration.ZERO));
            System.out.println("open");
            System.in.read(); // until the parent ends this, or ends
            storage.close();
        } catch (InUseException e) {
            System.out.println(e.getMessage());
            System.in.read();
        }
    }
}
