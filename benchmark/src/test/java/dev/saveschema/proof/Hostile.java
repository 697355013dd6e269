package dev.saveschema.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is put in the place of a value.
 *
 * @param isJson whether the text is a JSON value
 */
record Hostile(String what, byte[] bytes, boolean isJson) {

    static final List<Hostile> VALUES = values();

    /** No JSON, but as other languages, other programs and people write it: each costs the value alone. */
    static final List<Hostile> MISSPELT = misspelt();

    /** Texts that point to damage, but only of this one value. */
    static final List<Hostile> DAMAGED = List.of(
            none("a control character", "\"a\u0001b\""),
            none("an escape character", "\"\u001b[2J, and more text than before\""));

    private static List<Hostile> misspelt() {
        List<Hostile> values = new ArrayList<>();
        for (String value : List.of(
                "NaN",
                "-Infinity",
                "Infinity",
                "undefined",
                "None",
                "True",
                "False",
                "NULL",
                "nil",
                "'single'",
                "'it\\'s, {so}'",
                "unquoted",
                "two words",
                "+1",
                "01",
                "-01",
                ".5",
                "1.",
                "1.e5",
                "1e",
                "0x1F",
                "1_000",
                "--1",
                "1.2.3",
                "\"C:\\Users\\ada\"",
                "\"\\u12\"",
                "\"\\x41\"",
                "\"a bad \\q, with: {more} [behind] it\"")) {
            values.add(none(value, value));
        }
        values.add(new Hostile("a byte of cp1252", new byte[] {'"', 'J', (byte) 0xf6, 'r', 'g', '"'}, false));
        values.add(new Hostile("half a character", new byte[] {'"', (byte) 0xe2, (byte) 0x82, '"'}, false));
        return List.copyOf(values);
    }

    private static List<Hostile> values() {
        List<Hostile> values = new ArrayList<>();
        for (String json : List.of(
                "null",
                "true",
                "false",
                "77",
                "-1",
                "-0",
                "0.25",
                "9223372036854775808",
                "123456789012345678901234567890",
                "1e400",
                "1e999999999",
                "1e-999999999",
                "\"\"",
                "\"text that fits nothing\"",
                "\"5\"",
                "\"2026-02-30\"",
                "\"\\ud800\"",
                "\"\\u0000\\u001b[31m\\u009b\"",
                "[]",
                "{}",
                "[[], {}, null, \"a\", 1, -1.5, true]",
                "{\"a\": [], \"1\": {}, \"MID\": 7, \"\": null, \"type\": \"dot\"}")) {
            values.add(json(json, json));
        }
        values.add(json("a long text", "\"" + "x".repeat(100_000) + "\""));
        values.add(json("a long number", "9".repeat(10_000)));
        values.add(json("deep arrays", "[".repeat(1_000) + "]".repeat(1_000)));
        values.add(json("deep objects", "{\"type\":".repeat(500) + "1" + "}".repeat(500)));
        values.add(json("many members", "{" + "\"branches\": [], ".repeat(500) + "\"a\": 1}"));
        values.add(none("NaN", "NaN"));
        values.add(none("a control character", "\"\u0001\""));
        values.add(none("no end", "[{\"a\": "));
        values.add(none("too many ends", "1]}"));
        values.add(new Hostile("no UTF-8", new byte[] {'"', (byte) 0xc3, '"'}, false));
        values.add(none("nothing", ""));
        return List.copyOf(values);
    }

    private static Hostile json(String what, String json) {
        return new Hostile(what, json.getBytes(StandardCharsets.UTF_8), true);
    }

    private static Hostile none(String what, String text) {
        return new Hostile(what, text.getBytes(StandardCharsets.UTF_8), false);
    }
}
