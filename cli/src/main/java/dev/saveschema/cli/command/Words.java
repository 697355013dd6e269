package dev.saveschema.cli.command;

import dev.saveschema.Finding;
import dev.saveschema.Outcome;
import dev.saveschema.SaveSeal;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words that several commands have in common. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST = 60;
    private static final String NO_PARENT = "0000000000000000";

    private Words() {}

    static String time(Instant time) {
        return TIME.format(time) + " UTC";
    }

    static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d bytes", count);
    }

    /** The text, cut so that it fits beside a name. */
    static String cut(String text, String more) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + more;
    }

    static String count(long count, String one) {
        return count(count, one, one + "s");
    }

    static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    static Line state(Finding.State state) {
        return Line.of(ink(state), state.name());
    }

    private static Ink ink(Finding.State state) {
        return switch (state) {
            case SEALED -> Ink.GOOD;
            case EDITED, NEWER -> Ink.CHANGED;
            case INVALID, UNREADABLE, MISSING -> Ink.BAD;
        };
    }

    static String explained(Finding.State state) {
        return switch (state) {
            case SEALED -> "as it was saved";
            case EDITED -> "by hand or by another program";
            case INVALID -> "damaged or refused";
            case NEWER -> "its seal is of a newer format";
            case UNREADABLE -> "the disk does not give it back";
            case MISSING -> "it is not there";
        };
    }

    static Line outcome(Outcome outcome) {
        return Line.of(
                switch (outcome) {
                    case FIRST_RUN, LOADED -> Ink.GOOD;
                    case EDITED, NEWER -> Ink.CHANGED;
                    case RECOVERED, SALVAGED, RESET -> Ink.BAD;
                },
                outcome.name());
    }

    static String seal(SaveSeal seal) {
        return "generation %d, saved %s, id %s%s"
                .formatted(
                        seal.generation(),
                        time(seal.time()),
                        seal.id(),
                        seal.parent().equals(NO_PARENT) ? "" : ", after " + seal.parent());
    }
}
