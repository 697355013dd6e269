package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.WordSaves;
import dev.saveschema.storage.disk.DiskFileOps;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Saves of one word, and the directory that they are in. */
public record Saves(Path directory) {

    public static final ContentReader<String> READER = WordSaves.READER;

    public static final Instant NOW = Instant.parse("2026-11-22T19:47:03Z");

    public Path live() {
        return directory.resolve("progress.json");
    }

    public Path newerBackup() {
        return directory.resolve("progress.json.bak1");
    }

    public Path olderBackup() {
        return directory.resolve("progress.json.bak2");
    }

    public Path temp(String token) {
        return directory.resolve(".progress.json." + token.repeat(16) + ".tmp");
    }

    public FileStorage open() throws IOException {
        return open(new DiskFileOps());
    }

    public FileStorage open(FileOps disk) throws IOException {
        return open(disk, StorageOptions.DEFAULTS);
    }

    public FileStorage open(FileOps disk, StorageOptions options) throws IOException {
        return FileStorage.open(live(), options, disk, InstantSource.system());
    }

    public static SaveRequest request(String word, Keep... keep) {
        return WordSaves.request(word, keep);
    }

    public static byte[] body(String word) {
        return WordSaves.body(word);
    }

    /** Saves the words one after the other, each as a program of its own. */
    public void hold(String... words) throws IOException {
        for (String word : words) {
            try (FileStorage storage = open(new ForwardingDisk())) {
                storage.load(READER);
                storage.save(request(word));
            }
        }
    }

    /** Loads as the next program would. If there is no file beside the save, its bytes alone must be read in the same way. */
    public Retrieval<String> load() throws IOException {
        try (FileStorage storage = open(new ForwardingDisk())) {
            Retrieval<String> loaded = storage.load(READER);
            if (names().equals(Set.of("progress.json", ".progress.json.lock")) && Files.isRegularFile(live())) {
                assertSameAlone(loaded);
            }
            return loaded;
        }
    }

    private void assertSameAlone(Retrieval<String> inFile) throws IOException {
        Retrieval<String> alone =
                SaveBytes.retrieve(Files.readAllBytes(live()), StorageOptions.DEFAULTS.maxBytes(), true, READER);
        assertThat(alone.verdict()).isEqualTo(inFile.verdict());
        assertThat(alone.content()).isEqualTo(inFile.content());
        assertThat(alone.seal()).isEqualTo(inFile.seal());
        assertThat(alone.findings().get(0).state())
                .isEqualTo(inFile.findings().get(0).state());
    }

    /** The word in a file, read by itself. */
    public static String wordIn(Path file) throws Exception {
        return READER.read(Files.readAllBytes(file));
    }

    public static Seal sealOf(Path file) throws IOException {
        return ((SealCheck.Holds) Seals.check(Files.readAllBytes(file))).seal();
    }

    /** The bytes of a sealed file. */
    public static byte[] file(byte[] body, Layout layout, Seal seal) {
        return Seals.seal(SaveBody.of(body), layout, seal, RunningSums.of(SaveBody.of(body)));
    }

    /** Puts a sealed file there. */
    public static void sealed(Path file, String word, long generation, String id, String parent) throws IOException {
        Seal seal = new Seal(generation, id.repeat(16), parent.repeat(16), NOW);
        Files.write(file, file(body(word), Layout.PRETTY, seal));
    }

    public void edit(String text) throws IOException {
        Files.writeString(live(), text);
    }

    /** Damages a file as a failing disk does: some bytes change, and neither size nor time tell. */
    public static void rot(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 4;
        var time = Files.getLastModifiedTime(file);
        Files.delete(file); // another name of the same file does not rot along
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    public TreeSet<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            TreeSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    public List<String> temps() throws IOException {
        return names().stream().filter(name -> name.endsWith(".tmp")).toList();
    }

    /** Flips one bit in the middle of a file. Answers what the file holds then. */
    public static byte[] damage(Path file) throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        return damaged;
    }

    /** Whether some file, of whatever name, holds this. */
    public boolean kept(String content) throws IOException {
        for (String name : names()) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file) && Files.readString(file).equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** The copies that were kept aside for a reason. */
    public List<Path> quarantine(String kind) throws IOException {
        return names().stream()
                .filter(name -> name.startsWith("progress.json." + kind + "-"))
                .map(directory::resolve)
                .toList();
    }
}
