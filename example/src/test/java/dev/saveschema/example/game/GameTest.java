package dev.saveschema.example.game;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The game as somebody plays it, line by line; each run is a program of its own. */
class GameTest {

    @TempDir
    Path folder;

    private Instant now = Instant.now();

    private String play(String... lines) throws IOException {
        return playUntilTheEndOfTheInput(String.join("\n", lines) + "\nmenu\nquit\n");
    }

    private String playUntilTheEndOfTheInput(String typed) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new BufferedReader(new StringReader(typed)), new PrintStream(shown, true, UTF_8), false, true);
        new Menu(screen, () -> now, folder).run();
        return shown.toString(UTF_8);
    }

    private Path save(String slot) {
        return folder.resolve("slots").resolve(slot).resolve("save.json");
    }

    @Test
    void whatWasKneadedIsThereTheNextTime() throws IOException {
        assertThat(play("1", "", "", "name Ada's oven")).contains("A small bakery: 2 loaves, 0 ovens");
        assertThat(play("2", "")).contains("1  Ada's oven: 2 loaves, 0 ovens, saved ");
        assertThat(play("1")).contains("2  A small bakery: 1 loaves", "Ada's oven: 2 loaves, 0 ovens");
    }

    @Test
    void itIsSavedAlsoWhenTheInputJustEnds() throws IOException {
        playUntilTheEndOfTheInput("1\n\n\n\n");
        assertThat(BakerySchema.read(save("1")).value().loaves()).isEqualTo(3);
    }

    @Test
    void anOvenIsPaidForAndBakesWhileNobodyPlays() throws IOException {
        hold("1", BakerySchema.with(BakerySchema.defaults()).loaves(25).done());
        assertThat(play("1", "oven", "oven"))
                .contains("15 loaves, 1 ovens (the next costs 40)", "That takes 40 loaves.");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(play("1")).contains("While you were away, 60 loaves were baked.", "75 loaves, 1 ovens");
    }

    private void hold(String slot, Bakery... bakeries) throws IOException {
        try (SaveStore<Bakery> store =
                BakerySchema.slots(folder.resolve("slots")).open(slot)) {
            store.load();
            for (Bakery bakery : bakeries) {
                store.save(bakery);
            }
        }
    }

    @Test
    void savingShowsATick() throws IOException {
        assertThat(play("1", "", "save")).contains("1 loaves, 0 ovens (the next costs 10)   ✓ saved");
    }

    @Test
    void thePlayerGoesBackToYesterday() throws IOException {
        hold("1", named("Yesterday"), named("Today"));
        assertThat(play("1", "yesterday")).contains("Nothing is as old as that.", "1  20", "Yesterday: 0 loaves");
        now = now.plus(Duration.ofDays(1)).plusSeconds(600);
        assertThat(play("1", "yesterday")).contains("You are back at ");
        assertThat(BakerySchema.read(save("1")).value()).isEqualTo(named("Yesterday"));
        try (SaveStore<Bakery> store =
                BakerySchema.slots(folder.resolve("slots")).open("1")) {
            assertThat(store.kept()).hasSize(1); // and there is a way forward again
        }
    }

    private static Bakery named(String title) {
        return BakerySchema.with(BakerySchema.defaults()).title(title).done();
    }

    @Test
    void thePlayerGoesBackByNumber() throws IOException {
        hold("1", named("First"), named("Second"), named("Third"));
        assertThat(play("1", "back 9", "back 2")).contains("2  20", "First: 0 loaves", "You are back at ");
        assertThat(BakerySchema.read(save("1")).value()).isEqualTo(named("First"));
    }

    @Test
    void slotsAreCopiedDeletedAndBroughtBack() throws IOException {
        hold("1", named("Ada"));
        assertThat(play("copy 1 2", "delete 1", "copy 3 1", "copy 2 2", "delete 4", "undo", "undo"))
                .contains(
                        "2  Ada: 0 loaves",
                        "there is no such slot",
                        "there is one already",
                        "the slots are 1, 2 and 3",
                        "Nothing was deleted.");
        assertThat(play("")).contains("1  Ada: 0 loaves", "2  Ada: 0 loaves", "3  -");
    }

    @Test
    void aDamagedSlotIsListedAndPlayedFromTheSaveBefore() throws IOException {
        hold("1", named("Before"), named("Damaged"));
        byte[] bytes = Files.readAllBytes(save("1"));
        Files.write(save("1"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(play("1"))
                .contains(
                        "1  Before: 0 loaves, 0 ovens (the newest save is damaged; this one will be loaded)",
                        "The newest save was damaged; this is the one before it.");
    }

    @Test
    void settingsHoldForAllSlotsAndAreKept() throws IOException {
        assertThat(play("every 9", "colours")).contains("without colours, saved at least every 9 seconds");
        assertThat(play("every 0", "every x")).contains("in colours, saved at least every 5 seconds");
        assertThat(GameSettingsSchema.read(folder.resolve("settings.json")).value())
                .isEqualTo(new GameSettings(true, 5));
    }

    @Test
    void twoWindowsHaveTheSameSettingsAndDifferentSlots() throws IOException {
        hold("1", named("Ada"), named("Ada's oven"));
        try (SaveStore<Bakery> otherWindow =
                BakerySchema.slots(folder.resolve("slots")).open("1")) {
            otherWindow.load();
            assertThat(play("1", "every 9", "2", "", "menu", "1"))
                    .contains("Another window plays it: Ada's oven", "saved at least every 9 seconds", "1 loaves");
        }
    }

    @Test
    void aSlotIsMovedAndWhatIsDeletedCanBeForgotten() throws IOException {
        hold("1", named("Ada"));
        assertThat(play("move 1 3", "delete 3", "forget", "undo"))
                .contains("3  Ada: 0 loaves", "Gone for good: 3", "Nothing was deleted.");
        assertThat(folder.resolve("slots").resolve(".trash")).isEmptyDirectory();
    }

    @Test
    void aBakeryMovesToAnotherComputerAsAFile() throws IOException {
        hold("1", named("Ada"));
        Path file = folder.resolve("ada.json");
        assertThat(play("export 1 " + file, "export 1 " + file, "import 1 " + file, "import 2 " + file))
                .contains(
                        "Ada is in " + file, "FileAlreadyExistsException", "there is one already", "2  Ada: 0 loaves");
        Files.writeString(file, "no save");
        assertThat(play("import 3 " + file, "import 3 nowhere"))
                .contains("That is no save of this game", "NoSuchFileException", "3  -");
    }

    @Test
    void whatIsReplacedIsKeptAndThePlayerIsTold() throws IOException {
        hold("1", named("First"), named("Second"));
        assertThat(play("1", "back 1")).contains("What was replaced is kept as save.json.replaced-");
        assertThat(play("1", "kept")).contains(": REPLACED, kept 20");
    }

    @Test
    void nobodyElseReadsASave() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        play("1", "", "menu");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(save("1"))))
                .isEqualTo("rw-------");
    }

    /** A strict store throws where a load would have to repair something. */
    @Test
    void nothingThatThePlayerTypesIsOutsideItsLimits() throws IOException {
        StoreOptions strict = StoreOptions.defaults().strict();
        String typed = String.join("\n", "", "name " + "x".repeat(41), "oven", "name Ada", "save", "menu");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new BufferedReader(new StringReader(typed)), new PrintStream(shown, true, UTF_8), false, true);
        try (SaveStore<Bakery> store = SaveStore.inMemory(BakerySchema.INSTANCE, strict)) {
            new Shift(store, screen, () -> now, GameSettingsSchema.defaults()).play();
            assertThat(store.load().value().title()).isEqualTo("Ada");
        }
        assertThat(shown.toString(UTF_8)).contains("That name is too long.");
    }
}
