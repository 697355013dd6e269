package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import dev.saveschema.processor.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table in {@code docs/migrations.md} to what the processor does. */
class KindsOfChangeTest {

    private static final Page PAGE = Page.read("docs/migrations.md");

    /** Types that rows may mention. */
    private static final String PART = """
            record Part(@Default("1") int volume) {}
            @OneOf
            sealed interface Source {
              record Text(String text) implements Source {}
              record Lines(List<String> lines) implements Source {}
            }""";

    private static final Pattern PERMITS = Pattern.compile(".*sealed interface Shape permits (.*)");

    @TempDir
    Path folder;

    record Row(String change, String before, String after, String takes, String declared, String older) {

        @Override
        public String toString() {
            return change;
        }
    }

    static Stream<Row> rows() {
        return PAGE.rows("change").map(KindsOfChangeTest::row);
    }

    private static Row row(List<String> marked) {
        List<String> cells = marked.stream().map(cell -> cell.replace("`", "")).toList();
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    @Test
    void everyWayOutIsInTheTable() {
        assertThat(rows().map(Row::takes)).contains("automatic", "annotation", "step", "refused");
        assertThat(rows()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTableSaysWhatAChangeTakes(Row row) {
        Releases releases = new Releases(folder).lock(source(1, row.before(), "", ""));
        switch (row.takes()) {
            case "automatic" ->
                assertThat(olderMay(releases.compile(source(2, row.after(), "", ""))))
                        .isEqualTo(row.older());
            case "annotation" -> {
                assertThat(releases.compile(source(2, row.after(), "", "")).messages())
                        .singleElement()
                        .asString()
                        .startsWith("[SaveSchema/UndeclaredRemoval]");
                assertThat(olderMay(declared(releases, row))).isEqualTo(row.older());
            }
            case "step" -> {
                assertThat(releases.compile(source(2, row.after(), "", "")).messages())
                        .singleElement()
                        .asString()
                        .startsWith("[SaveSchema/UndeclaredTypeChange]");
                assertThat(olderMay(declared(releases, row))).isEqualTo(row.older());
            }
            case "refused" -> assertRefused(releases, row);
            default -> throw new AssertionError(row.takes());
        }
    }

    /** The rights of a program of version 1 with files of version 2, as the compiler prints them. */
    private static String olderMay(Compiled compiled) {
        String notes = String.join("\n", compiled.succeeds().wholeNotes());
        if (notes.contains("read by 2 and newer")) {
            return "neither";
        }
        assertThat(notes).contains("read by 1 and newer");
        return notes.contains("written by 1 and newer") ? "reads, writes" : "reads";
    }

    private static Compiled declared(Releases releases, Row row) {
        String declared = row.declared();
        String source = source(2, row.after(), "", "");
        if (declared.endsWith(" in Part")) {
            return releases.compile(source.replace(
                    "record Part(@Default(\"1\") int volume)", "record Part(" + declared.replace(" in Part", ")")));
        }
        if (declared.contains(" record Box")) {
            return releases.compile(source.replace("@Subtype(\"box\") record Box", declared));
        }
        if (isType(declared)) {
            return releases.compile(source(2, declared, "", ""));
        }
        if (declared.startsWith("@Removed")) {
            return releases.compile(source(2, row.after(), declared, ""));
        }
        return declared.startsWith("@Migration")
                ? releases.compile(source(2, row.after(), "", declared))
                : releases.compile(source(2, declared, "", ""));
    }

    /** Whether a cell declares a type, which a component then has, and not components. */
    private static boolean isType(String cell) {
        return cell.contains("enum ") || cell.contains("sealed interface ");
    }

    private static void assertRefused(Releases releases, Row row) {
        if (row.change().contains("without a new version")) {
            assertThat(releases.compile(source(1, row.after(), "", "")).messages())
                    .containsExactly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was");
        } else {
            releases.lock(source(2, "List<String> a", "@Removed(name = \"b\", since = 2)", ""));
            assertThat(releases.compile(source(3, row.after(), "", "")).messages())
                    .singleElement()
                    .asString()
                    .startsWith("[SaveSchema/ReusedName]");
        }
    }

    private static String source(int version, String cell, String onRecord, String method) {
        String components = isType(cell)
                ? cell.contains("enum ") ? "@Default(\"EASY\") Mode a" : "List<Shape> a"
                : cell.replace("JsonNode", "tools.jackson.databind.JsonNode");
        return "@SaveSchema(version = %d)\n%s\npublic record Profile(\n    %s) {\n%s\n%s\n%s\n}\n"
                .formatted(version, onRecord, components, method, PART, isType(cell) ? type(cell) : "");
    }

    private static String type(String cell) {
        Matcher permits = PERMITS.matcher(cell);
        if (!permits.matches()) {
            return cell;
        }
        StringBuilder types = new StringBuilder(cell + " {}\n");
        for (String record : permits.group(1).split(", ")) {
            types.append("@Subtype(\"%s\") record %s(@Default(\"1\") int size) implements Shape {}\n"
                    .formatted(record.toLowerCase(Locale.ROOT), record));
        }
        return types.toString();
    }
}
