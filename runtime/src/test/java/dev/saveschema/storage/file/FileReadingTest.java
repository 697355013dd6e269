package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Copy;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that only reads beside the owner takes nothing, leaves nothing, and sees whole saves. */
class FileReadingTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void makeSaves() {
        saves = new Saves(directory);
    }

    @Test
    void readsBesideTheOwnerAndAsksTheDiskOnlyQuestions() throws IOException {
        saves.hold("one");
        try (FileStorage owner = saves.open()) {
            owner.load(Saves.READER);
            owner.save(Saves.request("two"));
            DiskThatRemembers disk = new DiskThatRemembers();
            Retrieval<String> read = read(disk);
            assertThat(read.content()).contains("two");
            assertThat(read.verdict()).isEqualTo(Verdict.INTACT);
            assertThat(read.source()).contains(Copy.of(saves.live().toRealPath()));
            assertThat(disk.changes()).isEmpty();
            assertThat(disk.calls()).isNotEmpty();
        }
    }

    @Test
    void leavesNothingWhereNothingIs() throws IOException {
        assertThat(read(new ForwardingDisk()).verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(saves.names()).as("no lock file").isEmpty();
        Saves nowhere = new Saves(directory.resolve("not/there"));
        Retrieval<String> read = new FileReading(new ForwardingDisk(), 1 << 20).read(nowhere.live(), Saves.READER);
        assertThat(read.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(saves.names()).as("no directory").isEmpty();
    }

    @Test
    void readsThroughALinkAndFromTheBackupOfADamagedFile() throws IOException {
        saves.hold("one", "two");
        saves.edit("damage");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), saves.live());
        Retrieval<String> read = new FileReading(new ForwardingDisk(), 1 << 20).read(link, Saves.READER);
        assertThat(read.content()).contains("one");
        assertThat(read.verdict()).isEqualTo(Verdict.RECOVERED);
    }

    /** Its writer may be about to publish it, or to find that it cannot. */
    @Test
    void neverTakesASaveThatIsNotPublished() throws IOException {
        Saves.sealed(saves.temp("a"), "unpublished", 1, "1", "0");
        assertThat(read(new ForwardingDisk()).verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(saves.load().content()).as("the owner does").contains("unpublished");
    }

    @Test
    void looksAgainIfASaveCameBetweenTwoLooks() throws IOException {
        saves.hold("one", "two");
        saves.edit("damage");
        AtomicInteger looks = new AtomicInteger();
        Retrieval<String> read = read(new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T answer = call.make();
                if (name.equals("read") && path.endsWith("progress.json") && looks.getAndIncrement() == 0) {
                    saveOver("three"); // the damage was read; what is behind it is older than what is there now
                }
                return answer;
            }
        });
        assertThat(read.content()).contains("three");
        assertThat(read.verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void seesOnlyWholeSavesInTheirOrderWhileTheOwnerSaves() throws Exception {
        saves.hold("w0");
        int last = 300;
        Thread owner = new Thread(() -> {
            try (FileStorage storage = saves.open(new ForwardingDisk())) {
                storage.load(Saves.READER);
                for (int number = 1; number <= last; number++) {
                    storage.save(Saves.request("w" + number));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        owner.start();
        int seen = 0;
        do {
            Retrieval<String> read = read(new ForwardingDisk());
            assertThat(read.verdict()).isEqualTo(Verdict.INTACT);
            int number = Integer.parseInt(read.content().orElseThrow().substring(1));
            assertThat(number).isGreaterThanOrEqualTo(seen);
            seen = number;
        } while (owner.isAlive() || seen < last);
        owner.join();
    }

    @Test
    void readsOnceWhatDoesNotChange() throws IOException {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"edited\"}");
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(read(disk).verdict()).isEqualTo(Verdict.EDITED);
        Files.delete(saves.live());
        assertThat(read(disk).verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(disk.calls()).filteredOn("read progress.json.bak1"::equals).hasSize(2);
    }

    @Test
    void looksAgainIfASaveCameWhereThereWasNone() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        Retrieval<String> read = read(new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T answer = call.make();
                if (name.equals("attributes") && path.endsWith("progress.json") && looks.getAndIncrement() == 1) {
                    saveOver("first"); // the directory was listed and the live file looked for
                }
                return answer;
            }
        });
        assertThat(read.content()).contains("first");
    }

    @Test
    void noThreadOutlivesAReading() throws Exception {
        saves.hold("one");
        read(new ForwardingDisk());
        new FileRemoval(new ForwardingDisk()).remove(saves.live(), new StorageOptions(1 << 20, Duration.ZERO));
        saves.hold("two");
        assertThatThrownBy(() -> FileStorage.open(directory, new StorageOptions(1 << 20, Duration.ZERO)))
                .isInstanceOf(IOException.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("SaveSchema .*(progress\\.json|%s)".formatted(directory.getFileName()))) {
                thread.join(60_000); // it has been told to end, and needs a moment
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private void saveOver(String word) throws IOException {
        try (FileStorage owner = saves.open(new ForwardingDisk())) {
            owner.load(Saves.READER);
            owner.save(Saves.request(word));
        }
    }

    private Retrieval<String> read(FileOps disk) throws IOException {
        return new FileReading(disk, 1 << 20).read(saves.live(), Saves.READER);
    }
}
