package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** Mistakes in records that are told apart by their JSON types are reported at their places. */
class OneOfChecksTest {

    private static final String TEXT = "record Text(String text) implements Source {}";

    private static Compiled schemaOf(String component, String... types) {
        return compile("""
                @SaveSchema(version = 1)
                public record Note(
                    %s) {
                  %s
                }
                """.formatted(component, String.join("\n  ", types)));
    }

    private static Compiled source(String... records) {
        return schemaOf("List<Source> sources", "@OneOf sealed interface Source {}", String.join("\n  ", records));
    }

    @Test
    void twoOfOneTypeOfJsonAreRefused() {
        source(TEXT, "record Day(java.time.LocalDate day) implements Source {}")
                .failsOnly(
                        "[SaveSchema/SameJsonType] Text and Day of Source are both text in the file, which then cannot say which it is")
                .atLineContaining("record Day")
                .withFixes("remove Day from Source, or make one record of the two");
        source("record Whole(int n) implements Source {}", "record Part(double d) implements Source {}")
                .failsOnly(
                        "[SaveSchema/SameJsonType] Whole and Part of Source are both a number in the file, which then cannot say which it is");
        source(
                        "record Some(Map<String, Integer> n) implements Source {}",
                        "record One(Node node) implements Source {}",
                        "record Node() {}")
                .failsOnly(
                        "[SaveSchema/SameJsonType] Some and One of Source are both an object in the file, which then cannot say which it is");
    }

    @Test
    void eachHasOneComponent() {
        source(TEXT, "record Pair(int a, int b) implements Source {}")
                .failsOnly(
                        "[SaveSchema/NotOneComponent] Pair has 2 components; each record of the @OneOf Source has one, whose value stands in the file")
                .atLineContaining("record Pair");
        source(TEXT, "enum Nothing implements Source { NOTHING }")
                .failsOnly(
                        "[SaveSchema/NotOneComponent] Nothing is no record; each record of the @OneOf Source has one, whose value stands in the file");
        source("record Box<T>(List<T> of) implements Source {}")
                .failsOnly(
                        "[SaveSchema/NotOneComponent] Box has type parameters; each record of the @OneOf Source has one, whose value stands in the file")
                .andItsFixCompilesInPlaceOf("record Box<T>(List<T> of) implements Source {}");
    }

    @Test
    void whatMayBeOfSeveralTypesOfJsonIsRefused() {
        source(TEXT, "record Any(tools.jackson.databind.JsonNode any) implements Source {}")
                .failsOnly(
                        "[SaveSchema/NoJsonType] Any of Source holds JsonNode, which is not known by its type of JSON")
                .atLineContaining("record Any");
        source(TEXT, "record Maybe(Optional<Integer> n) implements Source {}")
                .failsOnly(
                        "[SaveSchema/NoJsonType] Maybe of Source holds Optional<Integer>, which is not known by its type of JSON");
    }

    @Test
    void whatSpeaksOfAMemberDoesNotApply() {
        source("record Text(@Default(\"a\") String text) implements Source {}")
                .failsOnly(
                        "[SaveSchema/OneOfTakesNothing] @Default does not apply to Text, whose value stands in the file without a name")
                .withFixes("remove @Default");
        source("@Subtype(\"text\") " + TEXT)
                .failsOnly(
                        "[SaveSchema/OneOfTakesNothing] @Subtype does not apply to Text, whose value stands in the file without a name");
        schemaOf("List<Source> sources", "@OneOf @Discriminator(\"kind\") sealed interface Source {}", TEXT)
                .failsOnly(
                        "[SaveSchema/OneOfTakesNothing] @Discriminator does not apply to Source, whose value stands in the file without a name");
    }

    @Test
    void aRecordIsSavedOnlyAsOneOfThem() {
        schemaOf("@Default(\"\") Source source, Optional<Text> text", "@OneOf sealed interface Source {}", TEXT)
                .failsOnly("[SaveSchema/UnsupportedType] component text has type Optional<Text>; Text cannot be saved")
                .withFact("It is one of those that Source can be in the file")
                .withFixes("Optional<Source> text");
    }

    @Test
    void onAnythingElseItIsRefused() {
        schemaOf("Other other", "@OneOf record Other() {}")
                .failsOnly("[SaveSchema/OneOfNotSealed] @OneOf on Other, which is no sealed interface")
                .atLineContaining("@OneOf record Other")
                .withFixes("remove @OneOf");
    }

    @Test
    void oneThatContainsItselfNeedsARecordInBetween() {
        source(TEXT, "record Many(List<Source> many) implements Source {}")
                .failsOnly("[SaveSchema/UnsupportedType] component many has type List<Source>; Source cannot be saved")
                .withFact("Source contains itself with no record of several components in between");
    }

    @Test
    void itNeedsADefault() {
        schemaOf(
                        "Source source",
                        "@OneOf sealed interface Source {}",
                        TEXT,
                        "record Lines(List<String> lines) implements Source {}")
                .failsOnly("[SaveSchema/MissingDefault] component source has no default for files that lack it")
                .withFixes("@Default(\"\")", "@Default(\"[]\")")
                .andItsFixCompiles((source, fix) -> source.replace("Source source", fix + " Source source"));
    }

    @Test
    void aDefaultIsWithinTheLimitsOfItsRecord() {
        schemaOf(
                        "@Default(\"[\\\"long\\\"]\") Source source",
                        "@OneOf sealed interface Source {}",
                        "record Text(@Size(max = 3) String text) implements Source {}",
                        "record Lines(@Each(size = @Size(max = 3)) List<String> lines) implements Source {}")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default's element \"long\" of lines is outside its own limit: at most 3 characters");
        schemaOf(
                        "@Default(\"x\") Source source",
                        "@OneOf sealed interface Source {}",
                        "record Number(int n) implements Source {}",
                        "record Lines(List<String> lines) implements Source {}")
                .failsOnly(
                        "[SaveSchema/DefaultTypeMismatch] the default of source does not fit: \"x\" is not a number or a list");
    }

    @Test
    void aLimitFitsTheComponentOfItsRecord() {
        source("record Text(@Range(max = 3) String text) implements Source {}")
                .fails("[SaveSchema/LimitDoesNotApply] component text is text; @Range applies to numbers");
        schemaOf("@Default(\"\") @Size(max = 3) Source source", "@OneOf sealed interface Source {}", TEXT)
                .fails(
                        "[SaveSchema/LimitDoesNotApply] component source is the sealed interface Source; @Size applies to text, collections and maps");
    }
}
