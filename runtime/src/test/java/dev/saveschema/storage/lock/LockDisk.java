package dev.saveschema.storage.lock;

import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real disk, which counts the files that are opened on it and not closed, and may refuse to lock or close lock files. */
public class LockDisk extends ForwardingDisk {

    private final List<String> open = new ArrayList<>();
    private final List<String> lockFiles = new ArrayList<>();
    private boolean refusesToLock;
    private boolean refusesToClose;

    /** The names of files that are open now. */
    List<String> open() {
        return List.copyOf(open);
    }

    /** The names of the lock files that were opened so far. */
    List<String> lockFiles() {
        return List.copyOf(lockFiles);
    }

    void refuseToLock() {
        refusesToLock = true;
    }

    public void refuseToClose() {
        refusesToClose = true;
    }

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        Output output = super.create(file, model);
        String name = file.getFileName().toString();
        open.add(name);
        return new Output() {
            @Override
            public void write(byte[] bytes) throws IOException {
                output.write(bytes);
            }

            @Override
            public void writeAllOf(Path source) throws IOException {
                output.writeAllOf(source);
            }

            @Override
            public void force() throws IOException {
                output.force();
            }

            @Override
            public void close() throws IOException {
                open.remove(name);
                output.close();
            }
        };
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        return counted(file, super.openLock(file));
    }

    @Override
    public LockFile openSharedLock(Path file) throws IOException {
        return counted(file, super.openSharedLock(file));
    }

    private LockFile counted(Path file, LockFile lock) {
        String name = file.getFileName().toString();
        open.add(name);
        lockFiles.add(name);
        return new LockFile() {
            @Override
            public boolean tryLock() throws IOException {
                if (refusesToLock) {
                    throw new IOException("No locks available");
                }
                return lock.tryLock();
            }

            @Override
            public String text() throws IOException {
                return lock.text();
            }

            @Override
            public void write(String text) throws IOException {
                lock.write(text);
            }

            @Override
            public void close() throws IOException {
                open.remove(name);
                lock.close();
                if (refusesToClose) {
                    throw new IOException("Input/output error");
                }
            }
        };
    }
}
