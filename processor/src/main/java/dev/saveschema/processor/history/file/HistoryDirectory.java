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
 * The directory that keeps what released versions looked like, in the repository beside the sources:
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

    /** @param directory need not exist */
    public HistoryDirectory(Path directory) {
        this.directory = directory;
    }

    /** Where it is, whatever directory the compiler was started in. */
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
        // only a schema without a history may have been another one's; otherwise nobody asks what its neighbours are
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

    /** Samples from before the first version that has a schema; one behind the newest may be left from a lock that failed. */
    private List<Integer> samplesAlone(String id, TreeMap<Integer, LockedVersion> locked) throws IOException {
        return numbers(id, SAMPLE).stream()
                .filter(version -> !locked.isEmpty() && version < locked.firstKey())
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

    /** A neighbour whose file is not usable still has a name; its own schema will say what is wrong. */
    private History.Other other(String id, int newest) throws IOException {
        try {
            return new History.Other(id, newest, read(id, newest).fingerprint());
        } catch (EditedException | NotASnapshotException e) {
            return new History.Other(id, newest, "");
        }
    }

    /** The names of the schemas that have a history here. */
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

    /** Writes the sample of a locked version anew, if it is gone. */
    public void restoreSample(String id, int version, String sample) throws IOException {
        if (!Files.exists(sampleFile(id, version))) {
            Files.writeString(sampleFile(id, version), sample);
        }
    }

    /** Locks a version, wholly or not at all: from now on it does not change. */
    public void lock(LockedVersion version, String sample) throws IOException {
        String id = version.snapshot().id();
        Files.createDirectories(directory.resolve(id));
        // the schema last, and only whole: once it is there, the version is locked, and the sample must not be missing
        // then
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

    /** A version's file as a message names it: from where the compiler was started, if it is below that. */
    public String nameOf(String id, int version) {
        Path here = Path.of("").toAbsolutePath();
        Path file = schemaFile(id, version).toAbsolutePath().normalize();
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
