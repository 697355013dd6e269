package dev.saveschema.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is put in the place of a value.
 *
 * @param isJson whether it is a value at all
 */
record Hostile(String what, byte[] bytes, boolean isJson) {

    static final List<Hostile> VALUES = values();

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
