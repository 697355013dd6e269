package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Backups;
import dev.saveschema.Copy;
import dev.saveschema.KeepAside;
import dev.saveschema.KeptCopy;
import dev.saveschema.SyncMode;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backups that stay behind the two newest, and the copies that are kept aside. */
class DatedBackupsTest {

    private static final StorageOptions AT_ONCE = new StorageOptions(1 << 20, Duration.ZERO);

    @TempDir
    Path directory;

    private Saves saves;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private FileStorage open(StorageOptions options) throws IOException {
        return FileStorage.open(saves.live(), options, new ForwardingDisk(), () -> now);
    }

    private void save(StorageOptions options, String word, Keep... keep) throws IOException {
        try (FileStorage storage = open(options)) {
            storage.load(Saves.READER);
            storage.save(Saves.request(word, keep));
        }
    }

    private List<String> backups(StorageOptions options) throws IOException {
        try (FileStorage storage = open(options)) {
            List<String> words = new ArrayList<>();
            for (Copy copy : storage.backups()) {
                words.add(Saves.READER.salvage(storage.read(copy)).orElseThrow());
            }
            return words;
        }
    }

    @Test
    void asManyOfTheNewestStayAsAreAskedFor() throws IOException {
        StorageOptions four = AT_ONCE.backups(Backups.keep(4));
        for (String word : List.of("a", "b", "c", "d", "e", "f", "g")) {
            save(four, word);
        }
        assertThat(backups(four)).containsExactly("f", "e", "d", "c");
    }

    @Test
    void theLastSaveOfEachHourStaysThatHasOne() throws IOException {
        StorageOptions hourly = AT_ONCE.backups(Backups.keep(2).hourly(3));
        for (int hour = 10; hour < 16; hour++) {
            for (String minute : List.of("a", "b", "c")) {
                save(hourly, minute + hour);
                now = now.plus(Duration.ofMinutes(19));
            }
            now = now.plus(Duration.ofMinutes(3));
        }
        assertThat(backups(hourly)).containsExactly("b15", "a15", "c14", "c13");
        assertThat(saves.names()).contains("progress.json.g15-20261122T143800Z.bak");
    }

