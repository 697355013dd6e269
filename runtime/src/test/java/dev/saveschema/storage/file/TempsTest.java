package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;

import dev.saveschema.SaveException;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The temps of killed programs: their cost, and their largest number. */
class TempsTest {

    /** Of a format, say, in which each line is a document: every text is one. */
    private static final ContentReader<String> LINES = new ContentReader<String>() {
        @Override
        public String read(byte[] bytes) {
            return new String(bytes, UTF_8);
        }

        @Override
        public Optional<String> salvage(byte[] bytes) {
            return Optional.empty();
        }
    };

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    /** Dies as soon as the first bytes of a temp are written: nothing after that has an effect. */
    private static final class DyingDisk extends ForwardingDisk {

        private boolean dead;

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (dead) {
                throw new IOException("killed");
            }
            if (name.equals("output write")) {
                dead = true;
                Files.writeString(path, "{\n  \"word\": \"ha");
                throw new IOException("killed");
            }
            return call.make();
        }
    }

    @Test
    void programThatIsKilledInEachOfItsSavesLeavesOneTemp() throws Exception {
        saves.hold("one", "two");
        for (int kill = 1; kill <= 5; kill++) {
            try (FileStorage storage = saves.open(new DyingDisk())) {
                assertThat(storage.load(Saves.READER).content()).contains("two");
                assertThatThrownBy(() -> storage.save(Saves.request("three"))).hasMessageContaining("killed");
            }
            assertThat(saves.temps()).hasSize(1);
        }
        saves.hold("three");
        assertThat(saves.temps()).isEmpty();
    }

    /** Dies when it is to rename a temp: nothing from then on has an effect. */
    private static final class DiskThatDiesAtTheRename extends ForwardingDisk {

        private boolean dead;

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            dead |= name.equals("move") && path.endsWith("progress.json");
            if (dead) {
                throw new IOException("killed");
            }
            return call.make();
        }
    }

    @Test
    void programThatIsKilledBeforeEachOfItsRenamesLeavesOneTemp() throws Exception {
        saves.hold("one", "two");
        for (int kill = 1; kill <= 5; kill++) {
            try (FileStorage storage = saves.open(new DiskThatDiesAtTheRename())) {
                assertThat(storage.load(Saves.READER).content()).contains(kill == 1 ? "two" : "three");
                assertThatThrownBy(() -> storage.save(Saves.request("three"))).hasMessageContaining("killed");
            }
            assertThat(saves.temps()).hasSize(1);
        }
        saves.hold("four");
        assertThat(saves.temps()).isEmpty();
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
    }

    /** The writer of the temp was killed after a force had failed, which the system does not tell the next program. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void noPowerCutTakesAnUnfinishedSaveWhoseForceFailedOnceItIsPublished(Profile profile) throws IOException {
        Path root = Path.of("/simulated");
        SimulatedDisk disk = new SimulatedDisk(root, profile);
        disk.put("progress.json", sealed("one", new Seal(1, "1".repeat(16), Seal.NO_PARENT, Saves.NOW)));
        disk.putUnforced(
                ".progress.json.aaaaaaaaaaaaaaaa.tmp",
                sealed("two", new Seal(2, "2".repeat(16), "1".repeat(16), Saves.NOW)));
        disk.forget(root.resolve(".progress.json.aaaaaaaaaaaaaaaa.tmp"));
        int[] published = {0};
        try (FileStorage storage = open(root, disk.mount("program"), disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("two");
            disk.record(() -> published[0]);
            storage.save(Saves.request("two")); // it only publishes
            published[0] = 1;
        }
        int cuts = 0;
        for (Moment moment : disk.moments()) {
            for (PowerCuts.Remains remains : new PowerCuts(profile, 1, 2).of(moment)) {
                SimulatedDisk left = disk.after(root, remains);
                try (FileStorage storage = open(root, left.mount("next"), left)) {
                    assertThat(storage.load(Saves.READER).content())
                            .get()
                            .as("%s: %s", moment.call(), left.files().keySet())
                            .isIn(moment.mark() == 1 ? List.of("two") : List.of("one", "two"));
                }
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(10);
    }

    private static byte[] sealed(String word, Seal seal) {
        return Saves.file(Saves.body(word), SaveRequest.Layout.PRETTY, seal);
    }

    private static FileStorage open(Path root, FileOps mounted, SimulatedDisk disk) throws IOException {
        return FileStorage.open(
                root.resolve("progress.json"), StorageOptions.DEFAULTS, mounted, disk::now, SameThread.io());
    }

    @Test
    void tempsThatLackTheirEndAreNotReadWhole() throws Exception {
        saves.hold("one");
        for (String token : "0123456789abcdef".split("")) {
            Files.writeString(saves.temp(token), "{\n  \"word\": \"" + "ha".repeat(10_000));
        }
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            Retrieval<String> loaded = storage.load(Saves.READER);
            assertThat(loaded.content()).contains("one");
            assertThat(loaded.findings()).hasSize(17);
            assertThat(disk.calls()).contains("readEnd .progress.json.tmp").doesNotContain("read .progress.json.tmp");
            storage.save(Saves.request("two"));
        }
        assertThat(saves.temps()).isEmpty();
        assertThat(saves.quarantine("unfinished")).isEmpty();
    }

    @Test
    void ofManyWholeTempsTheOneThatFollowsIsTheSave() throws Exception {
        saves.hold("one");
        Seal live = Saves.sealOf(saves.live());
        for (String token : "0123456789abcdef".split("")) {
            Seal seal = new Seal(
                    token.equals("7") ? 2 : 1,
                    token.repeat(16),
                    token.equals("7") ? live.id() : "b".repeat(16),
                    Saves.NOW);
            Files.write(saves.temp(token), Saves.file(Saves.body("word" + token), SaveRequest.Layout.PRETTY, seal));
        }
        assertThat(saves.load().content()).contains("word7");
        saves.hold("word7");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("word7");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void tempThatIsGoneByTheTimeItIsNeededIsAnErrorOrAnotherSaveAndNeverNothing() throws Exception {
        saves.hold("one");
        Seal live = Saves.sealOf(saves.live());
        Seal next = new Seal(2, "a".repeat(16), live.id(), Saves.NOW);
        Files.write(saves.temp("a"), Saves.file(Saves.body("two"), SaveRequest.Layout.PRETTY, next));
        ForwardingDisk disk = new ForwardingDisk() {
            private int reads;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("read") && path.equals(saves.temp("a")) && ++reads == 2) {
                    Files.delete(path);
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("one");
        }
    }

    private static DiskThatRefuses refusingToDelete(Path temp) {
        return new DiskThatRefuses(
                (call, path) -> call.equals("delete") && path.equals(temp),
                path -> new AccessDeniedException(path.toString()));
    }

    @Test
    void tempThatCouldNotBeDeletedIsDeletedByALaterSave() throws Exception {
        saves.hold("one", "two");
        Files.copy(saves.newerBackup(), saves.temp("a"));
        DiskThatRefuses disk = refusingToDelete(saves.temp("a"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three"));
            assertThat(saves.temps()).hasSize(1);
            disk.relent();
            storage.save(Saves.request("four"));
            assertThat(saves.temps()).isEmpty();
        }
    }

    private static ForwardingDisk appendOnly() {
        return new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("move") || name.equals("delete")) {
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }
        };
    }

    @Test
    void directoryThatCanOnlyBeAppendedToGainsThreeTempsAtMost() throws Exception {
        saves.hold("one");
        try (FileStorage storage = saves.open(appendOnly())) {
            storage.load(Saves.READER);
            for (int i = 1; i <= 10; i++) {
                String word = "new" + i;
                assertThatThrownBy(() -> storage.save(Saves.request(word))).isInstanceOf(SaveException.class);
            }
            assertThatThrownBy(() -> storage.save(Saves.request("last")))
                    .hasMessageContaining("what earlier saves left cannot be deleted")
                    .hasMessageEndingWith("; the file is unchanged");
        }
        assertThat(saves.temps())
                .extracting(
                        temp -> Saves.sealOf(saves.directory().resolve(temp)).generation())
                .as("no number twice, so that the newest of them can be told")
                .containsExactlyInAnyOrder(2L, 3L, 4L);
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).content()).contains("new3");
            storage.save(Saves.request("after"));
        }
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void directoryThatCanOnlyBeAppendedToGainsThreeTempsAtMostHoweverManyProgramsTry() throws Exception {
        saves.hold("one");
        for (int program = 1; program <= 8; program++) {
            String word = "new" + program;
            try (FileStorage storage = saves.open(appendOnly())) {
                storage.load(Saves.READER);
                assertThatThrownBy(() -> storage.save(Saves.request(word))).isInstanceOf(SaveException.class);
            }
            assertThat(saves.temps()).as("after %d programs", program).hasSize(Math.min(program, 3));
        }
        assertThat(saves.quarantine("unfinished")).hasSizeLessThanOrEqualTo(3);
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
        try (FileStorage storage = saves.open(appendOnly())) {
            assertThat(storage.load(Saves.READER).content()).contains("new3");
            assertThatThrownBy(() -> storage.save(Saves.request("last")))
                    .hasMessageContaining("what earlier saves left cannot be deleted")
                    .hasMessageEndingWith("; the file is unchanged");
        }
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).content()).contains("new3");
            storage.save(Saves.request("after"));
        }
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void tempThatSomebodyReplacedIsNotPublished() throws Exception {
        saves.hold("one");
        ForwardingDisk swapping = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("link")) {
                    Path temp = saves.directory().resolve(saves.temps().get(0));
                    Files.delete(temp);
                    Files.writeString(temp, "{\"word\": \"theirs\"}");
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(swapping)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .hasMessageContaining("somebody else replaced it")
                    .hasMessageEndingWith("; the file is unchanged");
        }
        assertThat(saves.load().content()).contains("one");
    }

    @Test
    void tempThatMayNotBeReadIsNobodysToDelete() throws Exception {
        saves.hold("one");
        Saves.sealed(saves.temp("a"), "theirs", 9, "a", "b");
        ForwardingDisk refusing = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.startsWith("read") && path.equals(saves.temp("a"))) {
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(refusing)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
            storage.save(Saves.request("three"));
        }
        assertThat(Saves.wordIn(saves.temp("a"))).isEqualTo("theirs");
    }

    /** In a sticky directory, say, where it is another person's. */
    @Test
    void unfinishedSaveThatCannotBeDeletedIsKeptOnceAndStopsNoSave() throws Exception {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"edited\"}");
        Path temp = saves.temp("a");
        Files.write(temp, sealed("lost", new Seal(7, "7".repeat(16), "6".repeat(16), Saves.NOW)));
        byte[] unfinished = Files.readAllBytes(temp);
        DiskThatRefuses disk = refusingToDelete(temp);
        for (String word : List.of("three", "four")) {
            try (FileStorage storage = saves.open(disk)) {
                storage.load(Saves.READER);
                storage.save(Saves.request(word));
            }
            saves.edit("{\"word\": \"edited after %s\"}".formatted(word));
        }
        assertThat(saves.quarantine("unfinished")).singleElement(PATH).hasBinaryContent(unfinished);
        saves.hold("five");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void partOfAFirstSaveOfAStoreWithoutSealsIsNoSaveWhateverItSays() throws Exception {
        Files.writeString(saves.temp("a"), "{\"word\": \"a\", \"$save\": {\"v\": 2, \"ge");
        StorageOptions plain = StorageOptions.DEFAULTS.sealed(false);
        try (FileStorage storage = saves.open(new ForwardingDisk(), plain)) {
            Retrieval<String> loaded = storage.load(LINES);
            assertThat(loaded.verdict()).isEqualTo(Verdict.ABSENT);
            assertThat(loaded.content()).isEmpty();
        }
    }

    @Test
    void manyUnfinishedSavesBesideAnEditAreKeptWithoutAListingForEach() throws Exception {
        assertThat(listingsWhileKept(12)).isEqualTo(listingsWhileKept(3));
    }

    private long listingsWhileKept(int temps) throws IOException {
        Saves here = new Saves(Files.createDirectory(directory.toRealPath().resolve("" + temps)));
        here.hold("one", "two");
        here.edit("{\"word\": \"edited\"}");
        for (int i = 1; i <= temps; i++) {
            Seal seal = new Seal(7, "%016x".formatted(i), "6".repeat(16), Saves.NOW);
            Files.write(here.directory().resolve(".progress.json.%016x.tmp".formatted(i)), sealed("lost" + i, seal));
        }
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = here.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            storage.save(Saves.request("three"));
        }
        assertThat(here.quarantine("unfinished")).hasSize(temps);
        return disk.calls().stream().filter(call -> call.startsWith("list ")).count();
    }

    /** A temp that is whole when it is found, and cut off when it is read again. */
    @Test
    void partOfATempOfAStoreWithoutSealsIsNoSaveAlsoWhenItIsReadAgain() throws Exception {
        Saves.sealed(saves.temp("a"), "whole", 1, "b", "0");
        ForwardingDisk disk = new ForwardingDisk() {
            private int reads;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("read") && path.equals(saves.temp("a")) && ++reads == 2) {
                    Files.writeString(path, "{\"word\": \"ha");
                }
                return super.through(name, path, call);
            }
        };
        try (FileStorage storage = saves.open(disk, StorageOptions.DEFAULTS.sealed(false))) {
            Retrieval<String> loaded = storage.load(LINES);
            assertThat(loaded.verdict()).isEqualTo(Verdict.ABSENT);
        }
    }

    @Test
    void tempThatASaveDeletedIsNotDeletedAgain() throws Exception {
        saves.hold("one", "two");
        Files.copy(saves.newerBackup(), saves.temp("a"));
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three"));
            assertThat(disk.changes()).contains("delete .progress.json.tmp");
            disk.forget();
            storage.save(Saves.request("four"));
            assertThat(disk.changes()).doesNotContain("delete .progress.json.tmp");
        }
    }

    @Test
    void partOfASaveThatCouldNotBeDeletedBesideDamageIsDeletedByALaterSave() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        Files.writeString(saves.temp("a"), "{\"word\": \"th");
        DiskThatRefuses disk = refusingToDelete(saves.temp("a"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three"));
            assertThat(saves.temps()).hasSize(1);
            disk.relent();
            storage.save(Saves.request("four"));
        }
        assertThat(saves.temps()).isEmpty();
        assertThat(saves.quarantine("unfinished")).hasSize(1);
    }

    @Test
    void unfinishedSavesThatAreNobodysToDeleteStopNoSaveThatCannotBePutInPlace() throws Exception {
        saves.hold("one");
        for (String token : List.of("a", "b", "c")) {
            Saves.sealed(saves.temp(token), "theirs" + token, 9, token, "f");
        }
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live())
                        || call.equals("delete") && path.toString().matches(".*[.]([abc])\\1{15}[.]tmp"),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            for (String word : List.of("two", "three", "four")) {
                assertThatThrownBy(() -> storage.save(Saves.request(word)))
                        .isInstanceOfSatisfying(
                                SaveException.class,
                                e -> assertThat(e.aftermath()).isEqualTo(SaveException.Aftermath.BYTES_KEPT));
            }
        }
    }

    private void threeHalvesAndAnUnfinished(String word) throws IOException {
        for (String token : List.of("a", "b", "c")) {
            Files.writeString(saves.temp(token), "{\"word\": \"ha");
        }
        Seal live = Saves.sealOf(saves.live());
        Seal next = new Seal(live.generation() + 1, "d".repeat(16), live.id(), Saves.NOW);
        Files.write(saves.temp("d"), sealed(word, next));
    }

    @Test
    void tempsThatWereDeletedWithAnUnfinishedSaveStopNotTheOneThatFollows() throws Exception {
        saves.hold("one");
        threeHalvesAndAnUnfinished("two");
        saves.hold("three");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("two");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void tempsThatCannotBeDeletedStopNoSaveWhoseUnfinishedOneCouldNotEvenBeWritten() throws Exception {
        saves.hold("one");
        threeHalvesAndAnUnfinished("two");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("reopen") || call.equals("delete"),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("two");
            assertThat(storage.save(Saves.request("three")).written()).isTrue();
        }
        assertThat(saves.load().content()).contains("three");
    }
}
