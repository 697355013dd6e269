package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints of Jakarta Validation are honoured, or the developer is warned. */
class ConstraintsTest {

    private static final String HEADER = """
        package example;

        import dev.saveschema.annotation.Default;
        import dev.saveschema.annotation.Each;
        import dev.saveschema.annotation.EachKey;
        import dev.saveschema.annotation.Range;
        import dev.saveschema.annotation.SaveSchema;
        import jakarta.validation.constraints.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;

        """;

    private static final String HONOURED =
            "SaveSchema honours DecimalMax, DecimalMin, Max, Min, Negative, NegativeOrZero, "
                    + "NotBlank, NotEmpty, NotNull, Pattern, Positive, PositiveOrZero, Size";

    private static Compiled schemaOf(String component) {
        return compile(HEADER + "@SaveSchema(version = 1)\npublic record Profile(\n    " + component + ") {}");
    }

    @Test
    void whatIsHonouredIsNotWarnedOf() {
        assertThat(schemaOf("""
            @NotNull @Default("1") @Min(1) @Max(9) int a,
            @Default("0.5") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double b,
            @Positive @Default("1") Integer c, @PositiveOrZero @Default("0") long d,
            @Negative @Default("-1") BigDecimal e, @NegativeOrZero @Default("0") BigInteger f,
            @NotBlank @Default("x") @Size(max = 3) @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.DOTALL) String g,
            @Size(max = 3) List<@NotNull String> h, @NotEmpty @Default("{\\"a\\": 1}") Map<String, Integer> i,
            @Min(1) Optional<Integer> j, @Size(max = 3) Optional<String> k, @jakarta.validation.Valid Optional<String> l\
            """).succeeds().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Email|String|x|Email",
                "@Past|Instant|1970-01-01T00:00:00Z|Past",
                "@Digits(integer = 3, fraction = 0)|int|1|Digits",
                "@AssertTrue|boolean|true|AssertTrue",
            })
    void aConstraintThatIsNotHonouredIsAWarning(String constraint, String type, String value, String name) {
        schemaOf(constraint + " @Default(\"" + value + "\") " + type + " x")
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @" + name + " of x keeps nothing out of a load")
                .atLineContaining(constraint)
                .withFact(HONOURED)
                .withFact(
                        "A file's value that breaks it is loaded as it is. A limit of SaveSchema's, as @Pattern, @Size"
                                + " or @Range, would repair the value alone; an exception of the record's constructor"
                                + " costs the whole record")
                .withFixes("@SuppressWarnings(\"SaveSchema/ConstraintNotHonoured\")")
                .andItsFixCompiles((source, fix) -> source.replace(constraint, fix + " " + constraint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Min(1)|String|x|Min|It says nothing about a component of this type",
                "@Size(max = 1)|int|1|Size|It says nothing about a component of this type",
                "@NotBlank|List<String>|[]|NotBlank|It says nothing about a component of this type",
                "@DecimalMin(\"one\")|int|1|DecimalMin|Its value is not a number",
                "@DecimalMax(\"1e30\")|BigInteger|1|DecimalMax|The bounds of a BigInteger are those of a long",
                "@Min(value = 1, groups = Default.class)|int|1|Min|It is for some groups only, and a load knows of no"
                        + " groups",
                "@Pattern(regexp = \"a\", flags = Pattern.Flag.CANON_EQ)|String|b|Pattern|An expression has no way to"
                        + " say CANON_EQ",
            })
    void aConstraintThatSaysNothingToALoadIsAWarning(
            String constraint, String type, String value, String name, String reason) {
        schemaOf("@Default(\"" + value + "\") " + constraint + " " + type + " x")
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @" + name + " of x keeps nothing out of a load")
                .atLineContaining(constraint)
                .withFact(reason)
                .andItsFixCompiles((source, fix) -> source.replace(constraint, fix + " " + constraint));
    }

    /** The constraint holds for the method's result, which neither a load nor the constructor sees. */
    @Test
    void aConstraintOfAnAccessorIsAWarning() {
        compile(HEADER + "@SaveSchema(version = 1)\npublic record Profile(@Min(1) @Default(\"1\") int x) {\n"
                        + "  @Max(3) public int x() { return x; }\n}")
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @Max on the accessor x() keeps nothing out of a load")
                .atLineContaining("@Max(3)")
                .withFact("A constraint of a component is written before it, in the record's head: @Max(…) int x")
                .withFixes("@SuppressWarnings(\"SaveSchema/ConstraintNotHonoured\")")
                .andItsFixCompiles((source, fix) -> source.replace("@Max(3)", fix + " @Max(3)"));
    }

    @Test
    void aDevelopersOwnConstraintIsAWarning() {
        compile(HEADER + "@SaveSchema(version = 1)\npublic record Profile(@UpperCase @Default(\"A\") String x) {}", """
            package example;

            @jakarta.validation.Constraint(validatedBy = {})
            public @interface UpperCase {
              String message() default "";
              Class<?>[] groups() default {};
              Class<? extends jakarta.validation.Payload>[] payload() default {};
            }
            """)
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @UpperCase of x keeps nothing out of a load")
                .atLineContaining("@UpperCase");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List<@NotBlank String>|NotBlank|@Each(pattern ="
                        + " @dev.saveschema.annotation.Pattern(\"(?s)\\\\s*\\\\S.*\"))",
                "List<@Min(2) Integer>|Min|@Each(range = @Range(min = 2))",
                "Map<String, @Max(3000000000L) Long>|Max|@Each(range = @Range(max = 3000000000L))",
                "Map<@Positive Integer, String>|Positive|@EachKey(range = @Range(min = 1))",
                "Set<@Size(min = 1, max = 2) String>|Size|@Each(size = @dev.saveschema.annotation.Size(min = 1, max ="
                        + " 2))",
            })
    void aConstraintWithinATypeIsPointedToEach(String type, String name, String each) {
        schemaOf(type + " x")
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @" + name
                        + " within the type of x keeps nothing out of a load")
                .atLineContaining(type)
                .withFixes(
                        each.replace("dev.saveschema.annotation.", ""),
                        "@SuppressWarnings(\"SaveSchema/ConstraintNotHonoured\")")
                .andTheFix(each.replace("dev.saveschema.annotation.", ""), type, each + " " + type);
    }

