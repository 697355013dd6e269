package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception of a save tells the state of the disk that the next program finds. */
class AftermathTest {

    private static final String NEWER_FORMAT = "{\"word\": \"newer\", \"$save\": {\"v\": 3, \"gen\": 7}}";

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private DiskThatRefuses refusing(BiPredicate<String, Path> calls) {
        return new DiskThatRefuses(calls, path -> new FileSystemException(path.toString(), null, "Permission denied"));
    }

    private DiskThatRefuses withoutPublishing() {
        return refusing((call, path) -> call.equals("move") && path.equals(saves.live()));
    }

    private SaveException failure(FileOps disk, String word) throws IOException {
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            return catchThrowableOfType(SaveException.class, () -> storage.save(Saves.request(word)));
        }
    }

    /** Java has exceptions of its own for the system's errors, and forgets to translate some. */
    private static final class Undeclared extends Exception {

        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared() throws E {
        throw (E) new Undeclared();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exceptionThatJavaDoesNotDeclareIsTrueOfTheDiskAtWhateverCallItComes(boolean afterTheEffect) throws Exception {
        Set<Aftermath> met = EnumSet.noneOf(Aftermath.class);
        for (int failing = 1; ; failing++) {
            saves.hold("before", "old");
            int[] calls = {0};
            int last = failing;
            FileOps disk = new ForwardingDisk() {
                @Override
                protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                    boolean fails = calls[0] > 0 && calls[0]++ == last;
                    T result = !fails || afterTheEffect ? call.make() : null;
                    if (fails) {
                        throw AftermathTest.<RuntimeException>undeclared();
                    }
                    return result;
                }
            };
            try (FileStorage storage = saves.open(disk)) {
                storage.load(Saves.READER);
                calls[0] = 1;
                SaveException failure =
                        catchThrowableOfType(SaveException.class, () -> storage.save(Saves.request("new")));
                if (failure != null) {
                    met.add(failure.aftermath());
                    assertThat(Saves.wordIn(saves.live()))
                            .as("call %d: %s", failing, failure)
                            .isEqualTo(failure.aftermath() == Aftermath.OLD_FILE_STANDS ? "old" : "new");
                }
            }
            if (calls[0] <= last) {
                break;
            }
        }
        assertThat(met).containsExactlyInAnyOrder(Aftermath.OLD_FILE_STANDS, Aftermath.MAY_ROLL_BACK);
    }

    private void nextLoadFinds(String word, Verdict verdict) throws IOException {
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.content()).contains(word);
        assertThat(loaded.verdict()).isEqualTo(verdict);
    }

    private void bytesAreKeptFor(String text) throws Exception {
        SaveException failure = failure(withoutPublishing(), "kept");
        assertThat(failure.aftermath()).isEqualTo(Aftermath.BYTES_KEPT);
        assertThat(saves.live()).hasContent(text);
        nextLoadFinds("kept", Verdict.RESUMED);
        saves.hold("next");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("kept");
    }

    @Test
    void bytesThatAreKeptAreFoundBesideAFileOfAnotherProgram() throws Exception {
        saves.edit("{\"word\": \"foreign\"}");
        bytesAreKeptFor("{\"word\": \"foreign\"}");
    }

    @Test
    void bytesThatAreKeptAreFoundBesideAnEdit() throws Exception {
        saves.hold("one", "seven");
        String edited = Files.readString(saves.live()).replace("seven", "mine");
        saves.edit(edited);
        bytesAreKeptFor(edited);
    }

    @Test
    void bytesThatAreKeptAreFoundBesideANewerFormat() throws Exception {
        saves.edit(NEWER_FORMAT);
        bytesAreKeptFor(NEWER_FORMAT);
    }

    @Test
    void bytesThatAreKeptAreFoundBesideDamage() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        failure(withoutPublishing(), "kept");
        nextLoadFinds("kept", Verdict.RECOVERED);
    }

    @Test
    void bytesThatAreKeptAreFoundWithoutALiveFile() throws Exception {
        failure(withoutPublishing(), "kept");
        nextLoadFinds("kept", Verdict.RESUMED);
    }

    @Test
    void documentWithoutASealIsNotSaidToBeKeptSinceNoLoadWouldKnowIt() throws Exception {
        for (boolean canDelete : new boolean[] {true, false}) {
            Files.writeString(saves.live(), "{\"word\": \"old\"}");
            FileOps disk = refusing((call, path) ->
                    call.equals("move") && path.equals(saves.live()) || call.equals("delete") && !canDelete);
            try (FileStorage storage = saves.open(disk, StorageOptions.DEFAULTS.sealed(false))) {
                storage.load(Saves.READER);
                SaveException failure = catchThrowableOfType(
                        SaveException.class,
                        () -> storage.save(
                                new SaveRequest("{\"word\": \"new\"}".getBytes(), Layout.COMPACT, List.of())));
                assertThat(failure.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS);
                assertThat(saves.temps()).hasSize(canDelete ? 0 : 1);
            }
            try (FileStorage next = saves.open(new ForwardingDisk(), StorageOptions.DEFAULTS.sealed(false))) {
                assertThat(next.load(Saves.READER).content()).contains("old");
            }
        }
    }

    @Test
    void halfOfATempThatCannotBeDeletedIsNotSaidToBeKept() throws Exception {
        saves.hold("old");
        ForwardingDisk full = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("output write")) {
                    Files.writeString(path, "{\n  \"word\": \"ne");
                    throw new FileSystemException(path.toString(), null, "No space left on device");
                }
                if (name.equals("delete")) {
                    throw new FileSystemException(path.toString(), null, "Permission denied");
                }
                return call.make();
            }
        };
        assertThat(failure(full, "new").aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS);
        assertThat(saves.temps()).hasSize(1);
        nextLoadFinds("old", Verdict.INTACT);
    }

    @Test
    void editThatCameAfterThemComesFirstAndTheyAreKeptAside() throws Exception {
        saves.hold("one", "seven");
        failure(withoutPublishing(), "kept");
        saves.edit(Files.readString(saves.live()).replace("seven", "mine"));
        nextLoadFinds("mine", Verdict.EDITED);
        saves.hold("next");
        assertThat(saves.quarantine("unfinished"))
                .singleElement()
                .satisfies(kept -> assertThat(Saves.wordIn(kept)).isEqualTo("kept"));
    }

    @Test
    void bytesThatAreKeptAreNotDeletedByASaveThatHasTheirNumber() throws Exception {
        saves.hold("one");
        SaveException failure = failure(withoutPublishing(), "kept");
        Path kept = failure.kept().orElseThrow().path().orElseThrow();
        Path elsewhere = saves.directory().resolve("elsewhere");
        Files.move(kept, elsewhere); // as if a program saved that could not see this file
        saves.hold("two", "three", "four");
        Files.move(elsewhere, kept);
        saves.hold("five");
        assertThat(saves.quarantine("unfinished"))
                .singleElement()
                .satisfies(file -> assertThat(Saves.wordIn(file)).isEqualTo("kept"));
    }

    @Test
    void programWithoutTheLockLeavesThemToThoseWhoHaveIt() throws Exception {
        saves.hold("one");
        failure(withoutPublishing(), "kept");
        DiskThatRefuses disk = refusing((call, path) -> call.equals("openLock") || call.equals("isWritable"));
        try (FileStorage storage = saves.open(disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("one");
            disk.relent();
            assertThat(storage.save(Saves.request("two")).preserved())
                    .singleElement()
                    .satisfies(copy ->
                            assertThat(Saves.wordIn(copy.path().orElseThrow())).isEqualTo("kept"));
        }
        saves.hold("three", "four");
        assertThat(saves.quarantine("unfinished")).hasSize(1);
    }

    @Test
    void oldFileIsNotSaidToStandIfTheNextLoadFindsTheNewContent() throws Exception {
        for (String refused : new String[] {"output force", "output close", "read"}) {
            Saves here = new Saves(Files.createDirectory(saves.directory().resolve(refused.replace(' ', '-'))));
            here.hold("one");
            boolean[] loaded = new boolean[1];
            FileOps disk = refusing((call, path) ->
                    call.equals("delete") || call.equals(refused) && loaded[0] && !path.equals(here.newerBackup()));
            try (FileStorage storage = here.open(disk)) {
                storage.load(Saves.READER);
                loaded[0] = true;
                if (refused.equals("read")) {
                    here.edit("{\"word\": \"theirs\"}");
                }
                SaveException failure =
                        catchThrowableOfType(SaveException.class, () -> storage.save(Saves.request("new")));
                boolean isKept = failure.aftermath() == Aftermath.BYTES_KEPT;
                assertThat(isKept).as(refused).isEqualTo(!refused.equals("read"));
                if (isKept) {
                    assertThat(Saves.wordIn(failure.kept().orElseThrow().path().orElseThrow()))
                            .isEqualTo("new");
                }
            }
            assertThat(here.load().content().orElseThrow())
                    .as(refused)
                    .isEqualTo(refused.equals("read") ? "theirs" : "new");
        }
    }

    @Test
    void tempWhoseForceFailedIsWrittenAnewBeforeItIsPublished() throws Exception {
        saves.hold("one");
        DiskThatRefuses disk = refusing((call, path) -> call.equals("output force") || call.equals("delete"));
        Path temp = failure(disk, "two").kept().orElseThrow().path().orElseThrow();
        assertThat(temp).exists();
        DiskThatRemembers next = new DiskThatRemembers();
        try (FileStorage storage = saves.open(next)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
        }
        assertThat(next.changes())
                .doesNotContain("force .progress.json.tmp")
                .containsSubsequence(
                        "output write .progress.json.tmp", "output force .progress.json.tmp", "move progress.json");
        assertThat(saves.temps()).isEmpty();
    }

    /** The disk throws what Java does not declare, and cannot be read from then on: what the program knows must do. */
    @ParameterizedTest
    @CsvSource({"create, false", "create, true", "move, false", "move, true"})
    void whatWasNotAttemptedIsNotSaidToBeInPlaceThoughNothingCanBeReadAnyMore(String failing, boolean isDeclared)
            throws Exception {
        saves.hold("old");
        boolean[] isBroken = new boolean[2];
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (isBroken[1]) {
                    if (isDeclared) {
                        throw new FileSystemException(path.toString(), null, "Connection timed out");
                    }
                    throw AftermathTest.<RuntimeException>undeclared();
                }
                if (isBroken[0] && name.equals(failing) && (name.equals("create") || path.equals(saves.live()))) {
                    isBroken[1] = true;
                    throw AftermathTest.<RuntimeException>undeclared();
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("before")); // which was attempted, and is another
            isBroken[0] = true;
            SaveException failure = catchThrowableOfType(SaveException.class, () -> storage.save(Saves.request("new")));
            assertThat(failure.aftermath())
                    .isEqualTo(failing.equals("create") ? Aftermath.OLD_FILE_STANDS : Aftermath.MAY_ROLL_BACK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "output write"})
    void tempThatCannotBeLookedAtAnyMoreIsKeptIfAllOfItWasWritten(String failing) throws Exception {
        saves.hold("old");
        boolean[] isBroken = new boolean[1];
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                boolean fails = name.equals(failing) && (!name.equals("move") || path.equals(saves.live()));
                if (fails && name.equals("output write")) {
                    Files.writeString(path, "{\"word\": \"ne");
                }
                isBroken[0] |= fails;
                if (isBroken[0] && (fails || path.toString().endsWith(".tmp"))) {
                    throw new FileSystemException(path.toString(), null, "Connection timed out");
                }
                return call.make();
            }
        };
        boolean isWhole = failing.equals("move");
        assertThat(failure(disk, "new").aftermath())
                .isEqualTo(isWhole ? Aftermath.BYTES_KEPT : Aftermath.OLD_FILE_STANDS);
        nextLoadFinds(isWhole ? "new" : "old", isWhole ? Verdict.RESUMED : Verdict.INTACT);
    }

    @Test
    void messageSaysThatAPowerCutMayBringBackWhatCouldNotBeDeletedForGood() throws Exception {
        saves.hold("old");
        for (boolean canForce : new boolean[] {true, false}) {
            FileOps disk =
                    refusing((call, path) -> call.equals("output force") || call.equals("forceDirectory") && !canForce);
            String message = failure(disk, "new").getMessage();
            assertThat(message.contains(", and a power cut may bring it back")).isEqualTo(!canForce);
        }
    }

    @Test
    void unfinishedSaveWhoseNameCannotBeMadeDurableIsNotSaidToBeSaved() throws Exception {
        saves.hold("old");
        failure(withoutPublishing(), "new");
        SaveException failure = failure(refusing((call, path) -> call.equals("forceDirectory")), "new");
        assertThat(failure).isNotNull();
        assertThat(failure.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK);
    }
}
