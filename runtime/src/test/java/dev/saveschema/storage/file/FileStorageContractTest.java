package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.contract.SaveStorageContract;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A storage in files holds to the contract. */
class FileStorageContractTest extends SaveStorageContract {

    @TempDir
    Path directory;

    /** Refuses to be read, or to be written. */
    private static final class Disk extends ForwardingDisk {

        private boolean refusesReads;
        private boolean refusesWrites;

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (refusesReads && name.equals("read") || refusesWrites && name.equals("create")) {
                throw new IOException("refused");
            }
            return call.make();
        }
    }

    @Override
    protected Place place() {
        Saves saves = new Saves(directory);
        Disk disk = new Disk();
        return new Place() {

            @Override
            public SaveStorage open() throws IOException {
                return saves.open(disk);
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
        };
    }

    @Override
    protected Durability durability() {
        return Durability.ONE_DISK;
    }

    @Override
    protected boolean isShared() {
        return false;
    }
}
