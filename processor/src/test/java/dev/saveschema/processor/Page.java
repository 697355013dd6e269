package dev.saveschema.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation, as far as a test compiles and runs what it shows.
 *
 * @param text the whole page
 */
public record Page(String text) {

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
