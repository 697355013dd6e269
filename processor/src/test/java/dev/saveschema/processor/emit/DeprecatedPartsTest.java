package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deprecated parts are saved as long as they exist, and a strict compiler does not warn of the generated class that uses them. */
class DeprecatedPartsTest {

    private static final String SUPPRESSED = "@SuppressWarnings({\"deprecation\", \"removal\"})";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // javac says of a component that this has no effect, and yet warns of its accessor
                "@SuppressWarnings(\"deprecation\") @SaveSchema(version = 1) public record Game(@Deprecated @Default(\"1\") int old) {}",
                "@SuppressWarnings(\"deprecation\") @SaveSchema(version = 1) public record Game(@Deprecated(forRemoval = true) @Default(\"1\") int gone) {}",
                "@SaveSchema(version = 1) public record Game(@Default(\"1\") int a) { @Deprecated public Game {} }",
                "@SaveSchema(version = 1) public record Game(@Default(\"1\") int a) { @Deprecated public int a() { return a; } }",
                "@SaveSchema(version = 1) public record Game(List<Mode> a) { public enum Mode { A, @Deprecated B } }",
                "@SaveSchema(version = 1) public record Game(List<Mode> a) { @Deprecated public enum Mode { A, B } }",
                "@SaveSchema(version = 1) public record Game(Part a) { @Deprecated public record Part(List<String> x) {} }",
                "@SaveSchema(version = 1) public record Game(Old.Part a) { @Deprecated interface Old { record Part(List<String> x) {} } }",
                "@SaveSchema(version = 1) public record Game(List<Item> a) { @Deprecated public sealed interface Item {}"
                        + " @Subtype(\"key\") public record Key() implements Item {} }",
                "@SaveSchema(version = 1) public record Game(@Default(factory = \"made\") int a) { @Deprecated static int made() { return 1; } }",
                "@SaveSchema(version = 2) public record Game(List<String> a) {"
                        + " @Deprecated @Migration(from = 1, to = 2) static void step(ObjectNode save) {} }",
                "@Deprecated @SaveSchema(version = 1) public record Game(List<String> a) {}",
                "@Deprecated(forRemoval = true) @SaveSchema(version = 1) public record Game(List<String> a) {}",
            })
    void whatIsDeprecatedIsSavedWithoutAWarning(String source) {
        assertThat(Running.compile("Game", source).source("GameSchema")).contains(SUPPRESSED);
    }

    @Test
    void otherwiseNothingIsSuppressed() {
        assertThat(Running.compile("Game", "@SaveSchema(version = 1) public record Game(List<String> a) {}")
                        .source("GameSchema"))
                .doesNotContain("@SuppressWarnings");
    }
}
