package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The advice of a message is what the developer meant. */
class AdviceTest {

    private static Compiled schemaOf(String component) {
        return compile("@SaveSchema(version = 1)\npublic record Page(\n    %s) {}".formatted(component));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "@Range(min = 1, max = 3)|List<Integer>|@Each(range = @Range(min = 1, max = 3))|numbers",
                "@Range(min = 1)|Map<String, Integer>|@Each(range = @Range(min = 1))|numbers",
                "@DecimalRange(max = `0.5`)|List<Double>|@Each(decimalRange = @DecimalRange(max = `0.5`))|float, double and BigDecimal",
                "@Pattern(`a*`)|Set<String>|@Each(pattern = @Pattern(`a*`))|text"
            })
    void aLimitOfElementsIsOfferedWhereTheyAreMeant(String limit, String type, String fix, String domain) {
        String written = limit.replace('`', '"');
        String each = fix.replace('`', '"');
        String first = "[SaveSchema/LimitDoesNotApply] component x is a " + type + "; @"
                + written.substring(1, written.indexOf('(')) + " applies to " + domain;
        schemaOf(written + " " + type + " x").failsOnly(first).andTheFix(each, written, each);
    }

    @Test
    void whoWritesNullWantsAnOptional() {
        schemaOf("@Default(\"null\") Integer x")
                .failsOnly(
                        "[SaveSchema/DefaultTypeMismatch] the default of x does not fit: \"null\" is not a whole number")
                .andTheFix(
                        "Optional<Integer> x, without @Default", "@Default(\"null\") Integer x", "Optional<Integer> x");
    }

    @Test
    void aComponentThatMayNotBeNullIsNotMarkedAsIfItMight() {
        compile("""
                @SaveSchema(version = 1)
                public record Page(
                    @Page.Nullable @Default("") String nick, @Page.Nullable Optional<String> motto) {
                  @java.lang.annotation.Target(java.lang.annotation.ElementType.FIELD) public @interface Nullable {}
                }
                """)
                .warnsOnly(
                        "[SaveSchema/NullableComponent] component nick is marked @Nullable, and null cannot be saved");
    }

    @Test
    void aTextThatIsTooShortNeedNotCostTheLimit() {
        schemaOf("@Default(\"\") @Size(min = 2) String x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default \"\" of x is outside its own limit: at least 2 characters")
                .andTheFix(
                        "@Default(\"…\") with a text of at least 2 characters", "@Default(\"\")", "@Default(\"ab\")");
    }

    @Test
    void aListThatIsTooShortNeedNotCostTheLimit() {
        schemaOf("@Size(min = 1) List<Integer> x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default (empty) of x is outside its own limit: at least 1 element")
                .withFixes("@Default(\"[…]\") with at least 1 element", "remove @Size")
                .andItsFixCompiles((source, fix) -> fix.startsWith("@Default")
                        ? source.replace("@Size", "@Default(\"[7]\") @Size")
                        : source.replace("@Size(min = 1) ", ""));
        schemaOf("@Size(min = 2, max = 3) Map<String, Integer> x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default (empty) of x is outside its own limit: 2..3 elements")
                .withFixes("@Default(\"{…}\") with at least 2 elements", "@Size(max = 3)");
    }

    @Test
    void aRecordThatIsNoKeyIsNotAskedWhatItLacks() {
        compile("""
                        @SaveSchema(version = 1)
                        public record Page(Map<Page.At, String> x) { public record At(int row, java.net.Socket socket) {} }
                        """)
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Map<At, String>; At cannot be saved")
                .andTheFix("Map<String, String> x", "Map<Page.At, String> x", "Map<String, String> x");
    }

    @Test
    void theRecordOfAClassHasWhatTheClassHas() {
        compile(
                        "@SaveSchema(version = 1)\npublic class Cart { static int made; private int total; List<String> names; }")
                .failsOnly("[SaveSchema/NotARecord] Cart is a class; @SaveSchema belongs on a record")
                .withFixes("public record Cart(int total, List<String> names) {}");
    }
}
