package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    private static final String WHOLE =
            "[SaveSchema/MigrationSignature] a migration of the whole document is a static method "
                    + "that takes one ObjectNode and returns nothing";
    private static final String CONVERSION =
            "[SaveSchema/MigrationSignature] a migration of one component is a static method "
                    + "that takes its old value and returns the new one";

    private static Compiled schemaWith(String members) {
        return compile("""
                @SaveSchema(version = 3)
                @Removed(name = "lives", since = 3)
                public record Profile(@Default("PT1M") Duration playTime, @Since(3) List<String> friends) {
                  %s
                }
                """.formatted(members));
    }

    @Test
    void stepsOfBothFormsAreAccepted() {
        schemaWith("""
                @Migration(from = 1, to = 2) static void first(ObjectNode save) {}
                @Migration(from = 2, to = 3) static void second(ObjectNode save) {}
                @Migration(from = 1, to = 2, component = "playTime") static long seconds(int minutes) { return minutes; }
                @Migration(from = 2, to = 3, component = "playTime") static Duration duration(long s) { return null; }
                @Migration(from = 1, to = 2, component = "lives") static int lives(String old) { return 3; }
                """).succeeds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void step(ObjectNode save)",
                "private static void step(ObjectNode save)",
                "static void step(ObjectNode save, long x)",
                "static void step(ObjectNode save) throws Exception",
                "static <T> void step(ObjectNode save)",
            })
    void aStepThatCannotBeCalledIsShownItsHead(String head) {
        schemaWith("@Migration(from = 1, to = 2)\n  " + head + " {}")
                .failsOnly(WHOLE)
                .atLineContaining(head)
                .withFixes("static void step(ObjectNode save)")
                .andItsFixCompilesInPlaceOf(head);
    }

    /** A method that takes another type lacks the import, or has that of another library's ObjectNode. */
    @ParameterizedTest
    @ValueSource(strings = {"String save", "Map<String, Object> save", ""})
    void aStepThatTakesSomethingElseIsShownTheWholeNameOfTheTree(String parameters) {
        String head = "static void step(" + parameters + ")";
        schemaWith("@Migration(from = 1, to = 2)\n  " + head + " {}")
                .failsOnly(WHOLE)
                .atLineContaining(head)
                .withFact("But it does not take one tools.jackson.databind.node.ObjectNode, "
                        + "and at most the original version as an int")
                .withFixes("static void step(tools.jackson.databind.node.ObjectNode save)")
                .andItsFixCompilesInPlaceOf(head);
    }

    @Test
    void aStepOnTheDocumentReturnsNothing() {
        schemaWith("@Migration(from = 1, to = 2)\n  static ObjectNode step(ObjectNode save) { return save; }")
                .failsOnly(WHOLE)
                .withFact("Found: static ObjectNode step(ObjectNode)")
                .withFact("But it returns something; change the ObjectNode instead")
                .andTheFix(
                        "static void step(ObjectNode save)",
                        "static ObjectNode step(ObjectNode save) { return save; }",
                        "static void step(ObjectNode save) {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duration step(int old)",
                "private static Duration step(int old)",
                "static Duration step(byte[] old)",
                "static Duration step(StringBuilder old)",
                "static Duration step()",
            })
    void aConversionTakesTheOldValueAndReturnsTheNew(String head) {
        schemaWith("@Migration(from = 1, to = 2, component = \"playTime\")\n  " + head + " { return null; }")
                .failsOnly(CONVERSION)
                .atLineContaining(head)
                .andItsFixCompilesInPlaceOf(head);
    }

    @Test
    void aStepLeadsToTheNextVersion() {
        schemaWith("@Migration(from = 1, to = 3) static void leap(ObjectNode save) {}")
                .failsOnly("[SaveSchema/MigrationSkipsVersions] leap goes from version 1 to 3; "
                        + "a migration leads to the next version")
                .atLineContaining("@Migration(from = 1, to = 3)")
                .andItsFixCompilesInPlaceOf("from = 1, to = 3");
    }

    @Test
    void aStepBeyondTheVersionIsRefused() {
        schemaWith("@Migration(from = 3, to = 4) static void late(ObjectNode save) {}")
                .failsOnly("[SaveSchema/MigrationOutsideVersions] late goes from version 3 to 4; "
                        + "the schema's versions are 1..3")
                .atLineContaining("@Migration")
                .andTheFix("remove late", "@Migration(from = 3, to = 4) static void late(ObjectNode save) {}", "")
                .andTheFix("version = 4", "version = 3", "version = 4");
    }

    @Test
    void twoStepsFromOneVersionAreRefused() {
        Compiled compiled = schemaWith("""
                @Migration(from = 1, to = 2) static void one(ObjectNode save) {}
                @Migration(from = 1, to = 2) static void two(ObjectNode save) {}
                """);
        List<Compiled.Failure> failures = compiled.failsEachWith(
                "[SaveSchema/DuplicateMigration] 2 migrations of the whole document start from version 1: one and two");
        assertThat(failures).hasSize(2);
        failures.get(0).atLineContaining("void one");
        failures.get(1).atLineContaining("void two");
        for (Compiled.Failure failure : failures) {
            failure.withFact("Which of them goes first would be anybody's guess")
                    .andTheFix(
                            "keep one @Migration(from = 1, to = 2) and call the other from it",
                            "void one(ObjectNode save) {}\n@Migration(from = 1, to = 2) ",
                            "void one(ObjectNode save) { two(save); }\n");
        }
    }

    @Test
    void aMisspeltComponentIsShownTheNearest() {
        schemaWith("@Migration(from = 1, to = 2, component = \"playtime\") static Duration d(int m) { return null; }")
                .failsOnly("[SaveSchema/UnknownComponent] there is no component \"playtime\" in version 1")
                .atLineContaining("@Migration")
                .withFact("Components: playTime")
                .withFixes("component = \"playTime\"")
                .andItsFixCompilesInPlaceOf("component = \"playtime\"");
    }

    @Test
    void aComponentIsNotConvertedBeforeItExists() {
        String step =
                "@Migration(from = 1, to = 2, component = \"friends\") static List<String> f(String s) { return null; }";
        schemaWith(step)
                .failsOnly("[SaveSchema/UnknownComponent] there is no component \"friends\" in version 1")
                .withFact("It was added in version 3")
                .andTheFix("remove f", step, "");
    }

    @Test
    void aComponentIsNotConvertedIntoTheVersionWithoutIt() {
        String step = "@Migration(from = 2, to = 3, component = \"lives\") static int l(String s) { return 3; }";
        schemaWith(step)
                .failsOnly("[SaveSchema/UnknownComponent] there is no component \"lives\" in version 3")
                .withFact("It was removed in version 3; the step leads there")
                .andTheFix("remove l", step, "");
    }

    @Test
    void theLastConversionEndsAtTheComponentsType() {
        schemaWith("@Migration(from = 1, to = 2, component = \"playTime\") static long d(int old) { throw null; }")
                .failsOnly("[SaveSchema/MigrationTargetMismatch] d returns long, but component playTime is a Duration")
                .atLineContaining("@Migration")
                .andItsFixCompilesInPlaceOf("static long d(int old)");
    }

    @Test
    void aStepInAnotherPackagesClassIsPublic() {
        String source = """
                @SaveSchema(version = 2, migrations = other.Steps.class)
                public record Profile(List<String> a) {}
                """;
        String steps = """
                package other;
                import dev.saveschema.annotation.Migration;
                import tools.jackson.databind.node.ObjectNode;
                public class Steps {
                  @Migration(from = 1, to = 2) %sstatic void step(ObjectNode save) {}
                }
                """;
        compile(source, steps.formatted("")).failsOnly(WHOLE).withFixes("public static void step(ObjectNode save)");
        compile(source, steps.formatted("public ")).succeeds();
    }
}
