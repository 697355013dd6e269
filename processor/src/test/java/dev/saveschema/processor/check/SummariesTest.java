package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummariesTest {

    private static Compiled schemaOf(String component) {
        return compile("""
                @SaveSchema(version = 1)
                public record Profile(
                    @Default("1") int step, %s) {
                  enum Difficulty { EASY, HARD }
                  record Hero(@Default("") String name) {}
                  record Tree(List<Tree> children) {}
                  sealed interface Figure permits Circle {}
                  @Subtype("circle") record Circle(@Default("1") int radius) implements Figure {}
                }
                """.formatted(component));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Default(\"1\") int shown",
                "@Default(\"1\") Long shown",
                "@Default(\"0.5\") double shown",
                "@Default(\"true\") boolean shown",
                "@Default(\"x\") char shown",
                "@Default(\"\") String shown",
                "@Default(\"EASY\") Difficulty shown",
                "@Default(\"PT0S\") java.time.Duration shown",
                "@Default(\"1970-01-01T00:00:00Z\") java.time.Instant shown",
                "Optional<String> shown",
                "OptionalInt shown"
            })
    void aSingleValueMayBeShown(String component) {
        schemaOf("@Summary " + component).succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List<String>|a collection",
                "Set<Integer>|a collection",
                "int[]|a collection",
                "Optional<List<String>>|a collection",
                "Map<String, Integer>|a map",
                "Hero|a record",
                "Tree|a record",
                "Optional<Hero>|a record",
                "Optional<Figure>|one of several records",
                "Optional<JsonNode>|any JSON"
            })
    void whatCanBeLargeIsNotShown(String type, String kind) {
        schemaOf("@Summary " + type + " shown")
                .failsOnly("[SaveSchema/SummaryType] component shown is " + kind + ", which is too much for a summary")
                .atLineContaining("@Summary")
                .andTheFix("remove @Summary", "@Summary ", "");
    }

    @Test
    void whatIsInAnotherRecordIsNotShown() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(Hero hero) {
                  record Hero(
                      @Summary @Default("") String name) {}
                }
                """)
                .failsOnly(
                        "[SaveSchema/SummaryOfPart] component name is in Hero, and a summary is made of what is in Profile itself")
                .atLineContaining("@Summary")
                .andTheFix("remove @Summary, or move the component to Profile", "@Summary ", "");
    }

    @Test
    void anotherDocumentWithinADocumentKeepsItsSummaryToItself() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(Hero hero) {
                  @SaveSchema(version = 1)
                  record Hero(@Summary @Default("") String name) {}
                }
                """).succeeds();
    }

    @Test
    void whatKeepsUnknownMembersIsNotShown() {
        schemaOf("@Unknown @Summary Map<String, JsonNode> rest")
                .failsOnly(
                        "[SaveSchema/UnknownTakesNothing] @Summary does not apply to rest, which keeps members under their own names")
                .atLineContaining("@Summary")
                .andTheFix("remove @Summary", "@Summary ", "");
    }
}
