package dev.saveschema.example.tour;

/** The few ways in which a terminal shows text. */
enum Ink {
    TITLE("1;36"),
    LABEL("2"),
    GOOD("32"),
    REPAIRED("33"),
    FAILED("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
