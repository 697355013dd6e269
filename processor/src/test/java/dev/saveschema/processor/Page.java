package dev.saveschema.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as far as a test compiles and runs what it shows.
 *
 * @param text the whole page
 */
public record Page(String text) {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** @param path from the root of the repository: {@code README.md} */
    public static Page read(String path) {
        try {
            return new Page(Files.readString(Path.of("..").resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks in Java, in their order. */
    public List<String> java() {
        return blocks("java");
    }

    /** The blocks in JSON. */
    public List<String> json() {
        return blocks("json");
    }

    /** The blocks in no language: what something prints. */
    public List<String> output() {
        return blocks("");
    }

    /** The rows of the table whose first cell is headed so, each as its cells. */
    public Stream<List<String>> rows(String head) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("| " + head + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Page::cells);
    }

    /** The cells between the bars of a table's row. */
    public static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** The texts between backticks in a cell. */
    public static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The first of {@link #codes}. */
    public static String code(String cell) {
        return codes(cell).get(0);
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        String[] parts = text.split("(?m)^```");
        // outside and inside of a block take turns
        for (int inside = 1; inside < parts.length; inside += 2) {
            String[] block = parts[inside].split("\n", 2);
            if (block[0].equals(language)) {
                blocks.add(block[1]);
            }
        }
        return blocks;
    }
}
