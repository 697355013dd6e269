package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.JavaProcess;
import dev.saveschema.storage.Keep.QuarantineReason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names beside a save are the documented ones, are told from all others, and belong to one save. */
class FileNamesTest {

    private static final Instant TIME = Instant.parse("2026-11-22T19:47:03Z");
    private static final Path SAVES = Path.of("/saves");

    private final FileNames names = named("progress.json");

    private static FileNames named(String live) {
        return new FileNames(SAVES.resolve(live));
    }

    private static String name(Path path) {
        assertThat(path).hasParentRaw(SAVES);
        return path.getFileName().toString();
    }

    @Test
    void namesAreThoseOfTheDocumentation() {
        assertThat(names.backups())
                .extracting(FileNamesTest::name)
                .containsExactly("progress.json.bak1", "progress.json.bak2");
        assertThat(name(names.dated(42, TIME))).isEqualTo("progress.json.g42-20261122T194703Z.bak");
        assertThat(name(names.temp("6f1c0a9b5e3d7712"))).isEqualTo(".progress.json.6f1c0a9b5e3d7712.tmp");
        assertThat(name(names.lock())).isEqualTo(".progress.json.lock");
        assertThat(name(names.nextLock())).isEqualTo(".progress.json.lock.new");
        assertThat(name(names.version(2, ""))).isEqualTo("progress.json.v2.bak");
        assertThat(name(names.version(2, "-4ea1af90"))).isEqualTo("progress.json.v2-4ea1af90.bak");
        assertThat(name(names.quarantine(QuarantineReason.CORRUPT, TIME, "4ea1af90", 1)))
                .isEqualTo("progress.json.corrupt-20261122T194703Z-4ea1af90.json");
        assertThat(name(names.quarantine(QuarantineReason.CORRUPT, TIME, "4ea1af90", 2)))
                .isEqualTo("progress.json.corrupt-20261122T194703Z-4ea1af90-2.json");
    }

    @ParameterizedTest
    @EnumSource
    void evidenceIsRecognizedWithItsReasonAndItsTime(QuarantineReason reason) {
        for (int count : List.of(1, 2, 10)) {
            String name = name(names.quarantine(reason, TIME, "toolarge", count));
            assertThat(names.isQuarantine(name)).isTrue();
            assertThat(names.isKept(name)).isTrue();
            assertThat(names.quarantineReason(name)).isEqualTo(reason);
            assertThat(names.quarantineTime(name)).contains(TIME);
            assertThat(names.listed(name)).isEqualTo(SAVES.resolve(name));
        }
    }

    @Test
    void evidenceOfAContentIsToldFromThatOfAnotherByItsTag() {
        for (int count : List.of(1, 2, 10)) {
            String name = name(names.quarantine(QuarantineReason.EDITED, TIME, "4ea1af90", count));
            assertThat(names.isQuarantine(name, "4ea1af90")).isTrue();
            assertThat(names.isQuarantine(name, "4ea1af91")).isFalse();
            assertThat(names.isQuarantine(name, "20261122")).isFalse();
            assertThat(named("other.json").isQuarantine(name, "4ea1af90")).isFalse();
        }
        assertThat(names.isQuarantine(name(names.version(2, "-4ea1af90")), "4ea1af90"))
                .isFalse();
    }

    @Test
    void evidenceThatSomebodyNamedIsKeptAndHasNoTime() {
        String name = "progress.json.corrupt-20261399T250000Z-4ea1af90.json";
        assertThat(names.isQuarantine(name)).isTrue();
        assertThat(names.quarantineTime(name)).isEmpty();
    }

    @Test
    void datedBackupsAreListedFromTheOldestAndNothingElseIs() {
        Instant later = TIME.plusSeconds(3600);
        List<String> listed = List.of(
                name(names.dated(10, later)),
                name(names.dated(9, TIME)),
                "progress.json.g11-20261399T250000Z.bak", // a name that somebody gave
                "progress.json.bak1",
                "other.json.g8-20261122T194703Z.bak");
        assertThat(names.datedIn(listed)).containsExactly(names.dated(9, TIME), names.dated(10, later));
        assertThat(listed).noneMatch(names::isKept);
        assertThat(names.datedNumber(listed.get(0))).isEqualTo(10);
        assertThat(names.datedTime(listed.get(0))).isEqualTo(later);
    }