    @Test
    void afterAHolidayTheSaveFromBeforeItIsStillThere() throws IOException {
        StorageOptions daily = AT_ONCE.backups(Backups.keep(2).daily(3));
        save(daily, "before");
        now = now.plus(Duration.ofDays(30));
        for (String word : List.of("a", "b", "c", "d")) {
            save(daily, word);
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(backups(daily)).containsExactly("c", "b", "before");
    }

    @Test
    void whereAllNewerOnesAreDamagedADatedBackupIsLoaded() throws IOException {
        StorageOptions daily = AT_ONCE.backups(Backups.keep(2).daily(3));
        save(daily, "yesterday");
        now = now.plus(Duration.ofDays(1));
        for (String word : List.of("a", "b", "c")) {
            save(daily, word);
        }
        for (Path file : List.of(saves.live(), saves.newerBackup(), saves.olderBackup())) {
            Files.delete(file);
            Files.writeString(file, "damaged");
        }
        try (FileStorage storage = open(daily)) {
            Retrieval<String> loaded = storage.load(Saves.READER);
            assertThat(loaded.verdict()).isEqualTo(Retrieval.Verdict.RECOVERED);
            assertThat(loaded.content()).contains("yesterday");
        }
    }

    @Test
    void aDatedBackupThatAPersonEditedIsKeptAsideWhenItsTimeIsUp() throws IOException {
        StorageOptions three = AT_ONCE.backups(Backups.keep(3));
        for (String word : List.of("a", "b", "c", "d")) {
            save(three, word);
        }
        Path oldest = directory.resolve("progress.json.g1-20261122T100000Z.bak");
        Files.writeString(oldest, "{\"word\": \"mine\"}");
        save(three, "e");
        assertThat(oldest).doesNotExist();
        assertThat(saves.kept("{\"word\": \"mine\"}")).isTrue();
    }

    @Test
    void aDatedBackupThatAPersonWentBackToAndThenEditedIsKeptAsideWhenItsNameIsNeeded() throws IOException {
        StorageOptions many = AT_ONCE.backups(Backups.keep(12));
        for (String word : List.of("a", "b", "c", "d")) {
            save(many, word);
        }
        Path dated = saves.directory().resolve("progress.json.g1-20261122T100000Z.bak");
        Files.copy(dated, saves.live(), StandardCopyOption.REPLACE_EXISTING);
        String mine = Files.readString(dated).replace("\"a\"", "\"mine\"");
        Files.writeString(dated, mine);
        for (String word : List.of("e", "f", "g")) {
            save(many, word);
        }
        assertThat(Saves.READER.salvage(Files.readAllBytes(dated))).contains("a");
        assertThat(saves.quarantine("edited"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent(mine));
    }

    @Test
    void whatOnlyLooksLikeADatedBackupIsNobodysBackup() throws IOException {
        Path other = Files.writeString(directory.resolve("progress.json.g1-20261399T100000Z.bak"), "no such time");
        Path another = Files.writeString(directory.resolve("progress.json.g1.bak"), "no time");
        StorageOptions three = AT_ONCE.backups(Backups.keep(3));
        for (String word : List.of("a", "b", "c", "d", "e")) {
            save(three, word);
        }
        assertThat(other).exists();
        assertThat(another).exists();
        assertThat(backups(three)).containsExactly("d", "c", "b");
    }

    @Test
    void deletingASaveDeletesItsDatedBackups() throws IOException {
        StorageOptions three = AT_ONCE.backups(Backups.keep(3));
        for (String word : List.of("a", "b", "c", "d", "e")) {
            save(three, word);
        }
        new FileRemoval().remove(saves.live(), three);
        assertThat(saves.names()).isEmpty();
    }

    /** Saves five times, hides the save, and saves once more. */
    private void saveHiddenAfterFive(StorageOptions options, Set<PosixFilePermission> hidden) throws IOException {
        for (String word : List.of("a", "b", "c", "d", "e")) {
            save(options, word);
        }
        Files.setPosixFilePermissions(saves.live(), hidden);
        save(options, "f");
    }

    @Test
    void aSaveThatAPersonHidesHidesItsDatedBackups() throws IOException {
        StorageOptions four = AT_ONCE.backups(Backups.keep(4));
        Set<PosixFilePermission> hidden = PosixFilePermissions.fromString("rw-------");
        saveHiddenAfterFive(four, hidden);
        Path dated = directory.resolve("progress.json.g2-20261122T100000Z.bak");
        assertThat(Files.getPosixFilePermissions(dated)).isEqualTo(hidden);
    }

    @Test
    void aSaveThatAPersonHidesHidesTheBackupThatGetsItsDateByTheNextSave() throws IOException {
        StorageOptions four = AT_ONCE.backups(Backups.keep(4));
        Set<PosixFilePermission> hidden = PosixFilePermissions.fromString("rw-------");
        saveHiddenAfterFive(four, hidden);
        assertThat(saves.names())
                .filteredOn(name -> !name.endsWith(".lock"))
                .contains("progress.json.g3-20261122T100000Z.bak")
                .allSatisfy(name -> assertThat(Files.getPosixFilePermissions(directory.resolve(name)))
                        .isEqualTo(hidden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.json.bak1", "progress.json.bak2"})
    void aSaveThatAPersonHidesHidesItsBackupsWhereOneIsMissing(String missing) throws IOException {
        StorageOptions four = AT_ONCE.backups(Backups.keep(4));
        for (String word : List.of("a", "b", "c", "d", "e")) {
            save(four, word);
        }
        Set<PosixFilePermission> hidden = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(saves.live(), hidden);
        Files.delete(directory.resolve(missing));
        save(four, "f");
        assertThat(saves.names())
                .filteredOn(name -> !name.endsWith(".lock"))
                .hasSizeGreaterThan(3)
                .allSatisfy(name -> assertThat(Files.getPosixFilePermissions(directory.resolve(name)))
                        .isEqualTo(hidden));
    }

    @Test
    void whoAsksForFewerBackupsHasNoMoreAfterTheNextSave() throws IOException {
        for (String word : List.of("a", "b", "c", "d", "e")) {
            save(AT_ONCE.backups(Backups.keep(4)), word);
        }
        save(AT_ONCE, "f");
        assertThat(backups(AT_ONCE)).containsExactly("e", "d");
    }

    private void repair(StorageOptions options, String word, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            saves.edit("{\"word\": \"" + word + i + "\"}");
            save(options, "repaired" + i, new Keep.Aside(QuarantineReason.REPAIRED));
            now = now.plusSeconds(1);
        }
    }

    @Test
    void ofRepairedCopiesTheFirstAndTheSevenNewestStayByDefault() throws IOException {
        repair(AT_ONCE, "w", 12);
        assertThat(saves.quarantine("repaired"))
                .hasSize(8)
                .anySatisfy(file -> assertThat(file).hasContent("{\"word\": \"w0\"}"))
                .noneSatisfy(file -> assertThat(file).hasContent("{\"word\": \"w4\"}"))
                .anySatisfy(file -> assertThat(file).hasContent("{\"word\": \"w5\"}"));
    }

    @Test
    void whoAsksForItKeepsEverythingOrAlmostNothing() throws IOException {
        repair(AT_ONCE.keepAside(KeepAside.forever()), "w", 12);
        assertThat(saves.quarantine("repaired")).hasSize(12);
        repair(AT_ONCE.keepAside(KeepAside.newest(3)), "another", 1);
        try (FileStorage storage = open(AT_ONCE)) {
            assertThat(storage.kept()).hasSize(3);
            assertThat(storage.kept()).extracting(KeptCopy::why).contains(KeptCopy.Why.REPAIRED);
        }
    }

    private static final class Years {

        private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        private static final Backups POLICY = Backups.keep(2).hourly(3);

        /** Two saves an hour. */
        static Instant time(int save) {
            return Instant.parse("2026-11-22T10:00:00Z").plus(Duration.ofMinutes(30L * save));
        }

        /** The saves that have to be there after this many. */
        static Set<String> needed(int saved) {
            Set<String> needed = new TreeSet<>();
            Set<Long> hours = new TreeSet<>();
            for (int i = saved - 1; i >= 0; i--) {
                long hour = time(i).getEpochSecond() / 3600;
                if (i > saved - 4 || hours.size() < 3 && !hours.contains(hour)) {
                    needed.add(WORDS.get(i));
                }
                hours.add(hour);
            }
            return needed;
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void noPowerCutTakesABackupThatIsToStay(Profile profile) throws IOException {
        Path root = Path.of("/simulated");
        SimulatedDisk disk = new SimulatedDisk(root, profile);
        int[] saved = {0};
        StorageOptions options = AT_ONCE.backups(Years.POLICY);
        try (FileStorage storage = FileStorage.open(
                root.resolve("progress.json"),
                options,
                disk.mount("program"),
                () -> Years.time(saved[0]),
                SameThread.io())) {
            storage.load(Saves.READER);
            disk.record(() -> saved[0]);
            for (String word : Years.WORDS) {
                storage.save(Saves.request(word));
                saved[0]++;
            }
        }
        for (Moment moment : disk.moments()) {
            for (PowerCuts.Remains remains : new PowerCuts(profile, 1, 2).of(moment)) {
                SimulatedDisk left = disk.after(root, remains);
                int acknowledged = moment.mark();
                Set<String> wanted = new TreeSet<>(Years.needed(acknowledged));
                wanted.retainAll(Years.needed(Math.min(acknowledged + 1, Years.WORDS.size())));
                if (!profile.isOrdered()) {
                    // A save does not wait for the two names that its backups change; the others it does not touch.
                    wanted.removeAll(Years.WORDS.subList(Math.max(0, acknowledged - 2), acknowledged));
                }
                assertThat(words(left.files()))
                        .as("%s: %s", moment.call(), left.files().keySet())
                        .containsAll(wanted);
            }
        }
    }

    private static Set<String> words(Map<String, byte[]> files) {
        return files.values().stream()
                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).endsWith("\"}\n}\n"))
                .flatMap(bytes -> Saves.READER.salvage(bytes).stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whoDoesNotWaitToTheLastFindsAWholeSaveAfterAPowerCut(Profile profile) throws IOException {
        Path root = Path.of("/simulated");
        SimulatedDisk disk = new SimulatedDisk(root, profile);
        StorageOptions atomic = AT_ONCE.durability(SyncMode.ATOMIC);
        Path live = root.resolve("progress.json");
        try (FileStorage storage = FileStorage.open(live, AT_ONCE, disk.mount("first"), disk::now, SameThread.io())) {
            storage.load(Saves.READER);
            storage.save(Saves.request("first"));
        }
        try (FileStorage storage = FileStorage.open(live, atomic, disk.mount("program"), disk::now, SameThread.io())) {
            storage.load(Saves.READER);
            disk.record(() -> 0);
            for (String word : List.of("a", "b", "c")) {
                storage.save(Saves.request(word));
            }
        }
        Set<String> found = new TreeSet<>();
        for (Moment moment : disk.moments()) {
            for (PowerCuts.Remains remains : new PowerCuts(profile, 1, 4).of(moment)) {
                SimulatedDisk left = disk.after(root, remains);
                try (FileStorage next =
                        FileStorage.open(live, atomic, left.mount("next"), left::now, SameThread.io())) {
                    found.add(next.load(Saves.READER).content().orElse("nothing"));
                }
            }
        }
        assertThat(found).contains("first").isSubsetOf("first", "a", "b", "c");
    }

    /** Numbers are those of the files' times, which need not differ where saves follow each other at once. */
    @Test
    void backupsOfAFormatWithoutASealAreNumberedByTheirTimesAndNoneReplacesAnother() throws IOException {
        StorageOptions plain = AT_ONCE.sealed(false).backups(Backups.keep(5));
        FileOps oneMoment = new ForwardingDisk() {
            @Override
            public Optional<Attributes> attributes(Path path) throws IOException {
                return super.attributes(path)
                        .map(found -> new Attributes(
                                found.kind(),
                                found.fileKey(),
                                found.size(),
                                FileTime.from(Instant.parse("2026-11-22T10:00:00Z")),
                                found.permissions()));
            }
        };
        try (FileStorage storage = FileStorage.open(saves.live(), plain, oneMoment, () -> now)) {
            storage.load(Saves.READER);
            for (String word : List.of("a", "b", "c", "d", "e")) {
                storage.save(whole(word));
            }
        }
        assertThat(backups(plain)).containsExactly("d", "c", "b", "a");
        long moment = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
        assertThat(saves.names())
                .contains(
                        "progress.json.g" + moment + "-20261122T100000Z.bak",
                        "progress.json.g" + (moment + 1) + "-20261122T100000Z.bak");
    }

    private static SaveRequest whole(String word) {
        byte[] body = "{\"word\": \"%s\"}".formatted(word).getBytes(UTF_8);
        return new SaveRequest(body, SaveRequest.Layout.COMPACT, List.of());
    }

    @Test
    void backupThatCannotBeListedIsDeletedByALaterSaveAndStopsNone() throws IOException {
        StorageOptions three = AT_ONCE.backups(Backups.keep(3));
        boolean[] refuses = {true};
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (refuses[0] && name.equals("list")) {
                    throw new IOException("Input/output error");
                }
                return call.make();
            }
        };
        try (FileStorage storage = FileStorage.open(saves.live(), three, disk, () -> now)) {
            refuses[0] = false;
            storage.load(Saves.READER);
            refuses[0] = true;
            for (String word : List.of("a", "b", "c", "d", "e", "f")) {
                storage.save(Saves.request(word));
            }
            refuses[0] = false;
            assertThat(storage.backups()).hasSize(5);
            storage.save(Saves.request("g"));
            assertThat(storage.backups()).hasSize(3);
        }
    }

    @Test
    void directoryWithTheNameOfADatedBackupStays() throws IOException {
        StorageOptions three = AT_ONCE.backups(Backups.keep(3));
        Path directoryOfItsOwn = Files.createDirectory(directory.resolve("progress.json.g1-20261122T100000Z.bak"));
        try (FileStorage storage = open(three)) {
            storage.load(Saves.READER);
            for (String word : List.of("a", "b", "c", "d", "e", "f", "g")) {
                now = now.plus(Duration.ofMinutes(1));
                storage.save(Saves.request(word));
            }
        }
        assertThat(directoryOfItsOwn).isDirectory();
        assertThat(backups(three)).containsExactly("f", "e", "d");
    }

    @Test
    void hourlyBackupStaysThoughTheNextOneCannotBeMoved() throws Exception {
        Instant[] now = {Instant.parse("2026-11-22T10:00:00Z")};
        boolean[] refuses = new boolean[1];
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (refuses[0] && name.equals("move") && path.equals(saves.olderBackup())) {
                    throw new AccessDeniedException(path.toString());
                }
                return super.through(name, path, call);
            }
        };
        StorageOptions hourly = new StorageOptions(1 << 20, Duration.ZERO)
                .backups(Backups.keep(2).hourly(24));
        try (FileStorage storage = FileStorage.open(saves.live(), hourly, disk, () -> now[0])) {
            storage.load(Saves.READER);
            for (String word : List.of("ten", "eleven", "twelve", "thirteen")) {
                storage.save(Saves.request(word));
                now[0] = now[0].plus(Duration.ofHours(1));
            }
            refuses[0] = true;
            storage.save(Saves.request("fourteen"));
            refuses[0] = false;
        }
        boolean found = false;
        for (String name : saves.names()) {
            Path file = saves.directory().resolve(name);
            found |= name.startsWith("progress.json") && Saves.wordIn(file).equals("eleven");
        }
        assertThat(found).isTrue();
    }

    @Test
    void theHoursOfTheTwoNewestBackupsAreAmongThoseThatAreAskedFor() throws IOException {
        StorageOptions hourly = AT_ONCE.backups(Backups.keep(2).hourly(3));
        for (String word : List.of("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")) {
            save(hourly, word);
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(backups(hourly)).containsExactly("fourteen", "thirteen");
    }

    @Test
    void theLastSaveOfAnHourStaysInAFormatWithoutASealToo() throws IOException {
        StorageOptions hourly = AT_ONCE.sealed(false).backups(Backups.keep(3).hourly(2));
        for (String hour : List.of("14", "15")) {
            for (String word : List.of("a", "b", "c", "d")) {
                try (FileStorage storage = open(hourly)) {
                    storage.load(Saves.READER);
                    storage.save(whole(word + hour));
                }
                Files.setLastModifiedTime(saves.live(), FileTime.from(now));
                now = now.plus(Duration.ofMinutes(15));
            }
        }
        now = now.minus(Duration.ofMinutes(15));
        assertThat(backups(hourly)).containsExactly("c15", "b15", "a15", "d14");
    }
}