    @Test
    void aConstraintDeepWithinATypeIsAWarning() {
        schemaOf("List<List<@Email String>> x")
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @Email within the type of x keeps nothing out of a load")
                .withFixes("@SuppressWarnings(\"SaveSchema/ConstraintNotHonoured\")");
    }

    @ParameterizedTest
    @CsvSource({
        "'@SuppressWarnings(\"SaveSchema/ConstraintNotHonoured\") @Email @Default(\"x\") String a, List<Integer> b',"
                + " ''",
        "'@Email @Default(\"x\") String a, List<@Min(1) Integer> b', '@SuppressWarnings({\"unused\","
                + " \"SaveSchema/ConstraintNotHonoured\"})'",
    })
    void whoeverKnowsIsNotWarned(String components, String before) {
        assertThat(compile(HEADER + before + " @SaveSchema(version = 1)\npublic record Profile(" + components + ") {}")
                        .succeeds()
                        .warnings())
                .isEmpty();
    }

    @Test
    void severalConstraintsMustLeaveSomething() {
        schemaOf("@Min(10) @Max(5) @Default(\"7\") int x")
                .failsOnly("[SaveSchema/InvertedLimit] @Min and @Max of x allow nothing: 10 is more than 5")
                .atLineContaining("@Min(10) @Max(5)")
                .withFixes("@Range(min = 5, max = 10)")
                .andItsFixCompilesInPlaceOf("@Min(10) @Max(5)");
        schemaOf("@Positive @Negative @Default(\"7\") int x")
                .failsOnly("[SaveSchema/InvertedLimit] @Positive and @Negative of x allow nothing: 1 is more than -1");
        schemaOf("@PositiveOrZero @Negative @Default(\"7\") double x")
                .failsOnly("[SaveSchema/InvertedLimit] @PositiveOrZero and @Negative of x allow nothing: "
                        + "no number is at least 0 and less than 0")
                .andTheFix("remove @Negative", "@Negative ", "");
        schemaOf("@Range(min = 3) @Max(2) @Default(\"2\") int x")
                .failsOnly("[SaveSchema/InvertedLimit] @Range and @Max of x allow nothing: 3 is more than 2");
        schemaOf("@NotEmpty @Size(max = 0) @Default(\"\") String x")
                .failsOnly("[SaveSchema/InvertedLimit] @NotEmpty and @Size of x allow nothing: 1 is more than 0");
    }

    @Test
    void aDefaultIsWithinTheConstraints() {
        schemaOf("@Min(3) @Default(\"2\") int x")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default 2 of x is outside its own limit: at least 3")
                .withFixes("@Default(\"3\")")
                .andItsFixCompilesInPlaceOf("@Default(\"2\")");
        schemaOf("@Positive @Default(\"0\") int x")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default 0 of x is outside its own limit: at least 1")
                .andItsFixCompilesInPlaceOf("@Default(\"0\")");
        schemaOf("@Positive @Default(\"0\") double x")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default 0 of x is outside its own limit: more than 0")
                .andTheFix("another @Default, with what is more than 0", "\"0\"", "\"0.5\"");
        schemaOf("@NotBlank @Default(\" \") String x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default \" \" of x is outside its own limit: it is blank")
                .andTheFix("@Default(\"…\") with a text that matches", "\" \"", "\"x\"");
    }

    @Test
    void anOfferedDefaultIsWithinTheConstraints() {
        schemaOf("@Positive double x")
                .failsOnly("[SaveSchema/MissingDefault] component x has no default for files that lack it")
                .withFixes("@Default(\"1\")")
                .andItsFixCompiles((source, fix) -> source.replace("@Positive", fix + " @Positive"));
        schemaOf("@Negative @Min(-9) int x")
                .failsOnly("[SaveSchema/MissingDefault] component x has no default for files that lack it")
                .withFixes("@Default(\"-1\")");
    }
}
