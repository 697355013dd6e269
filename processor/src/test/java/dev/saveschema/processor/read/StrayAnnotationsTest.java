package dev.saveschema.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** An annotation that nothing leads to has no effect, and is told so at its place. */
class StrayAnnotationsTest {

    private static final String GAME = "@SaveSchema(version = 2) public record Game(@Default(\"1\") int gold) {}";
    private static final String STEPS =
            "final class Steps { @Migration(from = 1, to = 2) static void more(ObjectNode save) { save.put(\"gold\", 2); } }";

    @Test
    void aStepInAClassThatNoSchemaNamesIsWarnedOf() {
        Compiled.compile(GAME, STEPS)
                .warnsOnly("[SaveSchema/MigrationOfNoSchema] @Migration of more has no effect, "
                        + "as no schema here names Steps or has it as a part")
                .atLineContaining("@Migration")
                .withFixes("@SaveSchema(…, migrations = Steps.class)");
        assertThat(Compiled.compile(GAME.replace("version = 2", "version = 2, migrations = Steps.class"), STEPS)
                        .succeeds()
                        .warnings())
                .isEmpty();
    }

    @Test
    void aClassThatIsNamedAndHasNoStepIsWarnedOf() {
        Compiled.compile(GAME.replace("version = 2", "version = 2, migrations = Steps.class"), "final class Steps {}")
                .warnsOnly("[SaveSchema/NoMigrations] Steps is named for its migrations and has none")
                .atLineContaining("migrations = Steps.class");
    }

    @Test
    void aDefaultOfARecordThatIsNoPartOfAnythingIsWarnedOf() {
        Compiled.compile("record Lost(@Default(\"1\") int gold) {}")
                .warnsOnly(
                        "[SaveSchema/AnnotationOfNoSchema] @Default has no effect, as Lost is no schema and part of none here")
                .atLineContaining("@Default");
    }

    @Test
    void eachAnnotationIsLookedFor() {
        assertThat(Compiled.compile(
                                "record One(@Default(\"1\") int gold) {}",
                                "record Two(@Name(\"b\") int gold) {}",
                                "record Three(@Range(max = 3) int gold) {}")
                        .succeeds()
                        .warnings())
                .containsExactlyInAnyOrder(
                        "[SaveSchema/AnnotationOfNoSchema] @Default has no effect, as One is no schema and part of none here",
                        "[SaveSchema/AnnotationOfNoSchema] @Name has no effect, as Two is no schema and part of none here",
                        "[SaveSchema/AnnotationOfNoSchema] @Range has no effect, as Three is no schema and part of none here");
    }

    @Test
    void aDefaultOfAFieldThatIsNoComponentIsWarnedOf() {
        Compiled.compile("public class Lost { @Default(\"1\") int gold; }")
                .warnsOnly(
                        "[SaveSchema/AnnotationOfNoSchema] @Default has no effect on the field gold, as Lost is no record")
                .atLineContaining("@Default")
                .withFixes("make Lost a record");
        Compiled.compile(GAME.replace("{}", "{ @Range(max = 3) static int most = 3; }")
                        .replace("version = 2", "version = 1"))
                .warnsOnly("[SaveSchema/AnnotationOfNoSchema] @Range has no effect on the field most, as it is static")
                .atLineContaining("@Range")
                .withFixes("remove @Range");
    }

    @Test
    void aPartIsWarnedOfNowhereWhateverLeadsToIt() {
        String source = """
                @SaveSchema(version = 2)
                public record Game(java.util.List<A> as, B[] bs, Optional<C<D>> c, @Default("E") Sum sum) {
                  record A(@Default("1") int n) {}
                  record B(@Default("1") int n, Map<String, Inner> more) {}
                  record Inner(@Range(max = 3) @Default("1") int n) {}
                  record C<T>(T of, @Default("1") int n) {}
                  record D(@Default("1") int n) {}
                  sealed interface Sum permits E {}
                  @Subtype("E") record E(@Default("1") int n) implements Sum {}
                  record Old(@Default("1") int n) {}
                  @Migration(from = 1, to = 2, component = "as") static java.util.List<A> more(Old old) { return java.util.List.of(); }
                }
                """;
        assertThat(Compiled.compile(source).succeeds().warnings()).isEmpty();
    }

    /** The schema that it is a part of may be in another module. */
    @Test
    void aPublicRecordOfItsOwnMayBePartOfASchemaElsewhere() {
        assertThat(Compiled.compile("public record Shared(@Default(\"1\") int gold) {}")
                        .succeeds()
                        .warnings())
                .isEmpty();
    }

    @Test
    void aRecordWithinAMethodIsWarnedOfWhateverElseTheFileHas() {
        String method =
                "void start() { @SaveSchema(version = 1) record Local(@Default(\"1\") int level) {} record Other(int x) {} }";
        String warning = "[SaveSchema/LocalRecord] @SaveSchema has no effect, as Local is a record within a method";
        assertThat(Compiled.compile("public class Game { " + method + " }")
                        .succeeds()
                        .warnings())
                .contains(warning);
        assertThat(Compiled.compile(
                                "public class Game { Runnable r = () -> { @SaveSchema(version = 1) record Local(int level) {} }; }")
                        .succeeds()
                        .warnings())
                .contains(warning);
        Compiled.compile("@SaveSchema(version = 1)\npublic record Game(@Default(\"1\") int level) {\n " + method + " }")
                .warnsOnly(warning)
                .atLineContaining("record Local");
    }
}
