package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A repair is one good line that nothing in a file, a default or an exception can make a bad one of. */
class ReportTest {

    /** Characters that a terminal acts on, escaped for a file, a source and an exception. */
    private static final String NASTY = "\\u001b[2J\\u202e\\n\\r\\u2028";

    private static final Schema<Object> SCHEMA = Running.compile("Told", """
            @SaveSchema(version = 3, oldest = 2, unversioned = 3)
            public record Told(
                @Default("0") @Range(max = 9) int number, @Default("a\\u001b[2Jb\\nc") @Size(min = 2, max = 9) String text,
                @Default("a") @Pattern("[a-z\\u001b]*") String word, @Default("A") Kind kind, List<Picky> picky,
                Set<Integer> set, @Each(invalid = Invalid.RESET) List<Integer> whole, Map<String, Integer> map,
                @Default("0") int converted, @Default("d\\u001b[2Jot") Figure figure, List<Figure> figures) {
              public enum Kind { A }
              @Discriminator("k\\u001b[2Jind") public sealed interface Figure permits Dot {}
              @Subtype("d\\u001b[2Jot") public record Dot() implements Figure {}
              public record Picky(@Default("0") int a) {
                public Picky {
                  if (a > 5) {
                    throw new IllegalArgumentException("no \\u001b[2J\\n\\u202e" + "x".repeat(1_000));
                  }
                }
              }

              @Migration(from = 2, to = 3, component = "converted")
              static int convert(int old) {
                if (old > 0) {
                  throw new IllegalStateException("no \\u001b[2J\\n\\u202e" + "x".repeat(1_000));
                }
                return old;
              }
            }
            """).schema("Told");

    private static final List<String> DOCUMENTS = List.of(
            "{}",
            "{\"number\": null, \"text\": 5, \"kind\": \"X\", \"X\": \"X\", \"picky\": [{\"a\": 6, \"X\": {}}]}",
            "{\"number\": 10, \"text\": \"XX\", \"word\": \"XX\", \"set\": [1, 1], \"whole\": [\"X\"], \"map\": {\"X\": \"X\"}}",
            "{\"text\": \"x\", \"number\": 1e999999999, \"number\": 5, \"map\": {\"X\": 1, \"X\": 2, \"X\": false}}",
            "{\"map\": " + "{\"X\": ".repeat(300) + "1" + "}".repeat(300) + "}",
            "{\"$version\": \"X\"}",
            "{\"figure\": {\"k\\u001b[2Jind\": \"X\"}, \"figures\": [{}, {\"k\\u001b[2Jind\": \"d\\u001b[2Jot\", \"X\": 1, "
                    + "\"k\\u001b[2Jind\": 1}]}",
            "{\"$version\": 2, \"converted\": 7, \"X\": {\"X\": " + "[".repeat(300) + "]".repeat(300) + "}}",
            "{\"$version\": 1}",
            "{\"number\": NaN, \"text\": 'a\u202eb', /* \u001b[2J\u202e */ \"word\": \"\\q\", a: 1,}",
            "{\"number\": 1, \"map\": {\"X\": 1}, \"text\": \"\u001b");

    @Test
    void everyRepairOfEveryKindIsOneGoodLine() {
        Set<Reason> met = EnumSet.noneOf(Reason.class);
        for (String json : DOCUMENTS) {
            for (Repair repair : repairs(json.replace("X", NASTY + "x".repeat(500)))) {
                met.add(repair.reason());
                assertThat(repair.toString())
                        .as(json)
                        .matches("[^;]+: .+; .+")
                        .hasSizeLessThan(30_000)
                        .doesNotEndWith(".");
                for (String text : List.of(
                        repair.toString(),
                        repair.pointer(),
                        repair.problem(),
                        repair.found().orElse(""),
                        repair.used())) {
                    assertThat(text.chars().filter(ReportTest::isActedOn))
                            .as("%s in %s", text, json)
                            .isEmpty();
                }
                assertThat(repair.found().orElse("").length()).isLessThan(100);
            }
        }
        assertThat(met)
                .as("a document here for each reason")
                .containsAll(EnumSet.complementOf(EnumSet.of(Reason.TOO_DEEP)));
    }

    @Test
    void anUnknownNameInAListIsReportedOnce() {
        String json = "{\"picky\": [" + "{\"a\": 1, \"b\": 2}, ".repeat(10_000) + "{\"a\": 1}]}";
        Document<Object> document = Running.read(SCHEMA, json);
        assertThat(Running.repairs(document)).contains("picky[0].b: unknown, 2, and 9,999 more like it; dropped");
        assertThat(document.repairs()).hasSizeLessThan(20);
    }

    private static List<Repair> repairs(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        DocumentReader<Object> reader = new DocumentReader<>(SCHEMA, LoadLimits.defaults());
        List<Repair> repairs = new ArrayList<>();
        try {
            repairs.addAll(reader.read(bytes).repairs());
        } catch (RuntimeException damaged) {
            repairs.addAll(reader.salvage(bytes).orElseThrow().repairs());
        }
        return repairs;
    }

    private static boolean isActedOn(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
