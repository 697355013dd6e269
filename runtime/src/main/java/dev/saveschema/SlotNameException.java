package dev.saveschema;

import java.io.IOException;

/**
 * A slot cannot have this name, or there is one that has it. The reason is a sentence that can be shown to whoever typed the name.
 */
public final class SlotNameException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 60;

    private final String name;
    private final String reason;

    /** @param reason as {@code it contains /} */
    public SlotNameException(String name, String reason) {
        super(shown(name) + " cannot be the name of a slot: " + reason);
        this.name = name;
        this.reason = reason;
    }

    // Whoever typed it must not be able to write a second line into a log.
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder("\"");
        name.codePoints().limit(MOST_SHOWN).forEach(character -> {
            if (Character.isLetterOrDigit(character) || character >= ' ' && character <= '~') {
                shown.appendCodePoint(character);
            } else {
                shown.append("\\u{%X}".formatted(character));
            }
        });
        return shown.append(name.codePointCount(0, name.length()) > MOST_SHOWN ? "...\"" : "\"")
                .toString();
    }

    /** The name as it was asked for, whatever it holds. */
    public String name() {
        return name;
    }

    /** Why it cannot be one, as {@code it contains /}. */
    public String reason() {
        return reason;
    }
}
