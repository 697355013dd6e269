package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.ConflictException;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.contract.WordSaves;
import dev.saveschema.storage.disk.DiskFileOps;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The behaviour of a save when something happens halfway. */
class TroubleTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    /** Does something once, as soon as a call was made. */
    private static FileOps after(String call, Runnable event) {
        return new ForwardingDisk() {
            private boolean happened;

            @Override
            protected <T> T through(String name, Path path, Call<T> made) throws IOException {
                T result = made.make();
                if (name.equals(call) && !happened) {
                    happened = true;
                    event.run();
                }
                return result;
            }
        };
    }

    private void edit(String text) {
        try {
            Path other = Files.writeString(saves.directory().resolve("editor~"), text);
            Files.move(other, saves.live(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private DiskThatRefuses cannotPublish() {
        return new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new AccessDeniedException(path.toString()));
    }

    private void unfinished(String word) throws IOException {
        Seal live = Saves.sealOf(saves.live());
        Seal next = new Seal(live.generation() + 1, "a".repeat(16), live.id(), Saves.NOW);
        Files.write(saves.temp("a"), Saves.file(Saves.body(word), SaveRequest.Layout.PRETTY, next));
    }

    @Test
    void editThatComesWhileTheNewContentIsMadeDurableIsKept() throws Exception {
        saves.hold("one", "two");
        String theirs = "{\"word\": \"theirs\"}";
        try (FileStorage storage = saves.open(after("output force", () -> edit(theirs)))) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("three")).preserved()).hasSize(1);
        }
        assertThat(saves.kept(theirs)).isTrue();
        assertThat(Saves.wordIn(saves.live())).isEqualTo("three");
    }

    @Test
    void laterGenerationThatComesWhileTheNewContentIsMadeDurableDoesNotEndUpAsTheNewest() throws Exception {
        saves.hold("one", "two");
        Path theirs = saves.directory().resolve("theirs");
        Saves.sealed(theirs, "theirs", 8, "a", "b");
        String text = Files.readString(theirs);
        try (FileStorage storage = saves.open(after("output force", () -> edit(text)))) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("three")).generation()).isEqualTo(9);
        }
        assertThat(saves.load().verdict()).isEqualTo(Retrieval.Verdict.INTACT);
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void contentThatWasFoundAndCannotBeMadeDurableIsWrittenAnew() throws Exception {
        saves.hold("one");
        FileOps disk = DiskThatRefuses.calls("force", path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("one")).written()).isTrue();
            assertThat(storage.save(Saves.request("one")).written()).isFalse();
        }
    }

    @Test
    void unfinishedSaveIsNotPutInPlaceOfALaterEdit() throws Exception {
        saves.hold("one", "two");
        unfinished("three");
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).content()).contains("three");
            edit("{\"word\": \"theirs\"}");
            storage.save(Saves.request("four"));
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("four");
        assertThat(saves.quarantine("conflict"))
                .singleElement()
                .satisfies(kept -> assertThat(Saves.wordIn(kept)).isEqualTo("theirs"));
        assertThat(saves.quarantine("unfinished"))
                .singleElement()
                .satisfies(kept -> assertThat(Saves.wordIn(kept)).isEqualTo("three"));
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void sharedStoreRefusesAnEditThatComesWhileAnUnfinishedSaveIsPutInPlace() throws Exception {
        saves.hold("one", "two");
        unfinished("three");
        ForwardingDisk edited = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("output force")) {
                    edit("{\"word\": \"theirs\"}");
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(edited, StorageOptions.DEFAULTS.forSeveral())) {
            assertThat(storage.load(Saves.READER).content()).contains("three");
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(ConflictException.class);
            assertThat(storage.load(Saves.READER).content()).contains("theirs");
            storage.save(Saves.request("five"));
        }
        assertThat(saves.quarantine("unfinished")).hasSize(1);
    }

    @Test
    void savesThatCannotBePutInPlaceLeaveTheNewestOnlyAndTheNextProgramSavesOn() throws Exception {
        saves.hold("one");
        for (String word : List.of("two", "three", "four")) {
            try (FileStorage storage = saves.open(cannotPublish())) {
                storage.load(Saves.READER);
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> storage.save(Saves.request(word)))
                            .isInstanceOfSatisfying(
                                    SaveException.class,
                                    e -> assertThat(e.aftermath()).isEqualTo(Aftermath.BYTES_KEPT));
                    assertThat(saves.temps()).hasSize(1);
                }
            }
            assertThat(saves.load().content()).contains(word);
        }
        saves.hold("five");
        assertThat(saves.temps()).isEmpty();
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("four");
    }

    @Test
    void whatIsWorthNothingDoesNotTakeTheSpaceThatASaveNeeds() throws Exception {
        saves.hold("one", "two");
        Files.writeString(saves.temp("b"), "{\"word\": \"ha");
        FileOps full = new DiskThatRefuses(
                (call, path) -> call.equals("output write") && Files.exists(saves.temp("b")),
                path -> new IOException("No space left on device"));
        try (FileStorage storage = saves.open(full)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three"));
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("three");
    }

    @Test
    void whatIsWorthSomethingIsNotDeletedForItsSpace() throws Exception {
        saves.hold("one", "two");
        Saves.sealed(saves.temp("b"), "stranger", 9, "b", "c");
        FileOps full = DiskThatRefuses.calls("output write", path -> new IOException("No space left on device"));
        try (FileStorage storage = saves.open(full)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("three")))
                    .hasMessageContaining("(No space left on device)");
        }
        assertThat(saves.temp("b")).exists();
    }

    @Test
    void moveWhoseAnswerGotLostAndThatCannotBeSeenMayRollBackAndNamesNoFileThatIsGone() throws Exception {
        saves.hold("one");
        AtomicBoolean moved = new AtomicBoolean();
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (moved.get() && path.equals(saves.live())) {
                    throw new FileSystemException(path.toString(), null, "Connection timed out");
                }
                T result = call.make();
                if (name.equals("move") && path.equals(saves.live())) {
                    moved.set(true);
                    throw new FileSystemException(path.toString(), null, "Connection timed out");
                }
                return result;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(SaveException.class, e -> {
                        assertThat(e.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK);
                        assertThat(e.kept()).isEmpty();
                    });
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
    }

    @Test
    void contentThatSomebodyDeletedBeforeItWasInPlaceIsNotSaidToBeKept() throws Exception {
        saves.hold("one");
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("move") && path.equals(saves.live())) {
                    for (String temp : saves.temps()) {
                        Files.delete(saves.directory().resolve(temp));
                    }
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class, e -> assertThat(e.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS));
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
    }

    @Test
    void whateverEndsASaveLeavesNothingBehind() throws Exception {
        saves.hold("one");
        for (String call : List.of("output write", "output force", "link")) {
            for (Throwable end : List.of(new OutOfMemoryError("Cannot reserve memory"), new IllegalStateException())) {
                FileOps disk = new ForwardingDisk() {
                    @Override
                    protected <T> T through(String name, Path path, Call<T> made) throws IOException {
                        if (name.equals(call)) {
                            throw TroubleTest.<RuntimeException>sneaked(end);
                        }
                        return made.make();
                    }
                };
                try (FileStorage storage = saves.open(disk)) {
                    storage.load(Saves.READER);
                    assertThatThrownBy(() -> storage.save(Saves.request("two"))).isSameAs(end);
                }
                assertThat(saves.temps()).isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaked(Throwable any) throws E {
        throw (E) any;
    }

    @Test
    void failureSaysWhyInAFewWords() throws Exception {
        saves.hold("one");
        FileOps disk = DiskThatRefuses.calls("create", path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .hasMessage(saves.live()
                            + ": the new content could not be written (permission denied); the file is unchanged");
        }
    }

    @Test
    void stackTraceShowsWhoseSaveFailed() throws Exception {
        saves.hold("one");
        FileOps disk = DiskThatRefuses.calls("create", path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .satisfies(e -> assertThat(e.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(TroubleTest.class.getName())));
        }
    }

    @Test
    void storageThatItsReaderClosesIsClosed() throws Exception {
        saves.hold("one", "two");
        FileStorage storage = saves.open();
        ContentReader<String> closing = WordSaves.closing(storage, bytes -> {
            throw new UnusableContentException("no");
        });
        assertThatThrownBy(() -> storage.load(closing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void directoryThatFailedToBeForcedMayRollBackInEveryLanguage() throws Exception {
        saves.hold("one");
        FileOps german = new DiskThatRefuses(
                (call, path) -> call.equals("forceDirectory") || path.startsWith("/dev"),
                path -> new IOException(path.startsWith("/dev") ? "Das Argument ist ungültig" : "Ein-/Ausgabefehler"));
        try (FileStorage storage = saves.open(german)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class, e -> assertThat(e.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK));
        }
    }

    @Test
    void fileThatIsReadOnlyCanBeForced() throws Exception {
        saves.hold("one", "two");
        unfinished("three");
        assertThat(saves.temp("a").toFile().setReadOnly()).isTrue();
        new DiskFileOps().force(saves.temp("a"));
    }

    @Test
    void generationAndTimeStayWithinWhatASealCanSay() throws Exception {
        Seal last = new Seal(Seal.LAST_GENERATION, "a".repeat(16), "b".repeat(16), Saves.NOW);
        Files.write(saves.live(), Saves.file(Saves.body("one"), SaveRequest.Layout.PRETTY, last));
        Instant late = Instant.parse("+12026-11-22T19:47:03Z");
        for (String word : List.of("two", "three")) {
            try (FileStorage storage =
                    FileStorage.open(saves.live(), StorageOptions.DEFAULTS, new ForwardingDisk(), () -> late)) {
                storage.load(Saves.READER);
                SaveReceipt receipt = storage.save(Saves.request(word));
                assertThat(receipt.generation()).isEqualTo(Seal.LAST_GENERATION);
            }
            assertThat(saves.load().verdict()).isEqualTo(Retrieval.Verdict.INTACT);
            assertThat(saves.load().content()).contains(word);
        }
    }

    @Test
    void saveOfANewerFormatThatIsReplacedAllTheSameIsKeptAside() throws Exception {
        String newer = "{\"word\": \"later\", \"$save\": {\"v\": 9, \"gen\": 7}}\n";
        saves.edit(newer);
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Verdict.NEWER);
            assertThat(storage.save(Saves.request("mine")).preserved()).hasSize(1);
        }
        assertThat(saves.quarantine("newer"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent(newer));
    }

    @Test
    void receiptTellsWhatAnUnfinishedSaveKeptAsideAndWhyItHasNoBackup() throws Exception {
        saves.hold("one");
        saves.edit("{\"word\": \"theirs\"}");
        DiskThatRefuses failing = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.endsWith("progress.json"),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        try (FileStorage storage = saves.open(failing)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two"))).isInstanceOf(SaveException.class);
        }
        Files.delete(saves.newerBackup()); // which is a second name of the live file
        Files.writeString(saves.newerBackup(), "not ours");
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).content()).contains("two");
            SaveReceipt receipt = storage.save(Saves.request("three"));
            assertThat(receipt.preserved()).isNotEmpty();
        }
        assertThat(saves.kept("not ours")).isTrue();
        assertThat(saves.kept("{\"word\": \"theirs\"}")).isTrue();
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void storageThatItsReaderClosesIsClosedThoughTheReaderAnswers() throws Exception {
        saves.hold("one");
        FileStorage storage = saves.open();
        ContentReader<String> closing = WordSaves.closing(storage, WordSaves.READER::read);
        assertThatThrownBy(() -> storage.load(closing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void receiptTellsWhyTheSaveThatAnUnfinishedOneFollowsHasNoBackup() throws Exception {
        saves.hold("one", "two");
        unfinished("three");
        FileOps disk = new ForwardingDisk() {
            private boolean refused;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (!refused && name.equals("move") && path.equals(saves.olderBackup())) {
                    refused = true;
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("three");
            assertThat(storage.save(Saves.request("four")).backupSkipped())
                    .hasValueSatisfying(why -> assertThat(why).contains("permission denied"));
        }
    }

    @Test
    void editThatComesRightAfterTheRenameIsNotTakenForTheNewContent() throws Exception {
        saves.hold("one");
        FileOps disk = new ForwardingDisk() {
            private boolean edited;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = call.make();
                if (!edited && name.equals("move") && path.equals(saves.live())) {
                    edited = true;
                    edit("{\"word\": \"theirs\"}");
                    Instant earlier = Instant.parse("2026-11-20T10:00:00.123456789Z"); // a time that proves a content
                    Files.setLastModifiedTime(path, FileTime.from(earlier));
                }
                return result;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
        assertThat(saves.quarantine("conflict"))
                .singleElement()
                .satisfies(kept -> assertThat(Saves.wordIn(kept)).isEqualTo("theirs"));
    }
}
