package dev.saveschema.example.game;

import dev.saveschema.AutoSave;
import dev.saveschema.AutoSaveOptions;
import dev.saveschema.Backup;
import dev.saveschema.Finding;
import dev.saveschema.KeptCopy;
import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plays one slot. Whatever the player does is submitted to the autosave, which sees to the rest. */
final class Shift {

    private static final String HELP = """
            Press Enter to knead a loaf. Or: oven (buys one) | name ... | save | menu
            past (what was saved before) | yesterday | back N | kept (what was replaced)""";

    private final SaveStore<Bakery> store;
    private final Screen screen;
    private final InstantSource clock;
    private final GameSettings settings;

    Shift(SaveStore<Bakery> store, Screen screen, InstantSource clock, GameSettings settings) {
        this.store = store;
        this.screen = screen;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return whether the player wants the menu; false at the end of the input */
    boolean play() throws IOException {
        LoadResult<Bakery> loaded = store.load();
        tell(loaded);
        AutoSaveOptions options = AutoSaveOptions.defaults().maxDelay(settings.longestWait());
        try (AutoSave<Bakery> autosave = store.autosave(options)) {
            long before = autosave.value().loaves();
            long baked = autosave.update(bakery -> bakery.at(clock.instant())).loaves() - before;
            if (baked > 0) {
                screen.say("While you were away, %,d loaves were baked.".formatted(baked));
            }
            screen.say(HELP);
            Optional<String> command = ask(autosave);
            while (command.isPresent() && !command.get().equals("menu")) {
                run(command.get(), autosave);
                command = ask(autosave);
            }
            return command.isPresent();
        }
    }

    /** What a load had to do to get here is worth a line to whoever plays. */
    private void tell(LoadResult<Bakery> loaded) {
        switch (loaded.outcome()) {
            case RECOVERED -> screen.say("The newest save was damaged; this is the one before it.");
            case SALVAGED -> screen.say("The save was damaged; this is what was left of it.");
            case RESET -> screen.say("The save could not be read. You begin anew; the file is kept.");
            case NEWER -> screen.say("A newer version of the game saved this. It is not saved here.");
            case FIRST_RUN, LOADED, EDITED ->
                loaded.repairs().stream().map(Repair::toString).forEach(screen::say);
        }
    }

    private Optional<String> ask(AutoSave<Bakery> autosave) throws IOException {
        return screen.ask(() -> {
            Bakery bakery = autosave.update(now -> now.at(clock.instant()));
            return "%s: %,d loaves, %d ovens (the next costs %,d)   %s"
                    .formatted(
                            bakery.title(),
                            bakery.loaves(),
                            bakery.ovens(),
                            bakery.price(),
                            screen.show(autosave.status()));
        });
    }

    private void run(String command, AutoSave<Bakery> autosave) throws IOException {
        String[] words = command.split(" ", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> autosave.update(Bakery::kneaded);
            case "oven" -> buyOven(autosave);
            case "name" -> name(rest, autosave);
            case "save" -> save(autosave);
            case "past" -> showPast();
            case "back" -> goBack(rest);
            case "yesterday" -> goBackToYesterday();
            case "kept" -> store.kept().stream().map(KeptCopy::toString).forEach(screen::say);
            default -> screen.say(HELP);
        }
    }

    private void buyOven(AutoSave<Bakery> autosave) {
        int ovens = autosave.value().ovens();
        if (autosave.update(bakery -> bakery.withOven(clock.instant())).ovens() == ovens) {
            screen.say("That takes %,d loaves.".formatted(autosave.value().price()));
        }
    }

    /** It would be saved as it is and cut by the next load. That is better said at once. */
    private void name(String title, AutoSave<Bakery> autosave) {
        Bakery named = BakerySchema.with(autosave.value()).title(title).done();
        if (BakerySchema.check(named).isEmpty()) {
            autosave.update(bakery -> BakerySchema.with(bakery).title(title).done());
        } else {
            screen.say("That name is too long.");
        }
    }

    private void save(AutoSave<Bakery> autosave) throws IOException {
        try {
            autosave.flush();
        } catch (NewerVersionException newer) {
            screen.say(String.valueOf(newer.getMessage()));
        }
    }

    /** The saves that can be gone back to. */
    private List<Backup> past() throws IOException {
        return store.backups().stream()
                .filter(backup -> backup.state() == Finding.State.SEALED || backup.state() == Finding.State.EDITED)
                .toList();
    }

    private void showPast() throws IOException {
        List<Backup> past = past();
        for (int number = 1; number <= past.size(); number++) {
            Backup backup = past.get(number - 1);
            Bakery then = store.load(backup).value();
            screen.say("%d  %s  %s: %,d loaves, %d ovens"
                    .formatted(
                            number,
                            backup.time().map(Instant::toString).orElse("at some time"),
                            then.title(),
                            then.loaves(),
                            then.ovens()));
        }
        screen.say(past.isEmpty() ? "There is no older save yet." : "back 1 goes back to the first of these.");
    }

    private void goBack(String number) throws IOException {
        List<Backup> past = past();
        for (int each = 1; each <= past.size(); each++) {
            if (number.equals(Integer.toString(each))) {
                restore(past.get(each - 1));
                return;
            }
        }
        showPast();
    }

    private void goBackToYesterday() throws IOException {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        Optional<Backup> then = past().stream()
                .filter(backup ->
                        backup.time().filter(time -> !time.isAfter(yesterday)).isPresent())
                .findFirst();
        if (then.isPresent()) {
            restore(then.get());
        } else {
            screen.say("Nothing is as old as that.");
            showPast();
        }
    }

    /** A save like any other; what it replaces is kept aside, so that there is a way forward again. */
    private void restore(Backup backup) throws IOException {
        store.restore(backup);
        screen.say("You are back at %s."
                .formatted(backup.time().map(Instant::toString).orElse("an older save")));
    }
}
