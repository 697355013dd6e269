package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {

    private static Compiled schemaOf(String component) {
        return compile("""
            @SaveSchema(version = 1)
            public record Profile(
                %s) {
              static Path home() { return Path.of("."); }
              static Path defaultX() { return home(); }
              public static class PathCodec implements dev.saveschema.ValueCodec<Path> {
                @Override public Path read(JsonNode json) { return Path.of(json.stringValue()); }
                @Override public JsonNode write(Path path) { return tools.jackson.databind.node.StringNode.valueOf(path.toString()); }
              }
              static int four() { return 4; }
              public static class IntCodec implements dev.saveschema.ValueCodec<Integer> {
                @Override public Integer read(JsonNode json) { return json.intValue(); }
                @Override public JsonNode write(Integer number) { return tools.jackson.databind.node.IntNode.valueOf(number); }
              }
              abstract static class Half implements dev.saveschema.ValueCodec<Path> {}
              class Inner extends PathCodec {}
              static class Private extends PathCodec { private Private() {} }
              static class Needy extends PathCodec { Needy(int x) {} }
              private static class Hidden extends PathCodec {}
              static abstract class Raised implements dev.saveschema.ValueCodec<ThreadLocal<String>> {}
              static abstract class Listed implements dev.saveschema.ValueCodec<List<Path>> {}
              @SuppressWarnings("rawtypes") static abstract class Raw implements dev.saveschema.ValueCodec {}
            }
            """.formatted(component)
                .replace("Path", "java.nio.file.Path")
                .replace("java.nio.file.PathCodec", "PathCodec"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@UseCodec(PathCodec.class) @Default(factory = \"home\") Path x",
                "@UseCodec(PathCodec.class) Optional<Path> x",
                "@UseCodec(PathCodec.class) List<Map<String, Path>> x",
                "@UseCodec(PathCodec.class) Set<Path> x",
                "@UseCodec(PathCodec.class) @Default(\"[]\") Path[] x"
            })
    void aCodecServesWhereItsTypeOccurs(String component) {
        schemaOf(component).succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Half|it is abstract",
                "Inner|it belongs to an instance of the class around it",
                "Private|it has no constructor without parameters that the generated class can call",
                "Needy|it has no constructor without parameters that the generated class can call",
                "Hidden|the generated class cannot see it"
            })
    void aCodecCanBeMade(String codec, String reason) {
        schemaOf("@UseCodec(" + codec + ".class) List<Path> x")
                .failsOnly("[SaveSchema/UnusableCodec] " + codec + " of component x cannot be made: " + reason)
                .atLineContaining("@UseCodec")
                .andTheFix(
                        "make " + codec + " a public static class or a class of its own, with a constructor " + codec
                                + "()",
                        "@UseCodec(" + codec,
                        "@UseCodec(PathCodec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Raw", "Thread.State"})
    void aCodecIsOne(String codec) {
        String name = codec.substring(codec.indexOf('.') + 1);
        schemaOf("@UseCodec(" + codec + ".class) List<Path> x")
                .failsOnly("[SaveSchema/NotACodec] " + name
                        + " does not say what it reads: it implements no ValueCodec<…>")
                .atLineContaining("@UseCodec")
                .andTheFix(
                        "let " + name + " implement dev.saveschema.ValueCodec<Path>",
                        codec + ".class",
                        "PathCodec.class");
    }

    @Test
    void aCodecIsForAClassNotForAListOfThem() {
        schemaOf("@UseCodec(Listed.class) List<Path> x")
                .failsOnly("[SaveSchema/GenericCodec] Listed is a ValueCodec<List<Path>>; "
                        + "a codec is for a class without type arguments")
                .andTheFix("let Listed be a codec of what is in it", "Listed.class", "PathCodec.class");
    }

    @Test
    void aCodecIsForAClassThatHasNoTypeArguments() {
        schemaOf("@UseCodec(Raised.class) @Default(factory = \"defaultX\") Path x")
                .failsOnly("[SaveSchema/GenericCodec] Raised is a ValueCodec<ThreadLocal<String>>; "
                        + "a codec is for a class without type arguments")
                .withFixes("record ThreadLocalOfString(ThreadLocal<String> value) {}, "
                        + "and let Raised be a ValueCodec<ThreadLocalOfString>");
    }

    /** Its keys are names, which a codec does not read, and a primitive is as good as its box. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@UseCodec(IntCodec.class) Map<Integer, Integer> x",
                "@UseCodec(IntCodec.class) @Default(factory = \"four\") int x",
                "@UseCodec(IntCodec.class) @Default(factory = \"four\") Integer x"
            })
    void aCodecOfABoxServesThePrimitiveAndNoKeys(String component) {
        schemaOf(component).succeeds();
    }

    @Test
    void aCodecThatServesNothingIsAMistake() {
        schemaOf("@UseCodec(PathCodec.class) List<String> x")
                .failsOnly("[SaveSchema/UnusedCodec] PathCodec is for Path, which component x has nowhere")
                .atLineContaining("@UseCodec")
                .andTheFix("remove @UseCodec", "@UseCodec(PathCodec.class) ", "");
    }

    @Test
    void aDefaultThatOnlyTheCodecCouldReadIsAFactorys() {
        schemaOf("@UseCodec(PathCodec.class) @Default(\".\") Path x")
                .failsOnly("[SaveSchema/DefaultDoesNotApply] component x is read by PathCodec, "
                        + "and its default cannot be written as text")
                .atLineContaining("@Default(\".\")")
                .andItsFixCompilesInPlaceOf("@Default(\".\")");
        schemaOf("@UseCodec(PathCodec.class) @Default(\"[\\\".\\\"]\") List<Path> x")
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of x does not fit: "
                        + "what PathCodec reads cannot be written as text")
                .andItsFixCompilesInPlaceOf("@Default(\"[\\\".\\\"]\")");
    }

    @Test
    void nothingStartsWithAValueThatNobodyChose() {
        schemaOf("@UseCodec(PathCodec.class) Path x")
                .failsOnly("[SaveSchema/MissingDefault] component x has no default for files that lack it")
                .withFact("In the record: static Path defaultX() { return …; }")
                .andItsFixCompiles((source, fix) -> source.replace("@UseCodec", fix + " @UseCodec"));
    }

    @Test
    void limitsAreTheCodecsOwnBusiness() {
        schemaOf("@UseCodec(PathCodec.class) @Size(max = 3) Optional<Path> x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component x is an Optional<Path>; "
                        + "@Size applies to text, collections and maps")
                .andTheFix("remove @Size", "@Size(max = 3) ", "");
    }

    @Test
    void aTypeThatIsNotKnownIsShownTheWayOut() {
        schemaOf("Thread x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Thread, which cannot be saved")
                .withFact("Supported: numbers, boolean, char, String, enums, records, sealed interfaces of records,"
                        + " Optional, OptionalInt, OptionalLong, OptionalDouble, List, Set, SortedSet, Deque, Map"
                        + " with String, Integer, Long, UUID or enum keys, arrays, BigInteger, BigDecimal, UUID,"
                        + " URI, Locale, java.time, JsonNode; all others with @UseCodec and a ValueCodec of your"
                        + " own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form = String.class) @Default(\"a\") Path x",
                "form = {String.class, String[].class, int.class, boolean.class, java.util.Map.class}) @Default(\"7\")"
                        + " Path x",
                "form = String.class) @Default(\"[\\\"a\\\"]\") List<Path> x",
                "form = java.time.LocalDate.class) @Default(\"2026-11-22\") Optional<Path> x",
                "form = JsonNode[].class) @Default(\"[1, {}]\") Path x"
            })
    void aCodecMaySayWhatItWrites(String component) {
        schemaOf("@UseCodec(value = PathCodec.class, " + component).succeeds();
    }

    @Test
    void aDefaultIsOfTheForm() {
        schemaOf("@UseCodec(value = PathCodec.class, form = int.class) @Default(\"a\") Path x")
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of x does not fit: \"a\" is not a number");
        schemaOf("@UseCodec(value = PathCodec.class, form = String.class) Path x")
                .failsOnly("[SaveSchema/MissingDefault] component x has no default for files that lack it")
                .withFixes("@Default(\"\")");
    }

    @Test
    void aFormIsOneTypeOfJson() {
        schemaOf("@UseCodec(value = PathCodec.class, form = Thread.State.class) @Default(\"a\") Path x")
                .failsOnly("[SaveSchema/UnusableForm] what PathCodec writes cannot be said by Thread.State");
        schemaOf("@UseCodec(value = PathCodec.class, form = {String.class, java.util.UUID.class})"
                        + " @Default(\"a\") Path x")
                .failsOnly(
                        "[SaveSchema/UnusableForm] what PathCodec writes has two forms that are text in the file, one"
                                + " of them UUID")
                .withFixes("remove UUID.class");
    }
}
