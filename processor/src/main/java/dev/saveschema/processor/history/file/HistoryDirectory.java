package dev.saveschema.processor.history.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory of the histories, in the repository beside the sources:
 *
 * <pre>
 * src/main/saveschema/progress/1.schema.json
 *                              1.sample.json
 *                              2.schema.json
 *                              2.sample.json
 * </pre>
 */
public final class HistoryDirectory {

    private static final Pattern SCHEMA = Pattern.compile("([1-9][0-9]{0,8})\\.schema\\.json");
    private static final Pattern SAMPLE = Pattern.compile("([1-9][0-9]{0,8})\\.sample\\.json");

    private final Path directory;

    /** @param directory the directory, which need not exist */
    public HistoryDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * The absolute path of the directory. The option may give a path relative to the directory in which the compiler was started.
     */
    public String absolutePath() {
        return directory.toAbsolutePath().normalize().toString();
    }

    /** The history of a schema. */
    public History read(String id) throws IOException {
        TreeMap<Integer, LockedVersion> versions = new TreeMap<>();
        List<History.Unusable> unusable = new ArrayList<>();
        for (int version : versions(id)) {
            try {
                versions.put(version, read(id, version));
            } catch (EditedException e) {
                unusable.add(new History.Unusable(version, History.Fault.EDITED, ""));
            } catch (NotASnapshotException e) {
                unusable.add(new History.Unusable(version, fault(id, version), e.reason()));
            }
        }
        for (int version : samplesAlone(id, versions)) {
            unusable.add(new History.Unusable(
                    version,
                    History.Fault.NO_HISTORY_FILE,
                    "it is missing, though " + sampleFile(id, version).getFileName() + " is there"));
        }
        // only a schema without a history may have had another id before; so only then the other schemas are looked for
        boolean isNew = versions.isEmpty() && unusable.isEmpty();
        return new History(versions, unusable, isNew ? others(id) : List.of());
    }

    private LockedVersion read(String id, int version) throws IOException, NotASnapshotException, EditedException {
        LockedVersion locked = SchemaFileReader.read(text(schemaFile(id, version)));
        if (locked.version() != version || !locked.snapshot().id().equals(id)) {
            throw new NotASnapshotException("it is of version %d of %s"
                    .formatted(locked.version(), locked.snapshot().id()));
        }
        return locked;
    }

    private History.Fault fault(String id, int version) throws IOException {
        boolean isInConflict = new String(Files.readAllBytes(schemaFile(id, version)), StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith("<<<<<<< "));
        return isInConflict ? History.Fault.IN_CONFLICT : History.Fault.NO_HISTORY_FILE;
    }

    /**
     * The versions that have a sample and no schema, before the first locked one, or if none is locked before the newest sample: their
     * schemas were deleted. The newest sample alone may be left from a lock that failed, and is no fault.
     */
    private List<Integer> samplesAlone(String id, TreeMap<Integer, LockedVersion> locked) throws IOException {
        List<Integer> samples = numbers(id, SAMPLE);
        if (samples.isEmpty()) {
            return List.of();
        }
        int first = locked.isEmpty() ? samples.get(samples.size() - 1) : locked.firstKey();
        return samples.stream()
                .filter(version -> version < first)
                .filter(version -> !Files.exists(schemaFile(id, version)))
                .toList();
    }

    private static String text(Path file) throws IOException, NotASnapshotException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new NotASnapshotException("it is not UTF-8");
        }
    }

    private List<Integer> versions(String id) throws IOException {
        return numbers(id, SCHEMA);
    }

    private List<Integer> numbers(String id, Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(id))) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matched -> Integer.valueOf(matched.group(1)))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private List<History.Other> others(String id) throws IOException {
        List<History.Other> others = new ArrayList<>();
        for (String other : ids()) {
            Optional<Integer> newest = other.equals(id)
                    ? Optional.empty()
                    : versions(other).stream().reduce((a, b) -> b);
            if (newest.isPresent()) {
                others.add(other(other, newest.get()));
            }
        }
        return others;
    }

    /**
     * Another schema of the directory. If its newest file cannot be used, the fingerprint is empty: its own compilation reports
     * that.
     */
    private History.Other other(String id, int newest) throws IOException {
        try {
            return new History.Other(id, newest, read(id, newest).fingerprint());
        } catch (EditedException | NotASnapshotException e) {
            return new History.Other(id, newest, "");
        }
    }

    /** The ids of the schemas that have a history in this directory. */
    public List<String> ids() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Writes the sample of a locked version again, if it is missing. */
    public void restoreSample(String id, int version, String sample) throws IOException {
        if (!Files.exists(sampleFile(id, version))) {
            Files.writeString(sampleFile(id, version), sample);
        }
    }

    /** Locks a version: writes its schema and its sample. If that fails, the version is not locked. */
    public void lock(LockedVersion version, String sample) throws IOException {
        String id = version.snapshot().id();
        Files.createDirectories(directory.resolve(id));
        // the schema comes last, by an atomic move: as soon as it is there the version is locked, and then the sample
        // must be there, too
        Files.writeString(sampleFile(id, version.version()), sample);
        Path schema = schemaFile(id, version.version());
        Path unfinished = schema.resolveSibling(schema.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, SchemaFile.text(version));
            Files.move(unfinished, schema, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path schemaFile(String id, int version) {
        return directory.resolve(id).resolve(version + ".schema.json");
    }

    private Path sampleFile(String id, int version) {
        return directory.resolve(id).resolve(version + ".sample.json");
    }

    /** A version's file in a message: relative to the directory in which the compiler was started, if it is below that. */
    public String nameOf(String id, int version) {
        Path here = Path.of("").toAbsolutePath();
        Path file = schemaFile(id, version).toAbsolutePath().normalize();
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
