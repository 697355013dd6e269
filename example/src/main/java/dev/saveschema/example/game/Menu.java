package dev.saveschema.example.game;

import dev.saveschema.Backups;
import dev.saveschema.InUseException;
import dev.saveschema.SaveStore;
import dev.saveschema.SlotNameException;
import dev.saveschema.StoreOptions;
import dev.saveschema.slots.SaveSlots;
import dev.saveschema.slots.Slot;
import dev.saveschema.slots.TrashedSlot;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The game: three slots, and what can be done with them. Run it from the root of the repository:
 *
 * <pre>
 * mvn -q -Dtour=game verify
 * </pre>
 */
public final class Menu {

    private static final List<String> SLOTS = List.of("1", "2", "3");
    private static final String HELP = """
            1, 2 or 3 plays. Or: copy 1 2 | delete 1 | undo (brings back) | colours | every N (seconds) | quit""";

    private final Screen screen;
    private final InstantSource clock;
    private final Path folder;
    private final SaveSlots<Bakery> slots;

    Menu(Screen screen, InstantSource clock, Path folder) {
        this.screen = screen;
        this.clock = clock;
        this.folder = folder;
        // The last save of each hour and day, too, so that there is a yesterday to go back to.
        StoreOptions options =
                StoreOptions.defaults().backups(Backups.keep(2).hourly(24).daily(7));
        this.slots = BakerySchema.slots(folder.resolve("slots"), options);
    }

    /** @param args the folder for the saves; by default {@code saveschema-bakery} in the player's home */
    public static void main(String[] args) throws IOException {
        Path folder =
                args.length > 0 ? Path.of(args[0]) : Path.of(System.getProperty("user.home"), "saveschema-bakery");
        new Menu(Screen.ofTerminal(), InstantSource.system(), folder).run();
    }

    void run() throws IOException {
        try (SaveStore<GameSettings> settings = GameSettingsSchema.open(folder.resolve("settings.json"))) {
            GameSettings current = settings.load().value();
            screen.colours(current.colours());
            screen.say("The saves are in " + folder.toAbsolutePath());
            Optional<String> command = ask();
            while (command.isPresent() && !command.get().equals("quit")) {
                if (SLOTS.contains(command.get())) {
                    if (!play(command.get(), current)) {
                        return;
                    }
                } else {
                    current = run(command.get(), current, settings);
                }
                command = ask();
            }
        } catch (InUseException open) {
            screen.say("The game runs already: " + open.getMessage());
        }
    }

    private Optional<String> ask() throws IOException {
        Map<String, Slot> known = slots.list().stream().collect(Collectors.toMap(Slot::name, Function.identity()));
        screen.say("");
        SLOTS.forEach(name -> screen.say(name + "  "
                + Optional.ofNullable(known.get(name)).map(Menu::line).orElse("-")));
        screen.say(HELP);
        return screen.ask(() -> "Which slot?");
    }

    /** Whatever state the slot is in, without loading it. */
    private static String line(Slot slot) {
        String shown = slot.summary(BakerySchema.Summary.class)
                .map(summary ->
                        "%s: %,d loaves, %d ovens".formatted(summary.title(), summary.loaves(), summary.ovens()))
                .orElse("-");
        return switch (slot.state()) {
            case WHOLE, EDITED -> shown + ", saved " + slot.time();
            case DAMAGED -> shown + " (the newest save is damaged; this one will be loaded)";
            case NEWER -> shown + " (saved by a newer version of the game)";
            case LOST -> "damaged, and nothing of it can be read: " + slot.detail();
            case EMPTY -> "-";
            case UNREADABLE -> "cannot be read: " + slot.detail();
        };
    }

    private boolean play(String slot, GameSettings settings) throws IOException {
        try (SaveStore<Bakery> store = slots.open(slot)) {
            return new Shift(store, screen, clock, settings).play();
        } catch (InUseException open) {
            screen.say(String.valueOf(open.getMessage()));
            return true;
        }
    }

    private GameSettings run(String command, GameSettings current, SaveStore<GameSettings> settings)
            throws IOException {
        String[] words = command.toLowerCase(Locale.ROOT).split(" +");
        try {
            switch (words[0]) {
                case "copy" -> slots.copy(slot(words, 1), slot(words, 2));
                case "delete" -> slots.delete(slot(words, 1));
                case "undo" -> undo();
                case "colours" -> {
                    return set(
                            settings,
                            GameSettingsSchema.with(current)
                                    .colours(!current.colours())
                                    .done());
                }
                case "every" -> {
                    int seconds = Integer.parseInt(word(words, 1));
                    return set(
                            settings,
                            GameSettingsSchema.with(current).saveEvery(seconds).done());
                }
                default -> screen.say("There is no \"%s\".".formatted(words[0]));
            }
        } catch (NoSuchFileException | SlotNameException | InUseException | NumberFormatException refused) {
            screen.say(String.valueOf(refused.getMessage()));
        }
        return current;
    }

    /** The program's own check comes first: what is outside its limits would be saved, and repaired by the next load. */
    private GameSettings set(SaveStore<GameSettings> settings, GameSettings wanted) throws IOException {
        GameSettings fitting = GameSettingsSchema.check(wanted).isEmpty() ? wanted : GameSettingsSchema.defaults();
        settings.save(fitting);
        screen.colours(fitting.colours());
        screen.say("%s, saved at least every %d seconds"
                .formatted(fitting.colours() ? "in colours" : "without colours", fitting.saveEvery()));
        return fitting;
    }

    private void undo() throws IOException {
        List<TrashedSlot> trash = slots.trash();
        if (trash.isEmpty()) {
            screen.say("Nothing was deleted.");
        } else {
            slots.restore(trash.get(0));
        }
    }

    private static String slot(String[] words, int at) throws SlotNameException {
        String name = word(words, at);
        if (!SLOTS.contains(name)) {
            throw new SlotNameException(name, "the slots are 1, 2 and 3");
        }
        return name;
    }

    private static String word(String[] words, int at) {
        return at < words.length ? words[at] : "";
    }
}
