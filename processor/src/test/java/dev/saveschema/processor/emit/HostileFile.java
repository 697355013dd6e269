package dev.saveschema.processor.emit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;

/** Files that are made to fill the memory: as large as a load reads, of the smallest pieces or of a single one. */
enum HostileFile {
    BRACKETS("", "", at -> "["),
    NESTED_LISTS("{\"$version\": V, \"lists\": ", "", at -> "["),
    NESTED_OBJECTS("{\"$version\": V, \"unknown\": ", "", at -> "{\"a\":"),
    RECORDS("{\"$version\": V, \"records\": [", "{\"a\":1}]}", at -> "{\"a\":1},"),
    EMPTY_RECORDS("{\"$version\": V, \"records\": [", "{}]}", at -> "{},"),
    NUMBERS("{\"$version\": V, \"numbers\": [", "1]}", at -> "1,"),
    LARGER_NUMBERS("{\"$version\": V, \"numbers\": [", "1]}", at -> 1_000_000 + at % 1_000_000 + ","),
    EMPTY_LISTS("{\"$version\": V, \"lists\": [", "[]]}", at -> "[],"),
    EMPTY_MAPS("{\"$version\": V, \"maps\": [", "{}]}", at -> "{},"),
    ENTRIES("{\"$version\": V, \"map\": {", "\"\": 1}}", at -> "\"" + Integer.toString(at, 36) + "\":1,"),
    UNKNOWN_MEMBERS("{\"$version\": V, ", "\"\": 1}", at -> "\"" + Integer.toString(at, 36) + "\":1,"),
    SET("{\"$version\": V, \"set\": [", "1]}", at -> at + ","),
    TEXTS("{\"$version\": V, \"texts\": [", "\"\"]}", at -> "\"\","),
    LONG_TEXT("{\"$version\": V, \"text\": \"", "\"}", at -> "aaaaaaaaaaaaaaaa"),
    LONG_FOREIGN_TEXT("{\"$version\": V, \"text\": \"", "\"}", at -> "\u65e5\u672c"),
    LONG_TEXTS("{\"$version\": V, \"texts\": [", "\"\"]}", at -> "\"" + "\u65e5".repeat(5_000_000) + "\","),
    LONG_NUMBER("{\"$version\": V, \"number\": ", "}", at -> "1111111111111111"),
    LONG_NUMBERS("{\"$version\": V, \"decimals\": [", "1]}", at -> "1." + "7".repeat(990) + ","),
    DECIMALS("{\"$version\": V, \"decimals\": [", "1]}", at -> "0.1,");

    private static final int SIZE = 64 << 20;

    private final String start;
    private final String end;
    private final IntFunction<String> piece;

    HostileFile(String start, String end, IntFunction<String> piece) {
        this.start = start;
        this.end = end;
        this.piece = piece;
    }

    /** Writes the file, not quite as large as a load reads. */
    void write(Path file, int version) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            int written = write(out, start.replace("V", Integer.toString(version)));
            for (int at = 0; written < SIZE - 1_000; at++) {
                byte[] bytes = piece.apply(at).getBytes(StandardCharsets.UTF_8);
                if (written + bytes.length > SIZE - 1_000) {
                    break;
                }
                out.write(bytes);
                written += bytes.length;
            }
            write(out, end);
        }
    }

    private static int write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
