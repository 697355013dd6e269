package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.ConflictException;
import dev.saveschema.KeepAside;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs, and answers that get lost, at the moments of a save at which they matter most. */
class ContentionTest {

    private static final StorageOptions AT_ONCE = new StorageOptions(1 << 20, Duration.ZERO);

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private interface Event {

        /** @param time how often the call was made, this one included */
        void happen(int time) throws IOException;
    }

    /** A disk on which something happens before a call, or after it. */
    private static final class Disk extends ForwardingDisk {

        private final String call;
        private final String nameEnd;
        private final boolean after;
        private final Event event;
        private int times;

        Disk(String call, String nameEnd, boolean after, Event event) {
            this.call = call;
            this.nameEnd = nameEnd;
            this.after = after;
            this.event = event;
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> make) throws IOException {
            boolean isIt = name.equals(call) && path.toString().endsWith(nameEnd);
            if (isIt && !after) {
                event.happen(++times);
            }
            T answer = make.make();
            if (isIt && after) {
                event.happen(++times);
            }
            return answer;
        }
    }

    private static Disk after(String call, String nameEnd, Event event) {
        return new Disk(call, nameEnd, true, event);
    }

    private static Disk before(String call, String nameEnd, Event event) {
        return new Disk(call, nameEnd, false, event);
    }

    private static FileStorage loaded(FileStorage storage) throws IOException {
        storage.load(Saves.READER);
        return storage;
    }

