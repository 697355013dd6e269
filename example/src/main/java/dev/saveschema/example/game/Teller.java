package dev.saveschema.example.game;

import dev.saveschema.Copy;
import dev.saveschema.SaveListener;
import dev.saveschema.SaveReceipt;
import java.util.stream.Collectors;

/** Tells the player what a save kept aside, which otherwise only the log says. */
record Teller(Screen screen) implements SaveListener {

    @Override
    public void keptAside(SaveReceipt receipt) {
        screen.say(receipt.preserved().stream()
                .map(Copy::name)
                .collect(Collectors.joining(", ", "What was replaced is kept as ", ".")));
    }
}
