package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are kept aside, whatever else is in the directory. */
class QuarantineTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private static SaveReceipt loadAndSave(FileStorage opened, String word, Keep... keep) throws IOException {
        try (FileStorage storage = opened) {
            storage.load(Saves.READER);
            return storage.save(Saves.request(word, keep));
        }
    }

    // The directory of a program that runs with LANG=C, with an accent in a file's name.
    @Test
    void nameThatMakesNoPathIsInNobodysWay() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        FileOps disk = new ForwardingDisk() {
            @Override
            public List<String> list(Path path, Predicate<String> wanted) throws IOException {
                List<String> names = new ArrayList<>(super.list(path, wanted));
                Stream.of("no path\0").filter(wanted).forEach(names::add);
                return names;
            }
        };
        loadAndSave(saves.open(disk), "three");
        assertThat(saves.kept("damage")).isTrue();
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void versionIsKeptThoughADirectoryHasItsName() throws Exception {
        saves.hold("one");
        String one = Files.readString(saves.live());
        Files.createDirectory(saves.directory().resolve("progress.json.v1.bak"));
        SaveReceipt receipt = loadAndSave(saves.open(), "two", new Keep.AsVersion(1));
        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(one));
    }

    @Test
    void versionIsKeptThoughNobodyCanReadWhatHasItsNames() throws Exception {
        saves.hold("one");
        String one = Files.readString(saves.live());
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("read") && path.toString().endsWith(".bak"),
                path -> new AccessDeniedException(path.toString()));
        SaveReceipt first = loadAndSave(saves.open(), "two", new Keep.AsVersion(1));
        SaveReceipt second = loadAndSave(saves.open(disk), "three", new Keep.AsVersion(1));
        assertThat(first.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(one));
        assertThat(second.preserved()).hasSize(1).doesNotContainAnyElementsOf(first.preserved());
    }

    @Test
    void fileThatIsTooLargeToBeReadIsKeptWhereThereAreNoLinks() throws Exception {
        String large = "{\"word\": \"" + "x".repeat(200_000) + "\"}";
        saves.edit(large);
        DiskThatRefuses noLinks = DiskThatRefuses.calls(
                "link", path -> new FileSystemException(path.toString(), null, "Operation not permitted"));
        StorageOptions small = new StorageOptions(1000, Duration.ZERO);
        loadAndSave(FileStorage.open(saves.live(), small, noLinks, InstantSource.system()), "one");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
        assertThat(saves.kept(large)).isTrue();
    }

    @Test
    void whatIsKeptSharesItsFileWithNoOtherName() throws Exception {
        saves.hold("one", "two");
        String two = Files.readString(saves.live());
        SaveReceipt receipt =
                loadAndSave(saves.open(), "three", new Keep.AsVersion(1), new Keep.Aside(QuarantineReason.REPAIRED));
        Files.writeString(saves.newerBackup(), "somebody edits the backup in place");
        assertThat(receipt.preserved()).hasSize(1).allSatisfy(kept -> {
            assertThat(kept.path().orElseThrow()).hasContent(two);
            assertThat(Files.getAttribute(kept.path().orElseThrow(), "unix:nlink"))
                    .isEqualTo(1);
        });
    }

    /** Sums can be made equal, and a name can be given to anything. */
    @Test
    void fileOfTheSameSumsAndSizeIsNoCopyUnlessItHoldsTheSame() throws Exception {
        saves.edit("damage");
        CRC32C sum = new CRC32C();
        sum.update("damage".getBytes(UTF_8));
        Path other =
                saves.directory().resolve("progress.json.corrupt-20261122T194703Z-%08x.json".formatted(sum.getValue()));
        Files.writeString(other, "DAMAGE");
        assertThat(loadAndSave(saves.open(), "one").preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("damage"));
        assertThat(other).hasContent("DAMAGE");
    }

    @Test
    void contentOfOneSizeThatIsKeptByOneProgramIsToldApart() throws Exception {
        try (FileStorage storage = saves.open()) {
            for (String word : List.of("first", "other")) {
                saves.edit("{\"word\": \"" + word + "\"}");
                storage.load(Saves.READER);
                storage.save(Saves.request("next", new Keep.AsVersion(1)));
            }
        }
        assertThat(saves.directory().resolve("progress.json.v1.bak")).hasContent("{\"word\": \"first\"}");
        assertThat(saves.names())
                .filteredOn(name -> name.matches("progress\\.json\\.v1-.*\\.bak"))
                .singleElement()
                .satisfies(name -> assertThat(saves.directory().resolve(name)).hasContent("{\"word\": \"other\"}"));
    }

    @Test
    void whatIsKeptStaysAsItIsThoughTheSaveFails() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new AccessDeniedException(path.toString()));
        assertThatThrownBy(() -> loadAndSave(saves.open(disk), "three")).isInstanceOf(SaveException.class);
        Files.copy(saves.newerBackup(), saves.live(), StandardCopyOption.REPLACE_EXISTING);
        saves.edit("other");
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent("damage"));
    }

    @Test
    void symbolicLinkIsNoCopyWhereverItLeads() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        Files.createSymbolicLink(saves.directory().resolve("progress.json.v1.bak"), saves.live());
        SaveReceipt receipt = loadAndSave(saves.open(), "one", new Keep.AsVersion(1));
        assertThat(receipt.preserved()).singleElement().satisfies(kept -> {
            assertThat(kept.path().orElseThrow())
                    .hasContent("{\"word\": \"plain\"}")
                    .isRegularFile();
            assertThat(Files.isSymbolicLink(kept.path().orElseThrow())).isFalse();
        });
    }

    @Test
    void secondNameIsNoCopy() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        Path second = saves.directory().resolve("progress.json.v1.bak");
        Files.createLink(second, saves.live());
        SaveReceipt receipt = loadAndSave(saves.open(), "one", new Keep.AsVersion(1));
        Files.writeString(second, "edited under its other name");
        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("{\"word\": \"plain\"}"));
    }

    @Test
    void copyThatHasASecondNameOfItsOwnIsNoCopy() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        Path theirs = Files.copy(saves.live(), saves.directory().resolve("theirs"));
        Files.createLink(saves.directory().resolve("progress.json.v1.bak"), theirs);
        SaveReceipt receipt = loadAndSave(saves.open(), "one", new Keep.AsVersion(1));
        Files.writeString(theirs, "edited under its other name");
        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("{\"word\": \"plain\"}"));
    }

    @Test
    void firstFileOfAVersionIsAWholeOne() throws Exception {
        for (String found : List.of("link", "second name", "half", "nothing", "directory")) {
            Saves here = new Saves(Files.createDirectory(saves.directory().resolve(found)));
            here.hold("one");
            String one = Files.readString(here.live());
            Path version = here.directory().resolve("progress.json.v3.bak");
            switch (found) {
                case "link" -> Files.createSymbolicLink(version, here.live());
                case "second name" -> Files.createLink(version, here.live());
                case "half" -> Files.writeString(version, one.substring(0, one.length() / 2));
                case "nothing" -> Files.createFile(version);
                default -> Files.createDirectory(version);
            }
            SaveReceipt receipt = loadAndSave(here.open(), "two", new Keep.FirstOfVersion(3));
            assertThat(receipt.preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow())
                            .as(found)
                            .isNotEqualTo(version)
                            .hasContent(one));
            assertThat(loadAndSave(here.open(), "three", new Keep.FirstOfVersion(3))
                            .preserved())
                    .isEqualTo(receipt.preserved());
        }
    }

    @Test
    void firstFileOfAVersionIsNotThatOfALongerNumber() throws Exception {
        saves.hold("one", "two");
        Files.copy(saves.newerBackup(), saves.directory().resolve("progress.json.v31.bak"));
        loadAndSave(saves.open(), "three", new Keep.FirstOfVersion(3));
        assertThat(Saves.wordIn(saves.directory().resolve("progress.json.v3.bak")))
                .isEqualTo("two");
    }

    @Test
    void whatIsKeptIsDurableUnderItsNameBeforeItIsReplaced() throws Exception {
        saves.hold("one", "two");
        saves.edit("damage");
        DiskThatRemembers disk = new DiskThatRemembers();
        loadAndSave(saves.open(disk), "three");
        String kept = saves.quarantine("corrupt").get(0).getFileName().toString();
        String forced = "forceDirectory " + saves.directory().getFileName();
        assertThat(disk.changes())
                .containsSubsequence("create " + kept, "output force " + kept, forced, "move progress.json", forced);
    }

    @Test
    void firstFileOfAVersionIsKeptAndNoOther() throws Exception {
        saves.hold("one");
        String one = Files.readString(saves.live());
        Path kept = saves.directory().resolve("progress.json.v5.bak");
        SaveReceipt first = loadAndSave(saves.open(), "two", new Keep.FirstOfVersion(5));
        SaveReceipt second = loadAndSave(saves.open(), "three", new Keep.FirstOfVersion(5));
        assertThat(first.preserved())
                .extracting(copy -> copy.path().orElseThrow())
                .containsExactly(kept);
        assertThat(second.preserved())
                .extracting(copy -> copy.path().orElseThrow())
                .containsExactly(kept);
        assertThat(kept).hasContent(one);
        assertThat(saves.names()).filteredOn(name -> name.contains(".v5")).hasSize(1);
    }

    @Test
    void contentThatIsKeptAsOneVersionIsNotKeptAgainAsAnother() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        loadAndSave(saves.open(), "one", new Keep.AsVersion(1));
        saves.edit("{\"word\": \"plain\"}");
        SaveReceipt receipt = loadAndSave(saves.open(), "two", new Keep.AsVersion(2));
        assertThat(receipt.preserved())
                .extracting(copy -> copy.path().orElseThrow().getFileName().toString())
                .containsExactly("progress.json.v1.bak");
        assertThat(saves.names()).filteredOn(name -> name.contains(".v2")).isEmpty();
    }

    @Test
    void versionIsKeptThoughItsNamesAreTakenOneAfterTheOther() throws Exception {
        String plain = "{\"word\": \"plain\"}";
        saves.edit(plain);
        CRC32C sum = new CRC32C();
        sum.update(plain.getBytes(UTF_8));
        String tag = "%08x".formatted(sum.getValue());
        for (String name : List.of("v1.bak", "v1-" + tag + ".bak", "v1-" + tag + "-2.bak")) {
            Files.createDirectory(saves.directory().resolve("progress.json." + name));
        }
        SaveReceipt receipt = loadAndSave(saves.open(), "one", new Keep.AsVersion(1));
        Path third = saves.directory().resolve("progress.json.v1-" + tag + "-3.bak");
        assertThat(receipt.preserved())
                .extracting(copy -> copy.path().orElseThrow())
                .containsExactly(third);
        assertThat(third).hasContent(plain);
    }

    @Test
    void nameThatSomebodyTakesInTheLastMomentIsLeftToHim() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        Path first = saves.directory().resolve("progress.json.v1.bak");
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("create") && path.equals(first)) {
                    Files.writeString(first, "theirs");
                }
                return call.make();
            }
        };
        SaveReceipt receipt = loadAndSave(saves.open(disk), "one", new Keep.AsVersion(1));
        assertThat(first).hasContent("theirs");
        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("{\"word\": \"plain\"}"));
    }

    private SaveReceipt saveBesideWhatIsTooLarge(String word) throws IOException {
        StorageOptions small = new StorageOptions(1000, Duration.ZERO);
        return loadAndSave(saves.open(new ForwardingDisk(), small), word);
    }

    @Test
    void ofTwoFilesThatAreTooLargeToBeReadBothAreKept() throws Exception {
        for (String letter : List.of("a", "b")) {
            saves.edit("{\"word\": \"" + letter.repeat(2000) + "\"}");
            saveBesideWhatIsTooLarge("one");
        }
        assertThat(saves.kept("{\"word\": \"" + "a".repeat(2000) + "\"}")).isTrue();
        assertThat(saves.kept("{\"word\": \"" + "b".repeat(2000) + "\"}")).isTrue();
    }

    @Test
    void directoryIsNoCopyOfAFileThatIsTooLargeToBeRead() throws Exception {
        String large = "{\"word\": \"" + "x".repeat(2000) + "\"}";
        saves.edit(large);
        Files.createDirectory(saves.directory().resolve("progress.json.corrupt-20261122T194703Z-toolarge.json"));
        saveBesideWhatIsTooLarge("one");
        assertThat(saves.kept(large)).isTrue();
    }

    /** It need not survive a power cut, then: another one is made that does. */
    @Test
    void copyThatCannotBeWrittenOnceMoreIsNoCopy() throws Exception {
        String plain = "{\"word\": \"plain\"}";
        DiskThatRefuses disk =
                DiskThatRefuses.calls("reopen", path -> new FileSystemException(path.toString(), null, "I/O error"));
        for (String content : List.of("damage", plain)) {
            Keep[] wishes = content.equals(plain) ? new Keep[] {new Keep.AsVersion(1)} : new Keep[0];
            saves.edit(content);
            SaveReceipt first = loadAndSave(saves.open(), "one", wishes);
            saves.edit(content);
            SaveReceipt second = loadAndSave(saves.open(disk), "two", wishes);
            assertThat(first.preserved()).as(content).hasSize(1);
            assertThat(second.preserved())
                    .as(content)
                    .doesNotContainAnyElementsOf(first.preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(content));
        }
    }

    @Test
    void copyThatAnotherProgramMadeBetweenTwoSavesIsNotMadeAgain() throws Exception {
        CRC32C sum = new CRC32C();
        sum.update("other".getBytes(UTF_8));
        Path theirs =
                saves.directory().resolve("progress.json.corrupt-20261122T194703Z-%08x.json".formatted(sum.getValue()));
        try (FileStorage storage = saves.open()) {
            saves.edit("damage");
            storage.load(Saves.READER);
            storage.save(Saves.request("one"));
            Files.writeString(theirs, "other");
            saves.edit("other");
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("two")).preserved())
                    .extracting(copy -> copy.path().orElseThrow())
                    .containsExactly(theirs);
        }
    }
}
