package dev.saveschema.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.InUseException;
import dev.saveschema.OtherJvm;
import dev.saveschema.SaveStore;
import dev.saveschema.SlotNameException;
import dev.saveschema.slots.Heroes.Hero;
import dev.saveschema.slots.Slot.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs rename, delete and bring back the slots of one folder, and copy them, and one of them is killed at a random moment, again
 * and again. See CONTRIBUTING.md for the longer form.
 */
class SlotKillTest {

    private static final int KILLS = Integer.getInteger("slots.kills", 12);
    private static final int LONGEST_LIFE = 150; // milliseconds
    private static final Random RANDOM = new Random(Long.getLong("random.seed", 1));
    private static final List<String> HEROES = List.of("Ada", "Bob", "Carl", "Dora");
    private static final String COPY = "copy";

    @TempDir
    Path folder;

    /** Moves what it finds, whatever else happens to it meanwhile. */
    static final class Moving {

        private Moving() {}

        public static void main(String[] arguments) throws IOException {
            Random random = new Random(Long.parseLong(arguments[1]));
            SaveSlots<Hero> slots = SaveSlots.in(new Heroes(2), Path.of(arguments[0]));
            System.out.println("begins");
            while (!System.out.checkError()) { // until the reader of the output is gone
                try {
                    move(slots, random);
                } catch (NoSuchFileException | SlotNameException | InUseException theOtherWasFaster) {
                    // And what it has done is as good.
                }
            }
        }

        private static void move(SaveSlots<Hero> slots, Random random) throws IOException {
            List<Slot> list = slots.list();
            Slot any = list.get(random.nextInt(list.size()));
            switch (random.nextInt(5)) {
                case 0 -> slots.rename(any.name(), (any.name().startsWith(COPY) ? COPY : "slot") + random.nextInt(6));
                case 1 -> slots.restore(slots.delete(any.name()));
                case 2 -> slots.copy(any.name(), COPY);
                case 3 -> slots.deleteForGood(COPY);
                default -> {
                    try (SaveStore<Hero> store = slots.open(any.name())) {
                        store.save(store.load().value());
                    }
                }
            }
        }
    }

    @Test
    void nobodyIsLostTornOrThereTwiceHoweverOftenAProgramIsKilled() throws Exception {
        SaveSlots<Hero> slots = SaveSlots.in(new Heroes(2), folder);
        for (String hero : HEROES) {
            try (SaveStore<Hero> store = slots.create(hero)) {
                store.load();
                store.save(new Hero(hero, 1, "older"));
                store.save(new Hero(hero, 2, "x".repeat(20_000)));
            }
        }
        Process other = moving();
        try (BufferedReader said = other.inputReader()) {
            said.readLine();
            for (int kill = 0; kill < KILLS; kill++) {
                liveAndDie();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThatEverybodyIsThere(slots);
    }

    private Process moving() throws IOException {
        return OtherJvm.running(Moving.class, folder, RANDOM.nextInt()).start();
    }

    private void liveAndDie() throws IOException, InterruptedException {
        Process process = moving();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("begins");
            Thread.sleep(RANDOM.nextInt(LONGEST_LIFE)); // to be killed at any moment
            process.destroyForcibly().waitFor();
        }
    }

    private void assertThatEverybodyIsThere(SaveSlots<Hero> slots) throws IOException {
        slots.create("the next change sweeps").close();
        slots.deleteForGood("the next change sweeps");
        for (TrashedSlot trashed : slots.trash()) {
            try {
                slots.restore(trashed); // the program was killed between deleting the slot and restoring it
            } catch (SlotNameException anotherHasItsName) {
                slots.rename(trashed.name(), "aside " + trashed.id().substring(0, 33));
                slots.restore(trashed);
            }
        }
        List<String> titles = new ArrayList<>();
        for (Slot slot : slots.list()) {
            assertThat(slot.state()).as(slot.toString()).isEqualTo(State.WHOLE);
            Hero hero = slots.peek(slot.name()).value();
            assertThat(hero.level()).isEqualTo(2);
            if (!slot.name().startsWith(COPY)) {
                titles.add(hero.title());
            }
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isSubsetOf(".trash", ".slots.lock");
        }
        assertThat(titles).containsExactlyInAnyOrderElementsOf(HEROES);
    }
}
