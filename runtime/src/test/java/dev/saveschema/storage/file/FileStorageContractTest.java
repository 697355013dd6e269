package dev.saveschema.storage.file;

import dev.saveschema.SyncMode;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.contract.SaveStorageContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A storage in files holds to the contract, however it is opened. */
class FileStorageContractTest {

    @TempDir
    Path directory;

    private abstract class Files extends SaveStorageContract {

        private final StorageOptions options;

        Files(StorageOptions options) {
            this.options = options;
        }

        @Override
        protected Place place() {
            return new FilePlace(directory, options);
        }

        @Override
        protected Durability durability() {
            return options.durability() == SyncMode.FULL ? Durability.ONE_DISK : Durability.BEST_EFFORT;
        }

        @Override
        protected boolean isShared() {
            return options.shared();
        }
    }

    /** By one program at a time. */
    @Nested
    class Exclusive extends Files {

        Exclusive() {
            super(StorageOptions.DEFAULTS);
        }
    }

    /** By several. */
    @Nested
    class Shared extends Files {

        Shared() {
            super(StorageOptions.DEFAULTS.lockTimeout(Duration.ofMinutes(1)).forSeveral());
        }
    }

    /** Without waiting for names to be durable. */
    @Nested
    class Atomic extends Files {

        Atomic() {
            super(StorageOptions.DEFAULTS.durability(SyncMode.ATOMIC));
        }
    }
}
