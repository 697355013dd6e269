package dev.saveschema.example.game;

import dev.saveschema.Backups;
import dev.saveschema.InUseException;
import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.SlotNameException;
import dev.saveschema.StoreOptions;
import dev.saveschema.SyncMode;
import dev.saveschema.slots.SaveSlots;
import dev.saveschema.slots.Slot;
import dev.saveschema.slots.TrashedSlot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
            1, 2 or 3 plays. Or: copy 1 2 | move 1 2 | delete 1 | undo (brings back) | forget (for good)
            export 1 FILE | import 1 FILE | colours | every N (seconds) | quit""";

    /** A bakery is a few hundred bytes. What comes from elsewhere and is far larger is none. */
    private static final LoadLimits OF_STRANGERS = LoadLimits.defaults().fileBytes(100_000);

    private final Screen screen;
    private final InstantSource clock;
    private final Path folder;
    private final SaveSlots<Bakery> slots;

    Menu(Screen screen, InstantSource clock, Path folder) {
        this.screen = screen;
        this.clock = clock;
        this.folder = folder;
        StoreOptions options = StoreOptions.defaults()
                .backups(Backups.keep(2).hourly(24).daily(7)) // so that there is a yesterday to go back to
                .ownerOnly() // nobody else on this machine needs to read them
                .listener(new Teller(screen));
        this.slots = BakerySchema.slots(folder.resolve("slots"), options);
    }

    /** @param args the folder for the saves; by default {@code saveschema-bakery} in the player's home */
    public static void main(String[] args) throws IOException {
        Path folder =
                args.length > 0 ? Path.of(args[0]) : Path.of(System.getProperty("user.home"), "saveschema-bakery");
        new Menu(Screen.ofTerminal(), InstantSource.system(), folder).run();
    }

    /** Two windows of the game have the same settings, and a lost choice of colours is no misfortune; so nothing waits for the disk. */
    private SaveStore<GameSettings> openSettings() throws IOException {
        StoreOptions options = StoreOptions.defaults().shared().durability(SyncMode.ATOMIC);
        return GameSettingsSchema.open(folder.resolve("settings.json"), options);
    }

    void run() throws IOException {
        try (SaveStore<GameSettings> settings = openSettings()) {
            screen.say("The saves are in " + folder.toAbsolutePath());
            Optional<String> command = ask(settings);
            while (command.isPresent() && !command.get().equals("quit")) {
                if (SLOTS.contains(command.get())) {
                    if (!play(command.get(), settings.load().value())) {
                        return;
                    }
                } else {
                    run(command.get(), settings);
                }
                command = ask(settings);
            }
        }
    }

    private Optional<String> ask(SaveStore<GameSettings> settings) throws IOException {
        screen.colours(settings.load().value().colours());
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
            screen.say("Another window plays it: " + slots.peek(slot).value().title());
            return true;
        }
    }

    private void run(String command, SaveStore<GameSettings> settings) throws IOException {
        String[] words = command.split(" +");
        try {
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "copy" -> slots.copy(slot(words, 1), slot(words, 2));
                case "move" -> slots.rename(slot(words, 1), slot(words, 2));
                case "delete" -> slots.delete(slot(words, 1));
                case "undo" -> undo();
                case "forget" -> slots.emptyTrash(Duration.ZERO).forEach(gone -> screen.say("Gone for good: " + gone));
                case "export" -> export(slot(words, 1), Path.of(word(words, 2)));
                case "import" -> importFrom(Path.of(word(words, 2)), slot(words, 1));
                case "colours" ->
                    set(
                            settings,
                            now -> GameSettingsSchema.with(now)
                                    .colours(!now.colours())
                                    .done());
                case "every" -> {
                    int seconds = Integer.parseInt(word(words, 1));
                    set(
                            settings,
                            now -> GameSettingsSchema.with(now)
                                    .saveEvery(seconds)
                                    .done());
                }
                default -> screen.say("There is no \"%s\".".formatted(words[0]));
            }
        } catch (SlotNameException | InUseException | NumberFormatException | InvalidPathException refused) {
            screen.say(String.valueOf(refused.getMessage()));
        } catch (FileSystemException refused) {
            screen.say(refused.getReason() == null ? refused.toString() : refused.getMessage());
        }
    }

    /** The program's own check comes first: what is outside its limits would be saved, and repaired by the next load. */
    private void set(SaveStore<GameSettings> settings, UnaryOperator<GameSettings> change) throws IOException {
        GameSettings set = settings.update(now -> {
            GameSettings wanted = change.apply(now);
            return GameSettingsSchema.check(wanted).isEmpty() ? wanted : GameSettingsSchema.defaults();
        });
        screen.say("%s, saved at least every %d seconds"
                .formatted(set.colours() ? "in colours" : "without colours", set.saveEvery()));
    }

    /** A file for another computer; a slot that is played in another window can be exported, too. */
    private void export(String slot, Path file) throws IOException {
        Bakery bakery = slots.peek(slot).value();
        Files.write(file, BakerySchema.toBytes(bakery), StandardOpenOption.CREATE_NEW);
        screen.say("%s is in %s.".formatted(bakery.title(), file));
    }

    private void importFrom(Path file, String slot) throws IOException {
        LoadResult<Bakery> found;
        try (InputStream in = Files.newInputStream(file)) {
            found = BakerySchema.format().limits(OF_STRANGERS).readFrom(in);
        }
        if (found.outcome() == Outcome.RESET || found.outcome() == Outcome.NEWER) {
            screen.say("That is no save of this game: " + found);
            return;
        }
        found.repairs().stream().map(Repair::toString).forEach(screen::say);
        try (SaveStore<Bakery> store = slots.create(slot)) {
            store.save(found.value());
        }
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