    @Test
    void fileThatSomebodyWritesAgainAndAgainIsNotReplaced() throws Exception {
        saves.hold("one");
        Disk disk = after("output close", ".tmp", time -> saves.edit("{\"word\": \"theirs%d\"}".formatted(time)));
        try (FileStorage storage = loaded(saves.open(disk))) {
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS))
                    .hasMessageContaining("it could not be replaced")
                    .hasStackTraceContaining("somebody else writes it again and again");
        }
        assertThat(disk.times).isEqualTo(10);
        assertThat(saves.live()).hasContent("{\"word\": \"theirs10\"}");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void editDuringASaveIsKeptThoughTheTempThatItMadeStaleCannotBeDeleted() throws Exception {
        saves.hold("one");
        boolean[] refuses = {true};
        ForwardingDisk refusing = new ForwardingDisk() {
            private int closed;

            @Override
            protected <T> T through(String name, Path path, Call<T> make) throws IOException {
                if (refuses[0] && name.equals("delete") && path.toString().endsWith(".tmp")) {
                    throw new FileSystemException(path.toString(), null, "Operation not permitted");
                }
                T answer = make.make();
                if (name.equals("output close") && path.toString().endsWith(".tmp") && ++closed == 1) {
                    saves.edit("{\"word\": \"theirs\"}");
                }
                return answer;
            }
        };
        try (FileStorage storage = loaded(saves.open(refusing))) {
            storage.save(Saves.request("two"));
            assertThat(saves.kept("{\"word\": \"theirs\"}")).isTrue();
            assertThat(saves.temps()).hasSize(1);
            refuses[0] = false;
            storage.save(Saves.request("three"));
        }
        assertThat(saves.temps()).isEmpty();
        assertThat(saves.load().content()).contains("three");
    }

    @Test
    void sharedSaveThatSomebodyWritesDuringASaveIsAConflict() throws Exception {
        saves.hold("one");
        Disk disk = after("output close", ".tmp", time -> saves.edit("{\"word\": \"theirs\"}"));
        try (FileStorage storage = loaded(saves.open(disk, AT_ONCE.forSeveral()))) {
            assertThatThrownBy(() -> storage.save(Saves.request("two"))).isInstanceOf(ConflictException.class);
            assertThat(saves.live()).hasContent("{\"word\": \"theirs\"}");
            assertThat(saves.temps()).isEmpty();
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .as("until it is loaded again")
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void sharedSaveThatSomebodyDeletedIsAConflictThatSaysSo() throws Exception {
        saves.hold("one");
        try (FileStorage storage = loaded(saves.open(new ForwardingDisk(), AT_ONCE.forSeveral()))) {
            Files.delete(saves.live());
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("somebody else has deleted it meanwhile");
        }
    }

    @Test
    void saveWhoseAnswerIsLostAndThatCannotBeReadForAMomentIsInPlaceAndSaysSo() throws Exception {
        saves.hold("one");
        boolean[] blind = {false};
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> make) throws IOException {
                boolean isLive = path.equals(saves.live());
                if (blind[0] && isLive && name.equals("read")) {
                    blind[0] = false;
                    throw new IOException("Input/output error");
                }
                T answer = make.make();
                if (isLive && name.equals("move")) {
                    blind[0] = true;
                    throw new IOException("Connection timed out");
                }
                return answer;
            }
        };
        try (FileStorage storage = loaded(saves.open(disk))) {
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK))
                    .hasMessageContaining("the new content is in place, though the disk says that it is not");
        }
        assertThat(saves.load().content()).contains("two");
    }

    @Test
    void bytesAreNotSaidToBeKeptIfSomebodyReplacedTheTempByAFileOfItsSize() throws Exception {
        saves.hold("one");
        Disk disk = before("move", "progress.json", time -> {
            Path temp = saves.directory().resolve(saves.temps().get(0));
            Path other = saves.directory().resolve("other");
            Files.writeString(other, "x".repeat((int) Files.size(temp)));
            Files.move(other, temp, StandardCopyOption.REPLACE_EXISTING);
            throw new FileSystemException(temp.toString(), null, "Permission denied");
        });
        try (FileStorage storage = loaded(saves.open(disk))) {
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS));
        }
        assertThat(saves.load().content()).contains("one");
    }

    @Test
    void backupFromWhichAProgramWasLoadedAndThatSomebodyDeletedSinceStopsNoSave() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Verdict.RECOVERED);
            Files.delete(saves.newerBackup());
            SaveReceipt receipt = storage.save(Saves.request("three", new Keep.Aside(Keep.QuarantineReason.REPAIRED)));
            assertThat(receipt.preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("damage"));
        }
    }

    @Test
    void backupThatChangesEachTimeItIsReadStaysAndTheSaveSaysThatItHasNone() throws Exception {
        saves.hold("one", "two", "three");
        Files.writeString(saves.newerBackup(), "not ours");
        Disk disk = after("read", ".bak1", time -> Files.writeString(saves.newerBackup(), "not ours " + time));
        try (FileStorage storage = loaded(saves.open(disk))) {
            SaveReceipt receipt = storage.save(Saves.request("four"));
            assertThat(receipt.backupSkipped())
                    .hasValueSatisfying(why -> assertThat(why).contains("somebody else writes it again and again"));
        }
        assertThat(saves.newerBackup()).content().startsWith("not ours");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("four");
    }

    @Test
    void backupThatIsReplacedBeforeItsSecondNameIsTakenAwayStays() throws Exception {
        saves.hold("one", "two");
        Files.createLink(saves.olderBackup(), saves.newerBackup());
        Disk disk = after("attributes", ".bak2", time -> {
            Path other = saves.directory().resolve("other");
            Files.writeString(other, "precious");
            Files.move(other, saves.newerBackup(), StandardCopyOption.ATOMIC_MOVE);
        });
        try (FileStorage storage = loaded(saves.open(disk))) {
            assertThat(storage.save(Saves.request("three")).backupSkipped())
                    .hasValueSatisfying(why -> assertThat(why).contains("somebody else wrote it meanwhile"));
        }
        assertThat(saves.kept("precious")).isTrue();
        assertThat(Saves.wordIn(saves.live())).isEqualTo("three");
    }

    @Test
    void whatOneSaveKeepsItDoesNotDeleteThoughItIsTooMuch() throws Exception {
        saves.hold("one", "two", "three");
        saves.edit("damage");
        Files.writeString(saves.newerBackup(), "damage of another kind");
        try (FileStorage storage = loaded(saves.open(new ForwardingDisk(), AT_ONCE.keepAside(KeepAside.newest(1))))) {
            assertThat(storage.save(Saves.request("four")).preserved()).hasSize(2);
        }
        assertThat(saves.kept("damage")).isTrue();
        assertThat(saves.kept("damage of another kind")).isTrue();
    }

    @Test
    void readerOfAFileThatChangesForEverIsAnsweredAllTheSame() throws Exception {
        saves.hold("one");
        saves.edit("{\"word\": \"mine\"}");
        Disk disk = after("read", "progress.json", time -> saves.edit("{\"word\": \"mine%d\"}".formatted(time)));
        Retrieval<String> read = new FileReading(disk, 1 << 20).read(saves.live(), Saves.READER);
        assertThat(read.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(disk.times).isEqualTo(100);
    }
}
