package dev.saveschema.cli.save;

import dev.saveschema.InUseException;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.bulk.MigrationSource;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.bulk.MigrationSummary.Left;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The saves of a folder that are plain files, to be migrated. The files beside a save, its backups and the copies that were kept
 * aside, are no saves of their own.
 */
public final class SaveFiles<T> implements MigrationSource<Path> {

    /** The number of saves in a page. It is small, since each save waits for the disk, and progress is shown after each page. */
    private static final int LARGEST_PAGE = 20;

    private static final Pattern KEPT_ASIDE = Pattern.compile(
            ".+\\.(corrupt|unfinished|newer|conflict|edited|repaired|replaced)-[0-9]{8}T[0-9]{6}Z-([0-9a-f]{8}|toolarge|unreadable)(-[0-9]+)?\\.[^.]+|.+\\.bak[12]?|\\..*");

    private final Schema<T> schema;
    private final Path directory;
    private final String glob;
    private final StoreOptions options = SaveFile.KEEPING_ALL.lockTimeout(Duration.ZERO);

    private SaveFiles(Schema<T> schema, Path directory, String glob) {
        this.schema = schema;
        this.directory = directory;
        this.glob = glob;
    }

    /**
     * @param glob the pattern of the saves' names
     * @throws IllegalArgumentException if that is no pattern
     */
    public static <T> SaveFiles<T> in(Schema<T> schema, Path directory, String glob) {
        directory.getFileSystem().getPathMatcher("glob:" + glob);
        return new SaveFiles<>(schema, directory, glob);
    }

    private Iterable<Path> files() throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(directory, glob)) {
            for (Path file : matching) {
                boolean isBesideASave =
                        KEPT_ASIDE.matcher(String.valueOf(file.getFileName())).matches();
                if (!isBesideASave && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    @Override
    public long count() throws IOException {
        long count = 0;
        for (Path file : files()) {
            count += isOlder(file) ? 1 : 0;
        }
        return count;
    }

    @Override
    public Pages<Path> older(int most) throws IOException {
        Iterator<Path> files = files().iterator();
        return () -> {
            List<Path> page = new ArrayList<>();
            while (files.hasNext() && page.size() < Math.min(most, LARGEST_PAGE)) {
                Path file = files.next();
                if (isOlder(file)) {
                    page.add(file);
                }
            }
            return page;
        };
    }

    private boolean isOlder(Path file) {
        try {
            return MigrationSource.isOlder(schema, load(file));
        } catch (IOException refused) {
            return true; // and is listed as a save that cannot be read
        }
    }

    private LoadResult<T> load(Path file) throws IOException {
        return SaveStore.openReadOnly(schema, file, options).load();
    }

    @Override
    public MigrationSummary migrate(List<Path> page, boolean isDryRun) throws IOException {
        long migrated = 0;
        long overtaken = 0;
        List<Left> left = new ArrayList<>();
        for (Path file : page) {
            Optional<Left> because = Optional.empty();
            try {
                because = isDryRun ? looked(file) : replaced(file);
                migrated += because.isEmpty() ? 1 : 0;
            } catch (NoSuchFileException gone) {
                overtaken++;
            }
            because.ifPresent(left::add);
        }
        return MigrationSummary.of(isDryRun, migrated, overtaken, left);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Optional<Left> looked(Path file) throws NoSuchFileException {
        try {
            return Left.because(name(file), load(file));
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException e) {
            return Optional.of(new Left(name(file), "UNREADABLE", String.valueOf(e.getMessage())));
        }
    }

    private Optional<Left> replaced(Path file) throws NoSuchFileException {
        try (SaveStore<T> store = SaveStore.open(schema, file, options)) {
            LoadResult<T> loaded = store.load();
            if (loaded.outcome() == Outcome.FIRST_RUN) {
                throw new NoSuchFileException(file.toString());
            }
            Optional<Left> because = Left.because(name(file), loaded);
            if (because.isEmpty()) {
                store.save(loaded.value());
            }
            return because;
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (InUseException e) {
            return Optional.of(new Left(name(file), "IN_USE", String.valueOf(e.getMessage())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new Left(name(file), "REFUSED", String.valueOf(e.getMessage())));
        }
    }
}
