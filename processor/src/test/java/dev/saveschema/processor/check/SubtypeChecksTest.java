package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** Mistakes in a sealed interface and its records are reported at their places, with code to write instead. */
class SubtypeChecksTest {

    private static final String CIRCLE =
            "@Subtype(\"circle\") record Circle(@Default(\"1\") int radius) implements Figure {}";

    private static Compiled schemaOf(String component, String types) {
        return compile("""
            @SaveSchema(version = 3)
            public record Drawing(
                %s) {
              %s
            }
            """.formatted(component, types));
    }

    @Test
    void aRecordNeedsAName() {
        schemaOf("List<Figure> figures", "sealed interface Figure {}\n  record HalfCircle() implements Figure {}")
                .failsOnly("[SaveSchema/UnnamedSubtype] record HalfCircle of Figure has no name in the file")
                .atLineContaining("record HalfCircle")
                .withFixes("@Subtype(\"half-circle\")")
                .andItsFixCompiles((source, fix) -> source.replace("record HalfCircle", fix + " record HalfCircle"));
    }

    @Test
    void anEnumIsNoSubtype() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n  " + CIRCLE + "\n  enum None implements Figure { NONE }")
                .failsOnly("[SaveSchema/SubtypeNotARecord] None is an enum; of what Figure permits only records can be"
                        + " saved")
                .atLineContaining("enum None")
                .andItsFixCompiles((source, fix) ->
                        source.replace("enum None implements Figure { NONE }", "@Subtype(\"none\") " + fix));
    }

    @Test
    void aClassAndAnOpenInterfaceAreNoSubtypes() {
        Compiled compiled = schemaOf(
                "List<Figure> figures",
                "sealed interface Figure {}\n"
                        + "  final class A implements Figure {}\n"
                        + "  non-sealed interface B extends Figure {}");
        compiled.fails("[SaveSchema/SubtypeNotARecord] A is a class; of what Figure permits only records can be saved")
                .atLineContaining("final class A");
        compiled.fails("[SaveSchema/SubtypeNotARecord] B is an open interface; of what Figure permits only records"
                        + " can be saved")
                .atLineContaining("interface B");
    }

    @Test
    void aRecordWithTypeParametersIsNoSubtype() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n  @Subtype(\"box\") record Box<T>() implements Figure {}")
                .failsOnly("[SaveSchema/GenericSubtype] record Box of Figure has type parameters, "
                        + "and the file cannot say what they stand for")
                .atLineContaining("record Box<T>")
                .andItsFixCompilesInPlaceOf("record Box<T>");
    }

    @Test
    void aSealedInterfaceHasNoTypeParameters() {
        schemaOf(
                        "List<Either<String>> x",
                        "sealed interface Either<T> {}\n  @Subtype(\"a\") record A() implements Either<String> {}")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type List<Either<String>>; "
                        + "Either<String> cannot be saved")
                .withFixes("write Either without type parameters");
    }

    @Test
    void aSealedClassIsNotAnInterface() {
        schemaOf("List<Figure> x", "static sealed abstract class Figure {}\n  static final class A extends Figure {}")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type List<Figure>; Figure cannot be saved")
                .atLineContaining("List<Figure> x")
                .withFixes("make Figure an interface, and its subclasses records");
    }

    @Test
    void aSealedComponentNeedsADefault() {
        schemaOf(
                        "Figure figure",
                        "sealed interface Figure {}\n  " + CIRCLE
                                + "\n  @Subtype(\"none\") record None() implements Figure {}")
                .failsOnly("[SaveSchema/MissingDefault] component figure has no default for files that lack it")
                .atLineContaining("Figure figure")
                .withFixes("@Default(\"circle\")", "@Default(\"none\")")
                .andItsFixCompiles((source, fix) -> source.replace("Figure figure", fix + " Figure figure"));
    }

    @Test
    void aDefaultIsAskedForOnlyOnceThereAreNamesForIt() {
        schemaOf("Figure figure", "sealed interface Figure {}\n  record Circle() implements Figure {}")
                .failsOnly("[SaveSchema/UnnamedSubtype] record Circle of Figure has no name in the file");
    }

    @Test
    void aDefaultNamesASubtype() {
        schemaOf("@Default(\"Circle\") Figure figure", "sealed interface Figure {}\n  " + CIRCLE)
                .failsOnly("[SaveSchema/UnknownSubtype] \"Circle\" is not a subtype of Figure")
                .atLineContaining("@Default(\"Circle\")")
                .withFact("Subtypes: circle")
                .andItsFixCompilesInPlaceOf("@Default(\"Circle\")");
    }

    @Test
    void aDefaultInACollectionCannotNameASubtype() {
        schemaOf("@Default(\"[\\\"circle\\\"]\") List<Figure> figures", "sealed interface Figure {}\n  " + CIRCLE)
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of figures does not fit: "
                        + "a value of the sealed interface Figure cannot be written as text")
                .andItsFixCompilesInPlaceOf("@Default(\"[\\\"circle\\\"]\")");
    }

    @Test
    void twoRecordsCannotHaveOneNameInTheWholeHierarchy() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n  sealed interface Round extends Figure {}\n  "
                                + "@Subtype(\"circle\") record Circle() implements Round {}\n  "
                                + "@Subtype(\"circle\") record Disc() implements Figure {}")
                .failsOnly("[SaveSchema/DuplicateName] records Circle and Disc of Figure are both called \"circle\" in"
                        + " the file")
                .atLineContaining("record Disc")
                .withFixes("@Subtype(\"disc\")")
                .andTheFix("@Subtype(\"disc\")", "@Subtype(\"circle\") record Disc", "@Subtype(\"disc\") record Disc");
    }

    @Test
    void aNameIsNotEmpty() {
        schemaOf("List<Figure> x", "sealed interface Figure {}\n  @Subtype(\"\") record A() implements Figure {}")
                .failsOnly("[SaveSchema/EmptyName] a name of A in the file is empty")
                .atLineContaining("@Subtype(\"\")")
                .andItsFixCompilesInPlaceOf("@Subtype(\"\")");
    }

    @Test
    void anAliasOfARecordIsAnotherName() {
        schemaOf(
                        "List<Figure> x",
                        "sealed interface Figure {}\n  @Alias(\"a\") @Subtype(\"a\") record A() implements Figure {}")
                .failsOnly("[SaveSchema/RedundantAlias] the alias \"a\" of A is a name that it has already")
                .atLineContaining("@Alias(\"a\")")
                .andTheFix("remove \"a\"", "@Alias(\"a\")", "");
    }

    @Test
    void theDiscriminatorIsNoComponentsName() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n"
                                + "  @Subtype(\"a\") record A(\n"
                                + "    List<String> type) implements Figure {}")
                .failsOnly("[SaveSchema/DiscriminatorInUse] component type of A is called \"type\" in the file, "
                        + "and so is what says which record of Figure an object is")
                .atLineContaining("List<String> type")
                .withFixes("@Name(\"a-type\")", "@Discriminator(\"kind\") on Figure")
                .andTheFix("@Name(\"a-type\")", "List<String> type", "@Name(\"a-type\") List<String> type")
                .andTheFix(
                        "@Discriminator(\"kind\") on Figure",
                        "sealed interface Figure",
                        "@Discriminator(\"kind\") sealed interface Figure");
    }

    @Test
    void theDiscriminatorIsNoAliasAndNoOldNameEither() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n"
                                + "  @Subtype(\"a\") record A(\n"
                                + "    @Alias(\"type\") List<String> x) implements Figure {}")
                .failsOnly("[SaveSchema/DiscriminatorInUse] component x of A is called \"type\" in the file, "
                        + "and so is what says which record of Figure an object is")
                .atLineContaining("@Alias(\"type\")")
                .andTheFix("remove \"type\"", "@Alias(\"type\")", "");
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n  @Subtype(\"a\") record A(\n"
                                + "    @RenamedFrom(value = \"type\", since = 2) List<String> x) implements Figure {}")
                .failsOnly("[SaveSchema/DiscriminatorInUse] component x of A is called \"type\" in the file, "
                        + "and so is what says which record of Figure an object is")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"type\", since = 2)", "");
    }

    @Test
    void theDiscriminatorMayBeginWithADollar() {
        schemaOf("List<Figure> x", "@Discriminator(\"$type\") sealed interface Figure {}\n  " + CIRCLE)
                .succeeds();
    }

    @Test
    void theOutermostInterfaceHasTheDiscriminator() {
        schemaOf(
                        "List<Round> x",
                        "sealed interface Figure {}\n"
                                + "  @Discriminator(\"kind\") sealed interface Round extends Figure {}\n"
                                + "  @Subtype(\"circle\") record Circle() implements Round {}")
                .failsOnly("[SaveSchema/InnerDiscriminator] Round is part of Figure, whose discriminator counts")
                .atLineContaining("@Discriminator(\"kind\")")
                .andTheFix("remove @Discriminator", "@Discriminator(\"kind\")", "");
    }

    @Test
    void aDefaultIsNotMadeOfItself() {
        schemaOf(
                        "@Default(\"sum\") Term term",
                        "sealed interface Term {}\n  @Subtype(\"number\") record Number() implements Term {}\n  "
                                + "@Subtype(\"sum\") record Sum(@Default(\"number\") Term a,\n"
                                + "    @Default(\"sum\") Term b) implements Term {}")
                .failsOnly("[SaveSchema/EndlessDefault] the default of Sum contains itself: Sum.b → Sum")
                .atLineContaining("@Default(\"sum\") Term b")
                .andTheFix(
                        "name a record in @Default that does not contain another",
                        "@Default(\"sum\") Term b",
                        "@Default(\"number\") Term b");
    }

    @Test
    void aNameOfARecordThatIsOneOfNoneIsMisplaced() {
        for (String annotation :
                new String[] {"@Subtype(\"a\")", "@Alias(\"a\")", "@RenamedFrom(value = \"a\", since = 2)"}) {
            String name = annotation.substring(1, annotation.indexOf('('));
            schemaOf("A a", annotation + "\n  record A() {}")
                    .failsOnly(
                            "[SaveSchema/MisplacedAnnotation] @%s on A has no effect, as no sealed interface permits A"
                                    .formatted(name))
                    .atLineContaining(annotation)
                    .andTheFix("remove @" + name, annotation, "");
        }
    }

    @Test
    void aConstantIsRenamedInAVersionOfTheSchema() {
        schemaOf(
                        "@Default(\"HARD\") Mode mode",
                        "enum Mode {\n    @RenamedFrom(value = \"HARD_MODE\", since = 4) HARD }")
                .failsOnly("[SaveSchema/ChangeOutsideVersions] @RenamedFrom of HARD says version 4, "
                        + "but the schema has version 3")
                .atLineContaining("@RenamedFrom")
                .andTheFix("since = 3", "since = 4", "since = 3");
    }

    @Test
    void aConstantsOldNameBelongsToNoOther() {
        schemaOf(
                        "@Default(\"HARD\") Mode mode",
                        "enum Mode {\n    @RenamedFrom(value = \"EASY\", since = 3) HARD,\n    EASY }")
                .failsOnly("[SaveSchema/OldNameInUse] \"EASY\" is the old name of HARD, "
                        + "and in versions 1 to 2 also the name of EASY")
                .atLineContaining("@RenamedFrom")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"EASY\", since = 3)", "");
    }

    @Test
    void aConstantHasOneOldNameAtATimeAndNotItsOwn() {
        Compiled compiled = schemaOf(
                "@Default(\"HARD\") Mode mode",
                "enum Mode {\n    @RenamedFrom(value = \"A\", since = 2) @RenamedFrom(value = \"B\", since = 2) HARD,\n"
                        + "    @RenamedFrom(value = \"EASY\", since = 3) EASY }");
        compiled.fails("[SaveSchema/DuplicateRename] constant HARD has two old names that end with version 2, \"A\""
                        + " and \"B\"")
                .atLineContaining("\"A\"");
        compiled.fails("[SaveSchema/RenamedFromItself] constant EASY is renamed from \"EASY\", its name afterwards")
                .atLineContaining("\"EASY\"");
    }

    @Test
    void aSubtypesOldNameBelongsToNoOther() {
        schemaOf(
                        "List<Figure> figures",
                        "sealed interface Figure {}\n"
                                + "  @Subtype(\"a\") @RenamedFrom(value = \"b\", since = 2) record A() implements Figure"
                                + " {}\n"
                                + "  @Subtype(\"b\") record B() implements Figure {}")
                .failsOnly("[SaveSchema/OldNameInUse] \"b\" is the old name of A, and in version 1 also the name of B")
                .atLineContaining("record A()")
                .andTheFix("remove @RenamedFrom", "@RenamedFrom(value = \"b\", since = 2)", "");
    }

    @Test
    void whatIsRightCompiles() {
        assertThat(schemaOf("@Default(\"square\") Figure figure, Optional<Round> round", """
            sealed interface Figure {}
            sealed interface Round extends Figure {}
            @Subtype("circle") @RenamedFrom(value = "square", since = 2) record Circle() implements Round {}
            @Subtype("square") @RenamedFrom(value = "circle", since = 2) record Square() implements Figure {}
            """)
                        .succeeds()
                        .generated())
                .containsExactly("example.DrawingSchema");
    }
}
