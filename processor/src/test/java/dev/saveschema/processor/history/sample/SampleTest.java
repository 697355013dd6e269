package dev.saveschema.processor.history.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.processor.history.Releases;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of objects that contain each other comes to an end, shows each of them, and loads without a repair. */
class SampleTest {

    private static final String EXPRESSIONS = """
            @SaveSchema(version = 1)
            public record Sheet(List<Expr> cells) {
              public sealed interface Expr permits Sum, Not {}
              @Subtype("sum") public record Sum(List<Expr> of) implements Expr {}
              @Subtype("not") public record Not(Optional<Expr> of) implements Expr {}
            }
            """;

    @TempDir
    Path folder;

    private String verifiedSample(String source) {
        Releases releases = new Releases(folder).lock(source);
        Schema<Object> schema = releases.run("Sheet", source).schema("Sheet");
        MigrationTest.verify(schema, folder);
        return releases.sampleText("sheet", 1);
    }

    @Test
    void aNumberIsWithinItsRangeWhicheverEndThatHas() {
        verifiedSample("""
                @SaveSchema(version = 1)
                public record Sheet(
                    @Default("-5") @Range(max = 0) int a, @Default("5") @Range(max = 9) int b, @Default("100") @Range(min = 100) byte c,
                    @Default("-100") @Range(max = -100) byte d, @Default("0.5") @DecimalRange(max = "1") double e,
                    @Default("900") @DecimalRange(min = "900") float f, @Default("5") @Range(min = 1000, max = 2000) short g,
                    @Default("5") @Range(max = 9) BigInteger h, @Each(range = @Range(max = 2)) List<Integer> i) {}
                """.replace("@Default(\"5\") @Range(min = 1000", "@Default(\"1005\") @Range(min = 1000"));
    }

    @Test
    void aChoiceMayHaveNothingThatDoesNotContainIt() {
        assertThat(verifiedSample(EXPRESSIONS))
                .contains("\"type\": \"sum\"", "\"type\": \"not\"", "\"of\": null", "\"of\": []")
                .hasSizeLessThan(10_000);
    }

    @Test
    void aMapEndsSuchAChoiceAsAListDoes() {
        assertThat(verifiedSample(EXPRESSIONS
                        .replace("Sum(List<Expr> of)", "Sum(Map<String, Expr> of)")
                        .replace("Not(Optional<Expr> of)", "Not(Optional<List<Expr>> of)")))
                .contains("\"type\": \"sum\"", "\"type\": \"not\"", "\"of\": null", "\"of\": {}")
                .hasSizeLessThan(10_000);
    }

    @Test
    void whatMustHaveAnotherHasOneThatEnds() {
        assertThat(verifiedSample(EXPRESSIONS.replace("Sum(List<Expr> of) implements Expr {}", """
                        Sum(@Default("not") Expr left, @Default(factory = "one") @Size(min = 1, max = 3) List<Expr> right) implements Expr {
                            static List<Expr> one() { return List.of(new Not(Optional.empty())); }
                          }""")))
                .contains("\"type\": \"sum\"", "\"type\": \"not\"", "\"of\": null")
                .hasSizeLessThan(10_000);
    }

    /** Each that may contain any number of all the others would otherwise make it as large as a power of their number. */
    @Test
    void manyThatContainEachOtherMakeASmallSample() {
        List<String> names = Stream.of("And", "Or", "Sum", "Product", "Least", "Most", "List", "Call")
                .map(name -> name + "Of")
                .toList();
        for (String of : List.of(
                "List<Expr> of", "Optional<Expr> of", "@Default(\"end\") Expr left, @Default(\"end\") Expr right")) {
            List<String> records = new ArrayList<>(List.of("@Subtype(\"end\") public record End() implements Expr {}"));
            names.forEach(name ->
                    records.add("@Subtype(\"%1$s\") public record %1$s(%2$s) implements Expr {}".formatted(name, of)));
            String source = """
                    @SaveSchema(version = 1, id = "sheet-%d")
                    public record Sheet(Optional<Expr> cell) {
                      public sealed interface Expr permits %s, End {}
                      %s
                    }
                    """.formatted(of.length(), String.join(", ", names), String.join("\n  ", records));
            Releases releases = new Releases(folder).lock(source);
            MigrationTest.verify(releases.run("Sheet", source).schema("Sheet"), folder);
            assertThat(releases.sampleText("sheet-" + of.length(), 1))
                    .contains(names)
                    .hasSizeLessThan(50_000);
        }
    }
}
