package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backups;
import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copies beside a save that a person may go back to, asked of a path that nobody opens. */
class FileCopiesTest {

    private static final Instant FILE_TIME = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path directory;

    private Saves saves;
    private FileReading reading;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
        reading = new FileReading(new ForwardingDisk(), 1 << 20);
    }

    private Path keep(String name) throws IOException {
        Path file = Files.writeString(saves.directory().resolve("progress.json." + name), name);
        Files.setLastModifiedTime(file, FileTime.from(FILE_TIME));
        return file;
    }

    @Test
    void backupsAreListedTheNewestFirst() throws IOException {
        StorageOptions four = new StorageOptions(1 << 20, Duration.ZERO).backups(Backups.keep(4));
        try (FileStorage storage = saves.open(new ForwardingDisk(), four)) {
            storage.load(Saves.READER);
            for (String word : List.of("a", "b", "c", "d", "e")) {
                storage.save(Saves.request(word));
            }
        }
        assertThat(reading.backups(saves.live()))
                .extracting(copy ->
                        Saves.READER.salvage(reading.read(saves.live(), copy)).orElseThrow())
                .containsExactly("d", "c", "b", "a");
    }

    @Test
    void keptCopiesAreListedTheNewestFirstAndThoseOfOneTimeByTheirNames() throws IOException {
        saves.hold("one");
        keep("repaired-20261122T194703Z-00000002.json");
        keep("corrupt-20261122T194703Z-00000001.json");
        keep("conflict-20261123T194703Z-00000003.json");
        keep("v1.bak");
        for (Comparator<String> order : List.of(Comparator.<String>naturalOrder(), Comparator.<String>reverseOrder())) {
            ForwardingDisk listing = new ForwardingDisk() {
                @Override
                public List<String> list(Path listed, Predicate<String> wanted) throws IOException {
                    return super.list(listed, wanted).stream().sorted(order).toList();
                }
            };
            assertThat(new FileReading(listing, 1 << 20).kept(saves.live()))
                    .extracting(kept -> kept.copy().name().substring("progress.json.".length()))
                    .containsExactly(
                            "conflict-20261123T194703Z-00000003.json",
                            "corrupt-20261122T194703Z-00000001.json",
                            "repaired-20261122T194703Z-00000002.json",
                            "v1.bak");
        }
    }

    @Test
    void keptCopyIsAsOldAsItsNameSaysAndAVersionAsItsFile() throws IOException {
        saves.hold("one");
        keep("corrupt-20261122T194703Z-00000001.json");
        keep("v1.bak");
        assertThat(reading.kept(saves.live()))
                .extracting(KeptCopy::time)
                .containsExactly(Instant.parse("2026-11-22T19:47:03Z"), FILE_TIME);
        assertThat(reading.kept(saves.live()))
                .extracting(KeptCopy::why)
                .containsExactly(KeptCopy.Why.CORRUPT, KeptCopy.Why.VERSION);
    }

    @Test
    void everyCopyOfASaveCanBeReadByWhicheverPathItIsAskedFor() throws IOException {
        saves.hold("one", "two");
        Path kept = keep("v1.bak");
        Path link = Files.createSymbolicLink(saves.directory().resolve("link.json"), saves.live());
        assertThat(reading.read(link, Copy.of(link))).isEqualTo(Files.readAllBytes(saves.live()));
        assertThat(reading.read(link, Copy.of(saves.live()))).isEqualTo(Files.readAllBytes(saves.live()));
        assertThat(reading.read(link, Copy.of(saves.newerBackup()))).isEqualTo(Files.readAllBytes(saves.newerBackup()));
        assertThat(reading.read(link, Copy.of(kept))).isEqualTo("v1.bak".getBytes(UTF_8));
    }

    @Test
    void whatIsNoCopyOfASaveIsNotRead() throws IOException {
        saves.hold("one", "two");
        Path elsewhere = Files.createDirectory(saves.directory().resolve("sub"));
        List<Path> others = List.of(
                saves.directory().resolve(".progress.json.lock"),
                saves.directory().resolve("other.json"),
                elsewhere.resolve("progress.json.bak1"),
                elsewhere.resolve("progress.json.v1.bak"));
        for (Path other : others) {
            assertThatThrownBy(() -> reading.read(saves.live(), Copy.of(other)))
                    .as(other.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not a copy of");
        }
    }

    @Test
    void whereThereIsNoDirectoryThereIsNoCopy() throws IOException {
        Path nowhere = saves.directory().resolve("not").resolve("there.json");
        assertThat(reading.backups(nowhere)).isEmpty();
        assertThat(reading.kept(nowhere)).isEmpty();
        assertThatThrownBy(() -> reading.read(nowhere, Copy.of(nowhere))).isInstanceOf(IllegalArgumentException.class);
    }
}
