package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in which one save is kept, on a disk that refuses on request. */
final class FilePlace implements Place {

    private final Saves saves;
    private final StorageOptions options;
    private final Disk disk = new Disk();

    FilePlace(Path directory, StorageOptions options) {
        this.saves = new Saves(directory);
        this.options = options;
    }

    /** Refuses to be read, or to be written. */
    private static final class Disk extends ForwardingDisk {

        private volatile boolean refusesReads;
        private volatile boolean refusesWrites;

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (refusesReads && name.equals("read") || refusesWrites && name.equals("create")) {
                throw new IOException("refused");
            }
            return call.make();
        }
    }

    @Override
    public SaveStorage open() throws IOException {
        return saves.open(disk, options);
    }

    @Override
    public void overwrite(Copy copy, byte[] bytes) throws IOException {
        Path file = copy.path().orElseThrow();
        Files.delete(file); // another name of the same file is another copy
        Files.write(file, bytes);
    }

    @Override
    public void refuseWrites(boolean refused) {
        disk.refusesWrites = refused;
    }

    @Override
    public void refuseReads(boolean refused) {
        disk.refusesReads = refused;
    }

    @Override
    public void close() {
        // the folder goes by itself
    }
}
