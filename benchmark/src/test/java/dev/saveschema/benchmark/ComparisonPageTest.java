package dev.saveschema.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSON;
import com.google.gson.Gson;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of {@code docs/comparison.md} has what each library makes of a file that is not as expected. {@code -Dgolden.update=true}
 * writes it into the page.
 */
final class ComparisonPageTest {

    private static final Path PAGE = Path.of("../docs/comparison.md");
    private static final String HEAD = "| the file | Jackson 3 |";

    private interface Library {

        Object read(String json) throws Exception;
    }

    private static final List<Library> LIBRARIES = List.of(
            json -> JsonMapper.shared().readValue(json, PlainHero.class),
            json -> new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, PlainHero.class),
            json -> new Gson().fromJson(json, PlainHero.class),
            json -> JSON.parseObject(json, PlainHero.class),
            json -> ComparisonPageTest_HeroSchema.fromBytes(json.getBytes(UTF_8))
                    .value());

    @Test
    void eachLibraryAnswersAsTheTableSays() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder told = new StringBuilder();
        boolean isInTable = false;
        int rows = 0;
        for (String line : page.lines().toList()) {
            isInTable = line.startsWith(HEAD) || isInTable && line.startsWith("|");
            boolean isRow = isInTable && !line.startsWith(HEAD) && !line.startsWith("|--");
            rows += isRow ? 1 : 0;
            told.append(isRow ? row(line) : line).append('\n');
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, told);
        }
        assertThat(rows).isEqualTo(9);
        assertThat(told).hasToString(Files.readString(PAGE));
    }

    private static String row(String line) {
        String shown = line.split("\\|")[1].strip();
        String json = shown.startsWith("`") ? shown.replace("`", "") : "";
        StringBuilder row = new StringBuilder("| ").append(shown).append(" |");
        LIBRARIES.forEach(
                library -> row.append(' ').append(answer(library, json)).append(" |"));
        return row.toString();
    }

    private static String answer(Library library, String json) {
        try {
            return String.valueOf(library.read(json)).replaceAll(".*\\[name=|(level|mode|marks)=|\\]$", "");
        } catch (Exception e) {
            return "exception";
        }
    }

    @SaveSchema(version = 1)
    public record Hero(
            @Default("Nobody") String name,
            @Default("1") int level,
            @Default("EASY") Mode mode,
            List<Integer> marks) {}

    /** None of the others needs an annotation of SaveSchema's. */
    public record PlainHero(String name, int level, Mode mode, List<Integer> marks) {}

    public enum Mode {
        EASY,
        HARD
    }
}