    @Test
    void nameOfTwoHundredBytesIsWholeInTheNamesBesideIt() {
        for (String live : List.of("a".repeat(200), "é".repeat(100), "🗡".repeat(50))) {
            assertThat(name(named(live).newerBackup())).isEqualTo(live + ".bak1");
        }
    }

    @Test
    void longerNameIsCutBetweenLettersAndToldApartByItsChecksum() {
        assertThat(name(named("a".repeat(201)).lock())).matches("\\." + "a".repeat(100) + "~[0-9a-f]{8}\\.lock");
        assertThat(name(named("é".repeat(101)).newerBackup())).matches("é".repeat(50) + "~[0-9a-f]{8}\\.bak1");
        assertThat(name(named("x" + "🗡".repeat(50)).newerBackup()))
                .matches("x" + "🗡".repeat(24) + "~[0-9a-f]{8}\\.bak1");
        assertThat(Set.of(
                        named("a".repeat(201)).lock(),
                        named("a".repeat(202)).lock(),
                        named("a".repeat(200) + "b").lock()))
                .hasSize(3);
    }

    @Test
    void everyNameBesideALongNameFitsAndIsRecognized() {
        FileNames longest = named("🗡".repeat(63));
        String evidence = name(longest.quarantine(QuarantineReason.UNFINISHED, TIME, "unreadable", 99));
        String dated = name(longest.dated(999_999_999_999_999L, TIME));
        String temp = name(longest.temp("0123456789abcdef"));
        String version = name(longest.version(Integer.MAX_VALUE, "-unreadable-99"));
        assertThat(List.of(evidence, dated, temp, version))
                .allSatisfy(name -> assertThat(name.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255));
        assertThat(longest.isQuarantine(evidence)).isTrue();
        assertThat(longest.isDated(dated)).isTrue();
        assertThat(longest.isTemp()).accepts(temp);
        assertThat(longest.isVersion(version)).isTrue();
        FileNames other = named("🗡".repeat(62));
        assertThat(other.isQuarantine(evidence)).isFalse();
        assertThat(other.isDated(dated)).isFalse();
        assertThat(other.isTemp()).rejects(temp);
        assertThat(other.isVersion(version)).isFalse();
    }

    /** Says the names beside the only save of a directory. */
    static final class Saying {

        private Saying() {}

        public static void main(String[] arguments) throws IOException {
            try (DirectoryStream<Path> saves = Files.newDirectoryStream(Path.of(arguments[0]))) {
                FileNames names = new FileNames(saves.iterator().next());
                System.out.println(names.newerBackup().toUri());
                System.out.println(names.lock().toUri());
                System.out.println(
                        new Spelling(new DiskFileOps()).of(names).live().toUri());
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "each name can be spelled there")
    void saveWhoseNameTheCharacterSetOfTheSystemCannotSpellHasItsFilesBesideItNevertheless(@TempDir Path directory)
            throws Exception {
        String save = directory.toUri() + "Gr%C3%B6%C3%9Fe.json";
        Files.createFile(Path.of(URI.create(save)));
        try (JavaProcess program = JavaProcess.start(List.of("env", "LC_ALL=C"), Saying.class, directory.toString())) {
            assertThat(program.output().lines())
                    .containsExactly(save + ".bak1", save.replace("Gr%", ".Gr%") + ".lock", save);
        }
    }

    @Test
    void namesAreInTheFileSystemOfTheSave(@TempDir Path directory) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("saves.zip"), Map.of("create", true))) {
            Path live = zip.getPath("/progress.json");
            assertThat(new FileNames(live).lock()).isEqualTo(zip.getPath("/.progress.json.lock"));
        }
    }
}
