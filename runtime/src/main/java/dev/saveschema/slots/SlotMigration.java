package dev.saveschema.slots;

import dev.saveschema.ConflictException;
import dev.saveschema.InUseException;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.bulk.MigrationSource;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.bulk.MigrationSummary.Left;
import dev.saveschema.document.HeadReader;
import dev.saveschema.storage.slots.SlotEntry;
import dev.saveschema.storage.slots.SlotFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The slots of a folder, each known by its own. It is looked at first, and opened only if there is something to do. */
final class SlotMigration<T> implements MigrationSource<Path> {

    /** Each save waits for the disk, and progress is told after a page. */
    private static final int LARGEST_PAGE = 20;

    private final Schema<T> schema;
    private final SlotFolder folder;
    private final StoreOptions options;

    SlotMigration(Schema<T> schema, SlotFolder folder, StoreOptions options) {
        this.schema = schema;
        this.folder = folder;
        // A program has its save open for as long as it runs; only where saves are shared is a lock soon free again.
        boolean isShared = options.storage(schema).shared();
        this.options = (isShared ? options : options.lockTimeout(Duration.ZERO)).withoutLog();
    }

    @Override
    public long count() throws IOException {
        long count = 0;
        for (Path slot : folder.slots()) {
            count += isOlder(slot) ? 1 : 0;
        }
        return count;
    }

    @Override
    public Pages<Path> older(int most) throws IOException {
        Iterator<Path> slots = folder.slots().iterator();
        return () -> {
            List<Path> page = new ArrayList<>();
            while (slots.hasNext() && page.size() < Math.min(most, LARGEST_PAGE)) {
                Path slot = slots.next();
                if (isOlder(slot)) {
                    page.add(slot);
                }
            }
            return page;
        };
    }

    /** Whether there is a save of which both ends do not show that it is of this version or a newer one. */
    private boolean isOlder(Path slot) throws IOException {
        Optional<SlotEntry> entry = folder.look(slot);
        if (entry.isEmpty()) {
            return false;
        }
        OptionalInt version =
                entry.get().ends().map(ends -> HeadReader.version(ends.head())).orElseGet(OptionalInt::empty);
        if (version.isPresent()) {
            return version.getAsInt() < schema.version();
        }
        try {
            return MigrationSource.isOlder(schema, load(entry.get()));
        } catch (IOException refused) {
            return true; // and is listed as what cannot be read
        }
    }

    private LoadResult<T> load(SlotEntry entry) throws IOException {
        return SaveStore.openReadOnly(schema, entry.save(), options).load();
    }

    @Override
    public MigrationSummary migrate(List<Path> page, boolean isDryRun) throws IOException {
        Tally tally = new Tally();
        for (Path slot : page) {
            Optional<SlotEntry> entry = folder.look(slot);
            if (entry.isEmpty()) {
                tally.overtaken++;
            } else {
                migrate(slot, entry.get(), isDryRun, tally);
            }
        }
        return MigrationSummary.of(isDryRun, tally.migrated, tally.overtaken, tally.left);
    }

    /** The fate of the slots of a page, counted. */
    private static final class Tally {

        private final List<Left> left = new ArrayList<>();
        private int migrated;
        private int overtaken;

        private void left(SlotEntry entry, String reason, Exception because) {
            left.add(new Left(entry.name(), reason, String.valueOf(because.getMessage())));
        }
    }

    private void migrate(Path slot, SlotEntry entry, boolean isDryRun, Tally tally) {
        try {
            boolean isMigratable = isMigratable(entry, load(entry), tally);
            if (isMigratable && isDryRun) {
                tally.migrated++;
            } else if (isMigratable) {
                replace(slot, entry, tally);
            }
        } catch (InUseException e) {
            tally.left(entry, "IN_USE", e);
        } catch (NoSuchFileException gone) {
            tally.overtaken++;
        } catch (IOException e) {
            tally.left(entry, "UNREADABLE", e);
        }
    }

    private boolean isMigratable(SlotEntry entry, LoadResult<T> loaded, Tally tally) {
        if (!MigrationSource.isOlder(schema, loaded)) {
            tally.overtaken++;
            return false;
        }
        Optional<Left> left = Left.because(entry.name(), loaded);
        left.ifPresent(tally.left::add);
        return left.isEmpty();
    }

    private void replace(Path slot, SlotEntry entry, Tally tally) throws IOException {
        try (SaveStore<T> store = folder.open(slot, save -> SaveStore.open(schema, save, options))) {
            LoadResult<T> loaded = store.load();
            if (isMigratable(entry, loaded, tally)) {
                save(store, entry, loaded.value(), tally);
            }
        }
    }

    private void save(SaveStore<T> store, SlotEntry entry, T value, Tally tally) {
        try {
            store.save(value);
            tally.migrated++;
        } catch (ConflictException e) {
            tally.overtaken++;
        } catch (IOException | IllegalArgumentException e) {
            tally.left(entry, "REFUSED", e);
        }
    }
}
