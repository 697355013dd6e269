package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static Compiled schemaOf(String attributes, String components) {
        return compile("@SaveSchema(%s)\npublic record Profile(\n    %s) {}".formatted(attributes, components));
    }

    @Test
    void versionsBeginAtOne() {
        schemaOf("version = 0", "List<String> a")
                .failsOnly("[SaveSchema/VersionBelowOne] a schema's version is 1 or more, not 0")
                .atLineContaining("version = 0")
                .andItsFixCompilesInPlaceOf("version = 0");
    }

    @Test
    void theOldestVersionIsOneOfThem() {
        schemaOf("version = 2, unversioned = 2, oldest = 3", "List<String> a")
                .failsOnly("[SaveSchema/VersionOutsideRange] oldest = 3 is not one of the versions 1..2")
                .atLineContaining("oldest = 3")
                .andItsFixCompilesInPlaceOf("oldest = 3");
    }

    @Test
    void aFileWithoutAVersionIsOfOneThatThereIs() {
        schemaOf("version = 3, unversioned = 4", "List<String> a")
                .failsOnly("[SaveSchema/VersionOutsideRange] unversioned = 4 is not one of the versions 1..3")
                .atLineContaining("unversioned = 4")
                .andItsFixCompilesInPlaceOf("unversioned = 4");
        schemaOf("version = 3, oldest = 2", "List<String> a").succeeds();
    }

    @Test
    void aComponentCannotComeWithALaterVersion() {
        schemaOf("version = 2", "@Since(3) List<String> a")
                .failsOnly(
                        "[SaveSchema/ChangeOutsideVersions] @Since of a says version 3, but the schema has version 2")
                .atLineContaining("@Since(3)")
                .andTheFix("version = 3", "version = 2", "version = 3")
                .andTheFix("@Since(2)", "@Since(3)", "@Since(2)");
    }

    @Test
    void nothingIsNewerInTheFirstVersion() {
        schemaOf("version = 1", "@Since(2) List<String> a")
                .failsOnly("[SaveSchema/ChangeOutsideVersions] @Since of a says version 2, "
                        + "but the schema has version 1")
                .andTheFix("version = 2", "version = 1", "version = 2")
                .andTheFix("remove @Since", "@Since(2) ", "");
    }

    @Test
    void aChangeHasAVersionBeforeIt() {
        schemaOf("version = 3", "@RenamedFrom(value = \"old\", since = 1) List<String> a")
                .failsOnly(
                        "[SaveSchema/ChangeOutsideVersions] @RenamedFrom of a says version 1, but a change comes with"
                                + " version 2 or later")
                .atLineContaining("@RenamedFrom")
                .andTheFix("since = 2", "since = 1", "since = 2");
    }

    @Test
    void aRemovalHappenedInAVersionThatExists() {
        compile("""
            @SaveSchema(version = 2)
            @Removed(name = "lives", since = 4)
            public record Profile(List<String> a) {}
            """)
                .failsOnly("[SaveSchema/ChangeOutsideVersions] @Removed of lives says version 4, but the schema has"
                        + " version 2")
                .atLineContaining("@Removed")
                .andTheFix("since = 2", "since = 4", "since = 2");
    }

    @Test
    void nothingIsRenamedBeforeItExists() {
        schemaOf("version = 3", "@Since(3) @RenamedFrom(value = \"old\", since = 2) List<String> a")
                .failsOnly("[SaveSchema/RenamedBeforeAdded] component a was renamed in version 2, "
                        + "but it came only with version 3")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"old\", since = 2) ", "")
                .andTheFix("remove @Since", "@Since(3) ", "");
    }

    @Test
    void aRenameChangesTheName() {
        schemaOf("version = 2", "@RenamedFrom(value = \"a\", since = 2) List<String> a")
                .failsOnly("[SaveSchema/RenamedFromItself] component a is renamed from \"a\", its name afterwards")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"a\", since = 2) ", "");
    }

    @Test
    void aComponentHasOneNameAtATime() {
        schemaOf(
                        "version = 2",
                        "@RenamedFrom(value = \"b\", since = 2) @RenamedFrom(value = \"c\", since = 2) List<String> a")
                .failsOnly(
                        "[SaveSchema/DuplicateRename] component a has two old names that end with version 2, \"b\" and"
                                + " \"c\"")
                .atLineContaining("List<String> a")
                .withFixes(
                        "@RenamedFrom(value = \"b\", since = 2) @Alias(\"c\")",
                        "@RenamedFrom(value = \"c\", since = 2) @Alias(\"b\")");
    }

    @Test
    void anOldNameIsNotAnothersAtTheSameTime() {
        schemaOf("version = 3", "List<String> nick,\n    @RenamedFrom(value = \"nick\", since = 3) List<String> name")
                .failsOnly("[SaveSchema/OldNameInUse] \"nick\" is the old name of name, "
                        + "and in versions 1 to 2 also the name of nick")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"nick\", since = 3) ", "");
    }

    @Test
    void anOldNameIsFreeAfterTheRename() {
        schemaOf(
                        "version = 3",
                        "@Since(3) List<String> nick, @RenamedFrom(value = \"nick\", since = 3) List<String> name")
                .succeeds();
    }

    @Test
    void namesCanBeSwapped() {
        schemaOf(
                        "version = 2",
                        "@RenamedFrom(value = \"b\", since = 2) List<String> a, "
                                + "@RenamedFrom(value = \"a\", since = 2) List<String> b")
                .succeeds();
    }

    @Test
    void aRemovedNameStaysReserved() {
        compile("""
            @SaveSchema(version = 3)
            @Removed(name = "lives", since = 2)
            public record Profile(@Since(3) List<String> lives) {}
            """)
                .failsOnly("[SaveSchema/RemovedNameInUse] \"lives\" is removed, but component lives has that name")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"lives\")", "@Removed(name = \"lives\", since = 2)\n", "")
                .andTheFix("@Name(\"new_lives\") on component lives", "@Since(3)", "@Since(3) @Name(\"new_lives\")");
    }

    @Test
    void aNameIsRemovedOnce() {
        compile("""
            @SaveSchema(version = 3)
            @Removed(name = "lives", since = 2)
            @Removed(name = "lives", since = 3)
            public record Profile(List<String> a) {}
            """)
                .failsOnly("[SaveSchema/DuplicateRemoval] \"lives\" is removed twice")
                .atLineContaining("Profile")
                .andTheFix("keep one @Removed(name = \"lives\")", "@Removed(name = \"lives\", since = 3)\n", "");
    }

    @Test
    void aRemovedConstantStaysReserved() {
        compile("""
            @SaveSchema(version = 3)
            public record Profile(@Default("EASY") Mode mode) {
              @Removed(name = "HARD", since = 2)
              enum Mode { EASY, @Alias("HARDER") HARD }
            }
            """)
                .failsOnly("[SaveSchema/RemovedNameInUse] \"HARD\" is removed, but constant HARD has that name")
                .atLineContaining("@Removed")
                .withFact("A removed name stays reserved, so that constant HARD does not read the old values")
                .andTheFix("remove @Removed(name = \"HARD\")", "@Removed(name = \"HARD\", since = 2)\n", "")
                .andTheFix(
                        "@Name(\"new_HARD\") on constant HARD",
                        "@Alias(\"HARDER\")",
                        "@Name(\"new_HARD\") @Alias(\"HARDER\")");
    }

    @Test
    void aRemovedKindOfObjectStaysReserved() {
        compile("""
            @SaveSchema(version = 3)
            public record Profile(List<Figure> figures) {
              @Removed(name = "disc", since = 2)
              sealed interface Figure permits Circle {}
              @Subtype("circle") @Alias("disc") record Circle() implements Figure {}
            }
            """)
                .failsOnly("[SaveSchema/RemovedNameInUse] \"disc\" is removed, but record Circle has that name")
                .atLineContaining("@Removed")
                .andTheFix("remove the alias \"disc\"", " @Alias(\"disc\")", "");
        compile("""
            @SaveSchema(version = 3)
            public record Profile(List<Figure> figures) {
              @Removed(name = "circle", since = 2)
              sealed interface Figure permits Circle {}
              @Subtype("circle") record Circle() implements Figure {}
            }
            """)
                .failsOnly("[SaveSchema/RemovedNameInUse] \"circle\" is removed, but record Circle has that name")
                .andTheFix(
                        "@Subtype(\"new_circle\") on record Circle",
                        "@Subtype(\"circle\")",
                        "@Subtype(\"new_circle\")");
    }

    @Test
    void aKindOfObjectThatTheInnerInterfaceStillPermitsIsNotRemoved() {
        compile("""
            @SaveSchema(version = 3)
            public record Profile(List<Figure> figures) {
              sealed interface Figure permits Round {}
              @Removed(name = "circle", since = 2)
              sealed interface Round extends Figure permits Circle {}
              @Subtype("circle") record Circle() implements Round {}
            }
            """)
                .failsOnly("[SaveSchema/RemovedNameInUse] \"circle\" is removed, but record Circle has that name")
                .atLineContaining("@Removed")
                .andTheFix("remove @Removed(name = \"circle\")", "@Removed(name = \"circle\", since = 2)\n", "");
    }

    @Test
    void aConstantIsRemovedInAVersionThatExists() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(@Default("EASY") Mode mode) {
              @Removed(name = "HARD", since = 3)
              enum Mode { EASY }
            }
            """)
                .failsOnly("[SaveSchema/ChangeOutsideVersions] @Removed of HARD says version 3, but the schema has"
                        + " version 2")
                .atLineContaining("@Removed")
                .andTheFix("since = 2", "since = 3", "since = 2");
    }

    @Test
    void whatMovesMovesIntoAPart() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(@MovedFrom(value = "/a~1b", since = 2) @Default("1") int now) {}
            """)
                .failsOnly("[SaveSchema/MovedWithinRoot] component now is where it was, in the document itself; "
                        + "@MovedFrom is for a part of it")
                .atLineContaining("@MovedFrom")
                .withFixes("@RenamedFrom(value = \"a/b\", since = 2)")
                .andItsFixCompilesInPlaceOf("@MovedFrom(value = \"/a~1b\", since = 2)");
    }

    @Test
    void whatMovesGoesToOnePlace() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(Part part) {
              record Part(
                @MovedFrom(value = "/old", since = 2) @Default("1") int a,
                @MovedFrom(value = "/old", since = 2) @Default("1") int b) {}
            }
            """)
                .failsOnly("[SaveSchema/MovedTwice] \"/old\" goes to both a and b")
                .atLineContaining("int b")
                .withFact("A value can be moved to one place only; a step in code can copy it")
                .andTheFix(
                        "remove @MovedFrom",
                        "@MovedFrom(value = \"/old\", since = 2) @Default(\"1\") int b",
                        "@Default(\"1\") int b");
    }

    @Test
    void theOldPlaceIsAPointer() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(Part part) {
              record Part(@MovedFrom(value = "old", since = 2) @Default("1") int now) {}
            }
            """)
                .failsOnly("[SaveSchema/NotAPointer] \"old\", from where now was moved, is not a JSON Pointer")
                .atLineContaining("@MovedFrom")
                .andItsFixCompilesInPlaceOf("value = \"old\"");
    }

    @Test
    void oneOldPlaceHasOneNewOne() {
        for (String part : List.of("List<Part> parts", "Map<String, Part> parts", "Part one, Part two")) {
            compile("""
                @SaveSchema(version = 2)
                public record Profile(PARTS) {
                  record Part(
                      @MovedFrom(value = "/old", since = 2) @Default("1") int now) {}
                }
                """.replace("PARTS", part))
                    .failsOnly("[SaveSchema/MovedIntoMany] component now was moved into Part, "
                            + "which is not in just one place")
                    .atLineContaining("@MovedFrom")
                    .andTheFix(
                            "remove @MovedFrom, and move the value in a @Migration",
                            "@MovedFrom(value = \"/old\", since = 2) ",
                            "");
        }
    }

    /**
     * The record that has the moved component is itself in a record. That outer record is in many places of the document, or not
     * always in the same.
     */
    @Test
    void thePlaceOfWhatIsAroundTheNewOneIsAlwaysTheSameToo() {
        for (String parts : List.of(
                "List<Level> levels",
                "Optional<Map<String, Level>> levels",
                "Level[] levels",
                "Level one, Optional<Level> two",
                "Chapter one, Chapter two",
                "Optional<Kind> kind",
                "List<Kind> kinds",
                "Chain chain",
                "Optional<Ring> ring")) {
            compile("""
                @SaveSchema(version = 2)
                public record Profile(PARTS) {
                  record Chapter(Level level) {}
                  record Chain(Level level, Optional<Chain> next) {}
                  record Ring(Level level, List<Profile> around) {}
                  sealed interface Kind permits Tall, Flat {}
                  @Subtype("tall") record Tall(Level level) implements Kind {}
                  @Subtype("flat") record Flat() implements Kind {}
                  record Level(Optional<Part> part) {}
                  record Part(
                      @MovedFrom(value = "/old", since = 2) @Default("1") int now) {}
                }
                """.replace("PARTS", parts))
                    .failsOnly("[SaveSchema/MovedIntoMany] component now was moved into Part, "
                            + "which is not in just one place")
                    .atLineContaining("@MovedFrom")
                    .andTheFix(
                            "remove @MovedFrom, and move the value in a @Migration",
                            "@MovedFrom(value = \"/old\", since = 2) ",
                            "");
        }
    }

    @Test
    void theNewPlaceIsNotInOneOfSeveralObjectsNorInItself() {
        for (String part : List.of(
                "Optional<Kind> kind",
                "Part part",
                "Optional<Kind> kind, Part part",
                "Optional<Kind> kind, Kind[] more")) {
            compile("""
                @SaveSchema(version = 2)
                public record Profile(PART) {
                  sealed interface Kind permits Part {}
                  @Subtype("part") record Part(Optional<Part> next,
                      @MovedFrom(value = "/old", since = 2) @Default("1") int now) implements Kind {}
                }
                """.replace("PART", part))
                    .failsOnly("[SaveSchema/MovedIntoMany] component now was moved into Part, "
                            + "which is not in just one place")
                    .atLineContaining("@MovedFrom");
        }
        compile("""
            @SaveSchema(version = 2)
            public record Profile(Optional<Kind> kind) {
              sealed interface Kind permits Part {}
              @Subtype("part") record Part(
                  @MovedFrom(value = "/old", since = 2) @Default("1") int now) implements Kind {}
            }
            """)
                .failsOnly("[SaveSchema/MovedIntoMany] component now was moved into Part, "
                        + "which is not in just one place")
                .andTheFix(
                        "remove @MovedFrom, and move the value in a @Migration",
                        "@MovedFrom(value = \"/old\", since = 2) ",
                        "");
    }

    @Test
    void theNewPlaceMayBeDeepAndMayBeOptional() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(Optional<Chapter> chapter, List<Level> others, Tree tree) {
              record Chapter(Optional<Part> part) {}
              record Level(Tree tree) {}
              record Tree(List<Tree> trees) {}
              record Part(Optional<Tree> tree, @MovedFrom(value = "/old", since = 2) @Default("1") int now) {}
            }
            """).succeeds();
    }

    @Test
    void aMoveCameWithAVersion() {
        compile("""
            @SaveSchema(version = 2)
            public record Profile(Part part) {
              record Part(@MovedFrom(value = "/old", since = 3) @Default("1") int now) {}
            }
            """)
                .failsOnly("[SaveSchema/ChangeOutsideVersions] @MovedFrom of now says version 3, "
                        + "but the schema has version 2")
                .atLineContaining("@MovedFrom")
                .andTheFix("since = 2", "since = 3", "since = 2");
    }
}
