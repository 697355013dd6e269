package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/types.md} is true: each row is a component of a schema that is compiled and run. */
class TypesTableTest {

    private static final Page PAGE = Page.read("docs/types.md");

    /** The rows that show a component, numbered; the component of a row is called after its number. */
    private static final List<Row> ROWS = rows();

    private static final Pattern NOT_READ = Pattern.compile("`([^`]*)`: ([A-Z_]+)");
    private static final Pattern ALSO_READ = Pattern.compile("`([^`]*)` → `([^`]*)`");

    private static final String IMPORTS = """
            package example;

            import dev.saveschema.ValueCodec;
            import dev.saveschema.annotation.*;
            import java.math.*;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import tools.jackson.databind.JsonNode;
            import tools.jackson.databind.node.StringNode;

            """;

    private static Schema<Object> schema;
    private static String defaults;

    /** @param cells as they stand between the bars */
    record Row(int number, List<String> cells) {

        String component() {
            return code(cells.get(0));
        }

        String name() {
            return "c" + number;
        }

        boolean isOfElements() {
            return cells.size() == 4;
        }

        @Override
        public String toString() {
            return component() + (isOfElements() ? " " + cells.get(1) : "");
        }
    }

    @BeforeAll
    static void compile() {
        List<String> components =
                ROWS.stream().map(row -> row.component() + " " + row.name()).toList();
        schema = Running.compileFile(
                        "example.Table",
                        IMPORTS + "@SaveSchema(version = 1) public record Table(\n" + String.join(",\n", components)
                                + ") {\n" + declarations() + "}\n")
                .schema("Table");
        defaults = Running.write(schema, schema.defaultValue());
    }

    static Stream<Row> components() {
        return ROWS.stream().filter(row -> !row.isOfElements());
    }

    static Stream<Row> alsoRead() {
        return components().filter(row -> !row.cells().get(3).isEmpty());
    }

    static Stream<Row> notRead() {
        return components().filter(row -> !row.cells().get(4).isEmpty());
    }

    static Stream<Row> elements() {
        return ROWS.stream().filter(Row::isOfElements);
    }

    @Test
    void noRowIsOverlooked() {
        long lines = PAGE.text().lines().filter(line -> line.startsWith("| `")).count();
        assertThat(ROWS).hasSize((int) lines).hasSizeGreaterThan(60);
        assertThat(components()).allSatisfy(row -> assertThat(row.cells()).hasSize(8));
    }

    @ParameterizedTest
    @MethodSource("components")
    void theExampleIsWrittenAsItIsRead(Row row) {
        String example = code(row.cells().get(2));
        Document<Object> document = load(row, example);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(documentWith(row, example));
        assertThat(documentWith(row, example)).as("not the default").isNotEqualTo(defaults);
    }

    @ParameterizedTest
    @MethodSource("alsoRead")
    void whatIsAlsoReadIsWrittenAsItSays(Row row) {
        List<MatchResult> accepted =
                ALSO_READ.matcher(row.cells().get(3)).results().toList();
        assertThat(accepted).isNotEmpty();
        for (MatchResult each : accepted) {
            Document<Object> document = load(row, each.group(1));
            assertThat(document.repairs()).as(each.group()).isEmpty();
            assertThat(Running.write(schema, document.value())).isEqualTo(documentWith(row, each.group(2)));
        }
    }

    @ParameterizedTest
    @MethodSource("notRead")
    void whatIsNotReadTakesTheDefault(Row row) {
        List<MatchResult> refused =
                NOT_READ.matcher(row.cells().get(4)).results().toList();
        assertThat(refused).isNotEmpty();
        for (MatchResult each : refused) {
            repaired(load(row, each.group(1)), row, each.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void nullGivesWhatTheTableSays(Row row) {
        Document<Object> document = load(row, "null");
        switch (row.cells().get(5)) {
            case "empty", "kept" -> {
                assertThat(document.repairs()).isEmpty();
                assertThat(Running.write(schema, document.value())).isEqualTo(documentWith(row, "null"));
            }
            default -> repaired(document, row, row.cells().get(5));
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void missingGivesWhatTheTableSays(Row row) {
        Document<Object> document = Running.read(schema, documentWith(row, ""));
        if (row.cells().get(6).equals("–")) {
            assertThat(document.repairs()).isEmpty();
            assertThat(Running.write(schema, document.value())).isEqualTo(defaults);
        } else {
            repaired(document, row, row.cells().get(6));
        }
    }

    @ParameterizedTest
    @MethodSource("elements")
    void badPartsAreDroppedAlone(Row row) {
        Document<Object> document = load(row, code(row.cells().get(1)));
        assertThat(reasons(document)).isEqualTo(row.cells().get(3));
        assertThat(document.repairs())
                .allSatisfy(repair -> assertThat(repair.pointer()).startsWith("/" + row.name() + "/"));
        assertThat(Running.write(schema, document.value()))
                .isEqualTo(documentWith(row, code(row.cells().get(2))));
    }

    private static void repaired(Document<Object> document, Row row, String reason) {
        assertThat(reasons(document)).isEqualTo(reason);
        assertThat(document.repairs())
                .singleElement()
                .extracting(Repair::pointer)
                .isEqualTo("/" + row.name());
        assertThat(Running.write(schema, document.value())).isEqualTo(defaults);
    }

    private static String reasons(Document<Object> document) {
        return String.join(
                ", ",
                document.repairs().stream()
                        .map(repair -> repair.reason().name())
                        .toList());
    }

    private static Document<Object> load(Row row, String value) {
        return Running.read(schema, documentWith(row, value));
    }

    /** The document of all defaults with another value for one component, or without it if that is empty. */
    private static String documentWith(Row row, String value) {
        List<String> members = new ArrayList<>();
        for (Row each : ROWS) {
            if (!each.equals(row)) {
                member(each).ifPresent(members::add);
            } else if (!value.isEmpty()) {
                members.add("\"" + row.name() + "\":" + value);
            }
        }
        return defaults.substring(0, defaults.indexOf("\"c0\":")) + String.join(",", members) + "}";
    }

    /** A member of the document of all defaults, which need not have it. */
    private static Optional<String> member(Row row) {
        int from = startOf(row.number());
        if (from < 0) {
            return Optional.empty();
        }
        int next = -1;
        for (int number = row.number() + 1; number < ROWS.size() && next < 0; number++) {
            next = startOf(number);
        }
        return Optional.of(defaults.substring(from, next < 0 ? defaults.length() - 1 : next - 1));
    }

    private static int startOf(int number) {
        return defaults.indexOf("\"c" + number + "\":");
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        PAGE.text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> rows.add(new Row(rows.size(), Page.cells(line))));
        return rows;
    }

    /** The page's declarations in Java, in the form in which they can stand within a record. */
    private static String declarations() {
        return String.join("", PAGE.java()).replace("public final class", "public static final class");
    }

    /** The text between backticks. */
    private static String code(String cell) {
        assertThat(cell).startsWith("`").endsWith("`");
        return cell.substring(1, cell.length() - 1);
    }
}
