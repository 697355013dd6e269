package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A save is one save, in whatever case its name is written. */
class SpellingTest {

    @TempDir
    Path directory;

    private Path spelled(FileOps disk, String name) throws IOException {
        return new Spelling(disk).of(new FileNames(directory.resolve(name))).live();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hero.json", "HERO.JSON", "Hero.json"})
    void nameIsSpelledAsTheDirectoryListsIt(String opened) throws Exception {
        Files.createFile(directory.resolve("Hero.json"));
        assertThat(spelled(new FoldingDisk(), opened)).hasFileName("Hero.json");
    }

    @Test
    void otherFilesOfTheDirectoryAreNotTakenForIt() throws Exception {
        Files.createFile(directory.resolve("Hero.json"));
        for (int i = 0; i < 50; i++) {
            Files.createFile(directory.resolve("stranger" + i + ".json"));
        }
        assertThat(spelled(new FoldingDisk(), "hero.JSON")).hasFileName("Hero.json");
    }

    @Test
    void whereUpperAndLowerCaseDifferNoDirectoryIsListedHoweverManyFilesAreInIt() throws Exception {
        Files.createFile(directory.resolve("hero.json"));
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(spelled(disk, "hero.json")).hasFileName("hero.json");
        assertThat(disk.calls()).doesNotContain("list " + directory.getFileName());
    }

    @Test
    void nameOfASaveThatIsNotThereYetIsSpelledAsThatOfItsLockFile() throws Exception {
        Files.createFile(directory.resolve(".Hero.json.lock"));
        assertThat(spelled(new FoldingDisk(), "hero.JSON")).hasFileName("Hero.json");
    }

    @Test
    void saveOfWhichOnlyTheSystemKnowsIsNotThereAnyMore() throws Exception {
        Files.createFile(directory.resolve(".Hero.json.lock"));
        FileOps remembering = new FoldingDisk() {
            @Override
            public Optional<Attributes> attributes(Path path) throws IOException {
                return path.endsWith("hero.JSON") ? super.attributes(directory) : super.attributes(path);
            }
        };
        assertThat(spelled(remembering, "hero.JSON")).hasFileName("Hero.json");
    }

    @Test
    void nameOfNothingStaysAsItIs() throws Exception {
        assertThat(spelled(new FoldingDisk(), "hero.JSON")).hasFileName("hero.JSON");
    }

    @Test
    void nameThatIsCutInThatOfItsLockFileStaysAsItIs() throws Exception {
        FileNames names = new FileNames(directory.resolve("a".repeat(210) + ".json"));
        Files.createFile(names.lock());
        assertThat(new Spelling(new FoldingDisk()).of(names)).isEqualTo(names);
    }

    @Test
    void whereUpperAndLowerCaseDifferEachNameIsItsOwn() throws Exception {
        Files.createFile(directory.resolve("hero.json"));
        Files.createFile(directory.resolve("HERO.JSON"));
        assertThat(spelled(new ForwardingDisk(), "HERO.JSON")).hasFileName("HERO.JSON");
        assertThat(spelled(new ForwardingDisk(), "Hero.json")).hasFileName("Hero.json");
    }
}
