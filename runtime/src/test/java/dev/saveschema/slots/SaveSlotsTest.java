package dev.saveschema.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backups;
import dev.saveschema.InUseException;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.SlotNameException;
import dev.saveschema.StoreOptions;
import dev.saveschema.slots.Heroes.Hero;
import dev.saveschema.slots.Heroes.Shown;
import dev.saveschema.slots.Slot.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveSlotsTest {

    private static final StoreOptions AT_ONCE = StoreOptions.defaults().lockTimeout(Duration.ZERO);

    @TempDir
    Path folder;

    private SaveSlots<Hero> slots;

    @BeforeEach
    void open() {
        slots = SaveSlots.in(new Heroes(2), folder.resolve("saves"), AT_ONCE);
    }

    private void save(String name, Hero... heroes) throws IOException {
        try (SaveStore<Hero> store = slots.open(name)) {
            store.load();
            for (Hero hero : heroes) {
                store.save(hero);
            }
        }
    }

    private static Hero hero(String title, int level) {
        return new Hero(title, level, "a long diary");
    }

    private Path file(String slot) {
        return folder.resolve("saves").resolve(slot).resolve("save.json");
    }

    private Slot slot(String name) throws IOException {
        return slots.list().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws IOException {
        return slots.list().stream().map(Slot::name).sorted().toList();
    }

    @Test
    void aFolderThatIsNotThereHasNoSlotsAndIsNotMade() throws Exception {
        assertThat(slots.list()).isEmpty();
        assertThat(slots.trash()).isEmpty();
        assertThatThrownBy(() -> slots.peek("ada")).isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSlotIsListedWithItsSummaryTimeGenerationVersionAndSize() throws Exception {
        save("ada", hero("Ada", 3), hero("Ada the Great", 4));
        Slot ada = slot("ada");
        assertThat(ada.state()).isEqualTo(State.WHOLE);
        assertThat(ada.summary(Shown.class)).contains(new Shown("Ada the Great", 4));
        assertThat(ada.generation()).hasValue(2);
        assertThat(ada.version()).hasValue(2);
        assertThat(ada.size()).isEqualTo(Files.size(file("ada")));
        assertThat(ada.time()).isEqualTo(slots.peek("ada").time().orElseThrow());
        assertThat(ada.detail()).isEmpty();
    }

    @Test
    void theNewestIsFirstAlsoWithinOneSecond() throws Exception {
        for (String name : List.of("c", "a", "b")) {
            save(name, hero(name, 1));
        }
        save("c", hero("c", 2));
        assertThat(slots.list()).extracting(Slot::name).containsExactly("c", "b", "a");
    }

    /** Its bytes between both ends could be anything: they are not looked at. */
    @Test
    void aListReadsBothEndsOfAFileOnly() throws Exception {
        save("large", new Hero("Large", 9, "x".repeat(1 << 20)));
        byte[] bytes = Files.readAllBytes(file("large"));
        Arrays.fill(bytes, 5_000, bytes.length - 2_000, (byte) 0);
        Files.write(file("large"), bytes);
        Slot large = slot("large");
        assertThat(large.state()).isEqualTo(State.WHOLE);
        assertThat(large.summary(Shown.class)).contains(new Shown("Large", 9));
        assertThat(slots.peek("large").outcome()).isNotEqualTo(Outcome.LOADED);
    }

    @Test
    void aSummaryThatIsTooLongForTheHeadIsReadAllTheSame() throws Exception {
        String title = "long ".repeat(2_000);
        save("ada", hero(title, 3));
        assertThat(slot("ada").summary(Shown.class)).contains(new Shown(title, 3));
    }

    @Test
    void aSummaryIsRepairedLikeTheRest() throws Exception {
        save("ada", hero("Ada", 1000));
        assertThat(slot("ada").state()).isEqualTo(State.WHOLE);
        assertThat(slot("ada").summary(Shown.class)).contains(new Shown("Ada", 1));
        assertThat(slots.peek("ada").value().level()).isEqualTo(1);
        assertThat(slot("ada").detail()).isEqualTo("level: 1000 is outside 1..99; used 1");
    }

    @Test
    void aSummaryWithSeveralRepairsSaysTheFirstAndHowMany() throws Exception {
        Files.createDirectories(file("ada").getParent());
        Files.writeString(file("ada"), "{\"$version\": 2, \"title\": 5, \"level\": 1000, \"diary\": \"\"}");
        Slot ada = slot("ada");
        assertThat(ada.state()).isEqualTo(State.EDITED);
        assertThat(ada.detail()).startsWith("title: ").endsWith(" (and 1 more)");
    }

    @Test
    void aSummaryOfAnOlderVersionIsMigrated() throws Exception {
        Files.createDirectories(file("old").getParent());
        Files.writeString(file("old"), "{\"$version\": 1, \"name\": \"Old\", \"level\": 7, \"diary\": \"\"}");
        Slot old = slot("old");
        assertThat(old.version()).hasValue(1);
        assertThat(old.state()).isEqualTo(State.EDITED); // the file has no seal
        assertThat(old.summary(Shown.class)).contains(new Shown("Old", 7));
    }

    @Test
    void aSlotOfANewerProgramIsListedAsThat() throws Exception {
        try (SaveStore<Hero> store = SaveStore.open(new Heroes(3), makeDirectory("new"))) {
            store.load();
            store.save(hero("Tomorrow", 5));
        }
        Slot newer = slot("new");
        assertThat(newer.state()).isEqualTo(State.NEWER);
        assertThat(newer.version()).hasValue(3);
        assertThat(newer.generation()).hasValue(1);
        assertThat(newer.summary(Shown.class)).contains(new Shown("Tomorrow", 5));
    }

    private Path makeDirectory(String slot) throws IOException {
        Files.createDirectories(file(slot).getParent());
        return file(slot);
    }

    @Test
    void aMemberOutOfItsPlaceIsFoundAllTheSame() throws Exception {
        save("ada", hero("Ada", 3));
        String moved = Files.readString(file("ada")).replaceFirst("(  .title.*\n)(.*\n)(.*\n)", "$3$2$1");
        assertThat(moved).contains("\"diary\": \"a long diary\",\n  \"level\": 3,\n  \"title\"");
        Files.writeString(file("ada"), moved);
        Slot ada = slot("ada");
        assertThat(ada.summary(Shown.class)).contains(new Shown("Ada", 3));
    }

    @Test
    void whatIsDamagedIsListedWithWhatIsLeftOfIt() throws Exception {
        save("recovered", hero("Older", 1), hero("Newer", 2));
        truncate("recovered", 60);
        save("salvaged", hero("Once", 4));
        truncate("salvaged", 70);
        makeDirectory("lost");
        Files.write(file("lost"), new byte[200]);
        save("gone", hero("Older", 5), hero("Newer", 6));
        Files.delete(file("gone"));
        save("fine", hero("Fine", 7));

        assertThat(slots.list()).hasSize(5);
        assertThat(slot("fine").state()).isEqualTo(State.WHOLE);
        assertThat(slot("recovered").state()).isEqualTo(State.DAMAGED);
        assertThat(slot("recovered").summary(Shown.class)).contains(new Shown("Older", 1));
        assertThat(slot("recovered").generation()).hasValue(1);
        assertThat(slot("recovered").detail()).contains("INVALID");
        assertThat(slot("salvaged").state()).isEqualTo(State.DAMAGED);
        assertThat(slot("salvaged").summary(Shown.class)).contains(new Shown("Once", 4));
        assertThat(slot("lost").state()).isEqualTo(State.LOST);
        assertThat(slot("lost").summary()).isEmpty();
        assertThat(slot("gone").state()).isEqualTo(State.DAMAGED);
        assertThat(slot("gone").summary(Shown.class)).contains(new Shown("Older", 5));
    }

    private void truncate(String slot, int length) throws IOException {
        Files.write(file(slot), Arrays.copyOf(Files.readAllBytes(file(slot)), length));
    }

    @Test
    void strangersFilesAreNoSlotsAndAreLeftAlone() throws Exception {
        save("ada", hero("Ada", 3));
        Path saves = folder.resolve("saves");
        Files.writeString(saves.resolve("notes.txt"), "of a person");
        Files.createDirectory(saves.resolve(".git"));
        Files.createDirectory(saves.resolve("con"));
        Files.createSymbolicLink(saves.resolve("elsewhere"), folder);
        Files.writeString(saves.resolve("ada/notes.txt"), "of a person");
        assertThat(names()).containsExactly("ada");
        slots.rename("ada", "ada 2");
        slots.delete("ada 2");
        slots.emptyTrash(Duration.ZERO);
        assertThat(saves.resolve("notes.txt")).exists();
        assertThat(saves.resolve(".git")).exists();
        assertThat(saves.resolve("con")).exists();
        assertThatThrownBy(() -> slots.open("notes.txt"))
                .isInstanceOf(SlotNameException.class)
                .hasMessage("\"notes.txt\" cannot be the name of a slot: something else in the folder has it");
        assertThatThrownBy(() -> slots.open("elsewhere")).isInstanceOf(SlotNameException.class);
    }

    @Test
    void aFolderThatSomebodyMadeIsAnEmptySlot() throws Exception {
        Files.createDirectories(folder.resolve("saves/made"));
        assertThat(slot("made").state()).isEqualTo(State.EMPTY);
        assertThat(slot("made").summary()).isEmpty();
        save("made", hero("Made", 1));
        assertThat(slot("made").state()).isEqualTo(State.WHOLE);
    }

    @Test
    void aSlotThatIsOpenIsListedPeekedAtAndCopiedButNotMoved() throws Exception {
        try (SaveStore<Hero> store = slots.create("ada")) {
            assertThat(slot("ada").state()).isEqualTo(State.EMPTY);
            store.load();
            store.save(hero("Ada", 1));
            store.save(hero("Ada", 2));
            assertThat(slot("ada").summary(Shown.class)).contains(new Shown("Ada", 2));
            assertThat(slots.peek("ada").value()).isEqualTo(hero("Ada", 2));
            slots.copy("ada", "ada before");
            store.save(hero("Ada", 3));
            assertThatThrownBy(() -> slots.open("ada")).isInstanceOf(InUseException.class);
            assertThatThrownBy(() -> slots.rename("ada", "b")).isInstanceOf(InUseException.class);
            assertThatThrownBy(() -> slots.delete("ada")).isInstanceOf(InUseException.class);
            assertThatThrownBy(() -> slots.deleteForGood("ada")).isInstanceOf(InUseException.class);
        }
        assertThat(slots.peek("ada before").value()).isEqualTo(hero("Ada", 2));
        try (SaveStore<Hero> copy = slots.open("ada before")) {
            assertThat(copy.backups()).hasSize(1);
            assertThat(copy.load(copy.backups().get(0).copy()).value()).isEqualTo(hero("Ada", 1));
        }
        slots.rename("ada", "b");
        assertThat(names()).containsExactly("ada before", "b");
    }

    @Test
    void aCopyHasTheSavesOfEachDayToo() throws Exception {
        slots = SaveSlots.in(
                new Heroes(2),
                folder.resolve("saves"),
                StoreOptions.defaults().backups(Backups.keep(2).hourly(24).daily(7)));
        save("ada", hero("Ada", 1));
        Path dated = file("ada").resolveSibling("save.json.g1-20261101T120000Z.bak");
        Files.copy(file("ada"), dated);
        save("ada", hero("Ada", 2));
        slots.copy("ada", "bob");
        assertThat(file("bob").resolveSibling(dated.getFileName().toString())).hasSameBinaryContentAs(dated);
        try (SaveStore<Hero> copy = slots.open("bob")) {
            assertThat(copy.backups()).hasSize(2);
        }
    }

    @Test
    void whatIsThereCanBeAskedWithoutMakingIt() throws Exception {
        assertThat(slots.exists("ada")).isFalse();
        slots.create("ada").close();
        assertThat(slots.exists("ada")).isTrue();
        assertThat(slots.exists("bob")).isFalse();
        assertThat(names()).containsExactly("ada");
        assertThat(slot("ada")).hasToString("ada: EMPTY");
    }

    @Test
    void aSlotComesBackFromTheTrashUnderAnotherName() throws Exception {
        save("ada", hero("Ada", 1));
        TrashedSlot deleted = slots.delete("ada");
        save("ada", hero("Another", 2));
        assertThatThrownBy(() -> slots.restore(deleted)).isInstanceOf(SlotNameException.class);
        slots.restore(deleted, "ada again");
        assertThat(slots.peek("ada again").value()).isEqualTo(hero("Ada", 1));
        assertThat(slots.trash()).isEmpty();
    }

    @Test
    void aCopyGoesItsOwnWay() throws Exception {
        save("ada", hero("Ada", 1));
        slots.copy("ada", "bob");
        save("bob", hero("Bob", 2));
        assertThat(slots.peek("ada").value()).isEqualTo(hero("Ada", 1));
        assertThat(slots.peek("bob").value()).isEqualTo(hero("Bob", 2));
    }

    @Test
    void createRefusesWhatIsThereAndOpenDoesNot() throws Exception {
        slots.create("ada").close();
        assertThatThrownBy(() -> slots.create("ada")).isInstanceOfSatisfying(SlotNameException.class, refused -> {
            assertThat(refused.name()).isEqualTo("ada");
            assertThat(refused.reason()).isEqualTo("there is one already");
        });
        slots.open("ada").close();
        slots.open("bob").close();
        assertThat(names()).containsExactly("ada", "bob");
    }

    @Test
    void noChangeReplacesAnotherSlot() throws Exception {
        save("ada", hero("Ada", 1));
        save("bob", hero("Bob", 2));
        assertThatThrownBy(() -> slots.copy("ada", "bob")).isInstanceOf(SlotNameException.class);
        assertThatThrownBy(() -> slots.rename("ada", "bob")).isInstanceOf(SlotNameException.class);
        TrashedSlot trashed = slots.delete("ada");
        save("ada", hero("Another", 3));
        assertThatThrownBy(() -> slots.restore(trashed)).isInstanceOf(SlotNameException.class);
        assertThat(slots.peek("ada").value()).isEqualTo(hero("Another", 3));
        assertThat(slots.peek("bob").value()).isEqualTo(hero("Bob", 2));
    }

    @Test
    void aSlotThatIsRenamedToItsOwnNameStaysAsItIs() throws Exception {
        save("ada", hero("Ada", 1));
        slots.rename("ada", "ada");
        assertThat(slots.peek("ada").value()).isEqualTo(hero("Ada", 1));
        assertThat(names()).containsExactly("ada");
    }

    @Test
    void namesThatDifferOnlyInCaseOrFormAreOneOnEverySystem() throws Exception {
        save("Élan", hero("Ada", 1));
        for (String alike : List.of("élan", "ÉLAN", "éLan", "Ｅ́lan")) {
            assertThatThrownBy(() -> slots.open(alike)).as(alike).isInstanceOf(SlotNameException.class);
            assertThatThrownBy(() -> slots.copy("Élan", alike)).isInstanceOf(SlotNameException.class);
        }
        slots.rename("Élan", "élan"); // but one can change its own
        assertThat(names()).containsExactly("élan");
        slots.rename("élan", "élan again");
        assertThat(slots.peek("élan again").value().title()).isEqualTo("Ada");
    }

    /** macOS lists a folder in this form of its name, whatever form it was made with. */
    @Test
    void aSlotThatIsListedInAnotherFormIsFoundByItsName() throws Exception {
        Files.createDirectories(folder.resolve("saves/E\u0301lan"));
        save("Élan", hero("Ada", 1));
        assertThat(names()).containsExactly("Élan");
        assertThat(Files.list(folder.resolve("saves"))).noneMatch(path -> path.endsWith("Élan"));
    }

    @Test
    void aHostileNameIsRefusedByEveryMethodAndLeavesNothing() throws Exception {
        save("ada", hero("Ada", 1));
        TrashedSlot trashed = new TrashedSlot("../out", Instant.EPOCH, "../ada");
        for (String name : List.of("../out", "a/b", "..", ".", "", "con", "a\u0000b", "a.", "x".repeat(101))) {
            for (Callable<?> use : List.<Callable<?>>of(
                    () -> slots.open(name),
                    () -> slots.create(name),
                    () -> slots.peek(name),
                    () -> slots.delete(name),
                    () -> {
                        slots.copy("ada", name);
                        return name;
                    },
                    () -> {
                        slots.rename("ada", name);
                        return name;
                    },
                    () -> {
                        slots.rename(name, "b");
                        return name;
                    },
                    () -> {
                        slots.deleteForGood(name);
                        return name;
                    })) {
                assertThatThrownBy(use::call).as(name).isInstanceOf(SlotNameException.class);
            }
            assertThat(SaveSlots.refusal(name)).isPresent();
        }
        assertThatThrownBy(() -> slots.restore(trashed)).isInstanceOf(NoSuchFileException.class);
        assertThat(names()).containsExactly("ada");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("saves"));
        }
        assertThat(SaveSlots.refusal("Ada")).isEmpty();
    }

    @Test
    void anUnprintableNameIsShownWithoutASecondLine() {
        assertThatThrownBy(() -> slots.open("a\nERROR: b"))
                .hasMessage(
                        "\"a\\u{A}ERROR: b\" cannot be the name of a slot: it contains the control character U+000A");
    }

    @Test
    void whatIsDeletedComesBackAsItWas() throws Exception {
        save("ada", hero("Ada", 1), hero("Ada", 2));
        TrashedSlot trashed = slots.delete("ada");
        assertThat(trashed.name()).isEqualTo("ada");
        assertThat(trashed.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(names()).isEmpty();
        assertThat(slots.trash()).containsExactly(trashed);
        assertThatThrownBy(() -> slots.peek("ada")).isInstanceOf(NoSuchFileException.class);
        slots.restore(trashed);
        assertThat(slots.trash()).isEmpty();
        try (SaveStore<Hero> store = slots.open("ada")) {
            assertThat(store.load().value()).isEqualTo(hero("Ada", 2));
            assertThat(store.backups()).hasSize(1);
        }
        assertThatThrownBy(() -> slots.restore(trashed)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void emptyingTheTrashRemovesWhatIsOldEnoughOnly() throws Exception {
        save("old", hero("Old", 1));
        save("young", hero("Young", 1));
        TrashedSlot old = slots.delete("old");
        TrashedSlot young = slots.delete("young");
        Path trash = folder.resolve("saves/.trash");
        String older = old.id().replaceFirst("^[0-9]{8}T[0-9]{6}Z", "20200101T000000Z");
        Files.move(trash.resolve(old.id()), trash.resolve(older));
        Files.writeString(trash.resolve("of a person"), "stays");
        assertThat(slots.emptyTrash(Duration.ofDays(30)))
                .containsExactly(new TrashedSlot("old", Instant.parse("2020-01-01T00:00:00Z"), older));
        assertThat(slots.trash()).containsExactly(young);
        assertThat(slots.emptyTrash(Duration.ZERO)).containsExactly(young);
        assertThat(Files.list(trash)).containsExactly(trash.resolve("of a person"));
    }

    @Test
    void whatIsDeletedForGoodIsGone() throws Exception {
        save("ada", hero("Ada", 1), hero("Ada", 2));
        slots.deleteForGood("ada");
        assertThat(names()).isEmpty();
        assertThat(slots.trash()).isEmpty();
        assertThat(Files.list(folder.resolve("saves"))).noneMatch(Files::isDirectory);
        save("ada", hero("New", 1));
        assertThat(slot("ada").generation()).hasValue(1);
    }

    @Test
    void aSlotThatTheDiskDoesNotGiveBackIsListedAndHidesNoOther() throws Exception {
        save("ada", hero("Ada", 1));
        Files.createDirectories(file("bad")); // a directory in place of the file
        assertThat(slot("bad").state()).isEqualTo(State.UNREADABLE);
        assertThat(slot("bad").detail()).isNotEmpty();
        assertThat(slot("ada").state()).isEqualTo(State.WHOLE);
    }

    @Test
    void aPrivateSlotCanBeMovedAndCopiedAndStaysPrivate() throws Exception {
        SaveSlots<Hero> owners = SaveSlots.in(new Heroes(2), folder.resolve("saves"), AT_ONCE.ownerOnly());
        save("ada", hero("Ada", 1));
        owners.copy("ada", "bob");
        owners.rename("bob", "carl");
        owners.restore(owners.delete("carl"));
        assertThat(owners.peek("carl").value()).isEqualTo(hero("Ada", 1));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            owners.create("new").close();
            for (Path each : List.of(file("carl"), file("new").resolveSibling(".save.json.lock"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aTimeComesFromTheSealAndNotFromTheFile() throws Exception {
        save("ada", hero("Ada", 1));
        Instant saved = slot("ada").time();
        Files.setLastModifiedTime(file("ada"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(slot("ada").time()).isEqualTo(saved);
    }

    @Test
    void ofManyThatTakeANameAtOnceOneGetsIt() throws Exception {
        save("ada", hero("Ada", 1));
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> taken = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String name = i % 2 == 0 ? "copy" : "COPY";
                taken.add(all.submit(() -> {
                    start.await();
                    try {
                        SaveSlots.in(new Heroes(2), folder.resolve("saves"), AT_ONCE)
                                .copy("ada", name);
                        return true;
                    } catch (SlotNameException another) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int winners = 0;
            for (Future<Boolean> each : taken) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            all.shutdownNow();
        }
        assertThat(names()).hasSize(2);
    }

    @Test
    void aSummaryOfAnotherSchemaIsRefused() throws Exception {
        save("ada", hero("Ada", 1));
        Slot ada = slot("ada");
        assertThatThrownBy(() -> ada.summary(LoadResult.class)).isInstanceOf(ClassCastException.class);
        assertThat(ada)
                .hasToString(
                        "ada: WHOLE, saved %s, %d bytes, Shown[title=Ada, level=1]".formatted(ada.time(), ada.size()));
    }
}
