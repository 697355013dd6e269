package dev.saveschema.processor.emit;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/limits.md} is true: each row is a component of a schema that is compiled and loads what the row says. */
class LimitsPageTest {

    private static final Page PAGE = Page.read("docs/limits.md");

    private static Schema<Object> schema;

    /**
     * @param component with its annotations, its type and its name
     * @param reports a line for each repair
     * @param reasons of the repairs
     */
    record Row(String component, String found, String used, List<String> reports, String reasons) {

        String name() {
            return component.substring(component.lastIndexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Row> rows() {
        return PAGE.text().lines().filter(line -> line.startsWith("| `")).map(LimitsPageTest::row);
    }

    private static Row row(String line) {
        List<String> cells = Page.cells(line);
        return new Row(
                Page.code(cells.get(0)),
                Page.code(cells.get(1)),
                Page.code(cells.get(2)),
                Page.codes(cells.get(3)),
                cells.get(4));
    }

    @BeforeAll
    static void compileTheRows() {
        schema = Running.compile(
                        "Limited",
                        "@SaveSchema(version = 1) public record Limited(\n"
                                + rows().map(Row::component).collect(Collectors.joining(",\n")) + ") {}")
                .schema("Limited");
    }

    @Test
    void everyLimitHasARow() {
        assertThat(PAGE.text().lines().filter(line -> line.startsWith("| `")).toList())
                .hasSizeGreaterThan(15)
                .anyMatch(line -> line.contains("@DecimalRange"))
                .anyMatch(line -> line.contains("@Pattern"))
                .anyMatch(line -> line.contains("@EachKey"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aLoadReplacesAndReportsWhatTheRowSays(Row row) {
        Document<Object> document = Running.read(schema, "{\"$version\":1,\"" + row.name() + "\":" + row.found() + "}");
        List<Repair> repairs = document.repairs().stream()
                .filter(repair -> repair.reason() != Reason.MISSING)
                .toList();
        assertThat(repairs).extracting(Repair::toString).containsExactlyElementsOf(row.reports());
        assertThat(repairs.stream().map(repair -> repair.reason().name()).collect(Collectors.joining(", ")))
                .isEqualTo(row.reasons());
        String member = "\"" + row.name() + "\":" + row.used();
        assertThat(Running.write(schema, document.value())).containsAnyOf(member + ",", member + "}");
    }

    /** The same value in a program's hands: the row's limits are taken away to get at it. */
    @ParameterizedTest
    @MethodSource("rows")
    void aCheckSaysBeforeASaveWhatTheRowSays(Row row) {
        Schema<Object> free = Running.compile(
                        "Free",
                        "@SaveSchema(version = 1) public record Free(" + withoutLimits(row.component()) + ") {}")
                .schema("Free");
        Object found = Running.get(
                Running.read(free, "{\"" + row.name() + "\":" + row.found() + "}")
                        .value(),
                row.name());
        Object value = Running.with(schema.defaultValue(), row.name(), found);
        assertThat(SaveFormat.of(schema).check(schema.defaultValue())).isEmpty();
        assertThat(SaveFormat.of(schema).check(value))
                // a fraction's zero is written as 0.0
                .extracting(repair -> repair.toString().replace(": 0.0 is", ": 0 is"))
                .containsExactlyElementsOf(row.reports());
    }

    /** Its default, its type and its name. */
    private static String withoutLimits(String component) {
        String byDefault = Pattern.compile("@Default\\(\"[^\"]*\"\\)")
                .matcher(component)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        String afterAnnotations = component.substring(component.lastIndexOf(')') + 1);
        return byDefault + " " + afterAnnotations.replaceAll("@[\\w.]+ ", "");
    }

    @Test
    void whatThePageSaysDoesNotCompileDoesNot() {
        assertThat(PAGE.text()).contains("`@Each(@Range(min = 0))` does not compile");
        assertThat(compile(
                                "@SaveSchema(version = 1) public record Marks(@Each(@Range(min = 0)) List<Integer> marks) {}")
                        .messages())
                .isNotEmpty();
    }

    @Test
    void theRecordsOwnRulesPutRightOrRefuse() {
        Schema<Object> party = Running.compile(
                        "Party",
                        "@SaveSchema(version = 1) public record Party(List<Hero> heroes, Hero leader) {"
                                + PAGE.java().get(0) + "}")
                .schema("Party");
        Document<Object> document = Running.read(party, """
                {"$version": 1, "heroes": [{"hp": 12, "maxHp": 9, "lives": 1}, {"hp": 1, "maxHp": 9, "lives": -1}],
                 "leader": {"hp": 1, "maxHp": 9, "lives": -1}}""");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "heroes[1]: refused: a hero has lives; dropped",
                        "leader: refused: a hero has lives; used its defaults");
        assertThat(document.repairs()).extracting(Repair::reason).containsOnly(Reason.REJECTED);
        assertThat(document.value().toString()).startsWith("Party[heroes=[Hero[hp=9, maxHp=9, lives=1]], ");
    }

    @Test
    void theReceiptSaysWhatTheExampleShows(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        String example = PAGE.java().get(1);
        Running running = Running.compile("Hero", """
                import dev.saveschema.*;
                @SaveSchema(version = 1) public record Hero(@Default("10") @Range(min = 0, max = 10) int hp) {
                  public static List<Repair> save(SaveStore<Hero> store, Hero hero) throws java.io.IOException {
                %s
                    return HeroSchema.check(hero);
                  }
                }
                """.formatted(example));
        Schema<Object> hero = running.schema("Hero");
        Object value = Running.with(hero.defaultValue(), "hp", 12);
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (SaveStore<Object> store = SaveStore.open(hero, folder.resolve("hero.json"))) {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Object checked = value.getClass()
                    .getMethod("save", SaveStore.class, value.getClass())
                    .invoke(null, store, value);
            assertThat(checked).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        } finally {
            System.setErr(err);
        }
        String shown = example.lines()
                .filter(line -> line.contains("// "))
                .map(line -> line.substring(line.indexOf("// ") + 3))
                .findFirst()
                .orElseThrow();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(shown);
    }

    @Test
    void theConstraintsThatThePageCallsHonouredAreWhatTheCompilerSays() {
        String honoured = PAGE.text().replaceFirst("(?s).*Honoured are (.*?)\\. What breaks.*", "$1");
        compile("""
                @SaveSchema(version = 1) public record Mail(
                    @jakarta.validation.constraints.Email @Default("x") String address) {}
                """)
                .warnsOnly("[SaveSchema/ConstraintNotHonoured] @Email of address keeps nothing out of a load")
                .withFact("SaveSchema honours " + String.join(", ", Page.codes(honoured)));
    }
}
