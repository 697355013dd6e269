package dev.saveschema.cli.terminal;

/** The few ways in which a terminal shows text. */
public enum Ink {
    PLAIN(""),
    TITLE("1"),
    LABEL("2"),
    NAME("36"),
    GOOD("32"),
    CHANGED("33"),
    BAD("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
