package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static Compiled schemaOf(String attributes, String components) {
        return compile(
                "@SaveSchema(version = 1%s)\npublic record Profile(\n    %s) {}".formatted(attributes, components));
    }

    @Test
    void namesInTheFileAreNotEmpty() {
        schemaOf("", "@Name(\"\") List<String> friends")
                .failsOnly("[SaveSchema/EmptyName] a name of friends in the file is empty")
                .atLineContaining("@Name(\"\")")
                .andItsFixCompilesInPlaceOf("@Name(\"\")");
    }

    @Test
    void namesCanBeWrittenIntoAFile() {
        schemaOf("", "@Name(\"a\\ud800\") List<String> friends")
                .failsOnly(
                        "[SaveSchema/UnusableName] the name \"a\\ud800\" of friends holds half of a surrogate pair, which no file can")
                .atLineContaining("@Name")
                .withFixes("@Name(\"friends\")")
                .andItsFixCompilesInPlaceOf("@Name(\"a\\ud800\")");
        schemaOf("", "@Alias(\"\\udc00\") @RenamedFrom(value = \"\\ud800\", since = 2) List<String> friends")
                .fails(
                        "[SaveSchema/UnusableName] the name \"\\udc00\" of friends holds half of a surrogate pair, which no file can")
                .withFixes("remove \"\\udc00\"");
        compile("""
                @SaveSchema(version = 1)
                public record Profile(List<Mode> modes, List<Item> items) {
                  public enum Mode { @Name("\\ud800") EASY, HARD }
                  @Discriminator("kind\\ud800") public sealed interface Item {}
                  @Subtype("\\ud800") public record MagicPotion() implements Item {}
                }
                """)
                .fails(
                        "[SaveSchema/UnusableName] the name \"\\ud800\" of MagicPotion holds half of a surrogate pair, which no file can")
                .withFixes("@Subtype(\"magic-potion\")");
    }

    @Test
    void aComponentOfTheDocumentIsNotCalledAsSaveSchemasOwnMembers() {
        schemaOf("", "@Name(\"$version\") List<String> versions")
                .failsOnly("[SaveSchema/ReservedName] \"$version\" of versions is a name that SaveSchema uses itself")
                .atLineContaining("@Name(\"$version\")")
                .andItsFixCompilesInPlaceOf("@Name(\"$version\")");
    }

    @Test
    void anAliasMayNotBeReservedEither() {
        schemaOf("", "@Alias({\"$save\"}) List<String> x")
                .failsOnly("[SaveSchema/ReservedName] \"$save\" of x is a name that SaveSchema uses itself")
                .andTheFix("remove \"$save\"", "\"$save\"", "");
    }

    @Test
    void otherNamesWithADollarAreFree() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(@Name("$schema") Optional<String> editor, @Alias("$id") Optional<String> id, Part part) {
                  record Part(@Name("$version") @Default("") String version, @Name("$ref") Optional<String> ref) {}
                }
                """).succeeds();
    }

    @Test
    void twoComponentsCannotHaveOneName() {
        schemaOf("", "List<String> a,\n    @Name(\"a\") List<String> b")
                .failsOnly("[SaveSchema/DuplicateName] components a and b are both called \"a\" in the file")
                .atLineContaining("@Name(\"a\")")
                .withFixes("@Name(\"b\")")
                .andItsFixCompilesInPlaceOf("@Name(\"a\")");
    }

    @Test
    void theNamingCanMakeTwoNamesOne() {
        schemaOf(", naming = Naming.SNAKE_CASE", "List<String> userId,\n    List<String> userID")
                .failsOnly(
                        "[SaveSchema/DuplicateName] components userId and userID are both called \"user_id\" in the file")
                .atLineContaining("userID")
                .andItsFixCompiles(
                        (source, fix) -> source.replace("List<String> userID", fix + " List<String> userID"));
    }

    @Test
    void anAliasCannotBeAnothersName() {
        schemaOf("", "List<String> a,\n    @Alias(\"a\") List<String> b")
                .failsOnly("[SaveSchema/DuplicateName] components a and b are both called \"a\" in the file")
                .atLineContaining("@Alias(\"a\")")
                .andTheFix("remove \"a\"", "\"a\"", "{}");
    }

    @Test
    void anAliasIsAnotherName() {
        schemaOf("", "@Alias(\"a\") List<String> a")
                .failsOnly("[SaveSchema/RedundantAlias] the alias \"a\" of a is a name that it has already")
                .atLineContaining("@Alias(\"a\")")
                .andTheFix("remove \"a\"", "\"a\"", "{}");
    }

    @Test
    void twoConstantsCannotHaveOneName() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(@Default("EASY") Difficulty difficulty) {
                  enum Difficulty {
                    EASY,
                    @Name("EASY") SIMPLE,
                    HARD }
                }
                """)
                .failsOnly("[SaveSchema/DuplicateName] constants EASY and SIMPLE of Difficulty "
                        + "are both called \"EASY\" in the file")
                .atLineContaining("SIMPLE")
                .andItsFixCompilesInPlaceOf("@Name(\"EASY\") SIMPLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "My Save|it has \"M\" in it",
                "../x|it has \"/\" in it",
                ".x|it begins with \".\"",
                "con|Windows keeps that name for a device",
                "x.|Windows drops a dot at the end",
            })
    void anIdCanNameAFile(String id, String reason) {
        schemaOf(",\n  id = \"" + id + "\"", "List<String> a")
                .failsOnly("[SaveSchema/UnusableId] the id \"%s\" cannot name a file: %s".formatted(id, reason))
                .atLineContaining("id = \"" + id + "\"")
                .andItsFixCompilesInPlaceOf("id = \"" + id + "\"");
    }
}
