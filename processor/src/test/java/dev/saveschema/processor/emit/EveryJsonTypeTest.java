package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A record with every supported type, and in place of each of its values every kind of JSON. Whatever stands there: the load
 * answers with a record and a report, and every other component keeps the value that the file has for it.
 */
class EveryJsonTypeTest {

    private static final String EVERYTHING = """
            @SaveSchema(version = 1)
            public record Everything(
                @Default("true") boolean flag, @Default("false") Boolean boxedFlag,
                @Default("1") byte tiny, @Default("2") Byte boxedTiny,
                @Default("3") short small, @Default("4") Short boxedSmall,
                @Default("5") @Range(min = 0, max = 100) int whole, @Default("6") Integer boxedWhole,
                @Default("7") long large, @Default("8") Long boxedLarge,
                @Default("1.5") float single, @Default("2.5") Float boxedSingle,
                @Default("3.5") double twice, @Default("4.5") Double boxedTwice,
                @Default("x") char letter, @Default("y") Character boxedLetter,
                @Default("text") @Size(max = 10) String text, @Default("b") @Pattern("[a-z]") String matching,
                @Default("12345678901234567890") BigInteger huge, @Default("1.50") BigDecimal exact,
                @Default("MID") Level level,
                Optional<String> maybe, @Default("3") Optional<Integer> maybeWhole,
                @Default("[1, 2]") List<Integer> list, Set<String> set, List<List<Long>> lists,
                Map<String, Integer> byText, Map<Integer, String> byInt, Map<Long, Boolean> byLong,
                Map<UUID, Integer> byUuid, Map<Level, Inner> byLevel,
                @Default("2026-11-22T19:47:03Z") Instant instant, @Default("2026-11-22") LocalDate date,
                @Default("PT10M") Duration duration,
                @Default("123e4567-e89b-12d3-a456-426614174000") UUID uuid,
                Inner inner, List<Inner> inners, @Default("dot") Figure figure, List<Figure> figures, Tree tree,
                Pair<Integer, Inner> pair) {
              public enum Level { LOW, MID, HIGH }
              public record Inner(@Default("80") int volume, @Default("n") String name) {}
              public sealed interface Figure permits Dot, Line {}
              @Subtype("dot") public record Dot(@Default("0") int x) implements Figure {}
              @Subtype("line") public record Line(@Default("1") int length, Optional<Figure> end) implements Figure {}
              public record Tree(@Default("root") String name, List<Tree> branches) {}
              public record Pair<A, B>(Optional<A> first, B second) {}
            }
            """;

    /** A file in which no component has its default. */
    private static final Map<String, String> VALUES = values();

    private static final Map<String, String> HOSTILE = new LinkedHashMap<>();

    static {
        HOSTILE.put("string", "\"text that fits nothing\"");
        HOSTILE.put("integer", "77");
        HOSTILE.put("huge integer", "123456789012345678901234567890");
        HOSTILE.put("fraction", "0.25");
        HOSTILE.put("huge exponent", "1e999999999");
        HOSTILE.put("true", "true");
        HOSTILE.put("null", "null");
        HOSTILE.put("array", "[[], {}, null, \"a\", 1, -1.5, true]");
        HOSTILE.put("object", "{\"a\": [], \"1\": {}, \"MID\": 7, \"\": null}");
        HOSTILE.put("deeply nested", "[".repeat(5_000) + "]".repeat(5_000));
    }

    private static Schema<Object> schema;
    private static Object pristine;

    @TempDir
    Path folder;

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("flag", "false");
        values.put("boxedFlag", "true");
        values.put("tiny", "-128");
        values.put("boxedTiny", "127");
        values.put("small", "-32768");
        values.put("boxedSmall", "32767");
        values.put("whole", "100");
        values.put("boxedWhole", "-2147483648");
        values.put("large", "9223372036854775807");
        values.put("boxedLarge", "-9223372036854775808");
        values.put("single", "0.1");
        values.put("boxedSingle", "3.4028235E38");
        values.put("twice", "0.1");
        values.put("boxedTwice", "4.9E-324");
        values.put("letter", "\"\\u20ac\"");
        values.put("boxedLetter", "\"\\\"\"");
        values.put("text", "\"h\\u00e9 \\ud83d\\ude00\\n\"");
        values.put("matching", "\"q\"");
        values.put("huge", "-98765432109876543210");
        values.put("exact", "0.0010");
        values.put("level", "\"HIGH\"");
        values.put("maybe", "\"there\"");
        values.put("maybeWhole", "null");
        values.put("list", "[3, 4, 5]");
        values.put("set", "[\"a\", \"b\"]");
        values.put("lists", "[[1], [], [2, 3]]");
        values.put("byText", "{\"b\": 1, \"a\": 2}");
        values.put("byInt", "{\"-7\": \"seven\"}");
        values.put("byLong", "{\"9223372036854775807\": true}");
        values.put("byUuid", "{\"00000000-0000-0000-0000-000000000001\": 1}");
        values.put("byLevel", "{\"LOW\": {\"volume\": 1, \"name\": \"a\"}}");
        values.put("instant", "\"1999-12-31T23:59:59.999999999Z\"");
        values.put("date", "\"2000-02-29\"");
        values.put("duration", "\"PT1H0.001S\"");
        values.put("uuid", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"");
        values.put("inner", "{\"volume\": 3, \"name\": \"in\"}");
        values.put("inners", "[{\"volume\": 4, \"name\": \"one\"}, {\"volume\": 5, \"name\": \"two\"}]");
        values.put("figure", "{\"type\": \"line\", \"length\": 6, \"end\": {\"x\": 7, \"type\": \"dot\"}}");
        values.put("figures", "[{\"type\": \"dot\", \"x\": 8}, {\"length\": 9, \"type\": \"line\", \"end\": null}]");
        values.put("tree", "{\"name\": \"t\", \"branches\": [{\"name\": \"u\", \"branches\": []}]}");
        values.put("pair", "{\"first\": 10, \"second\": {\"volume\": 11, \"name\": \"p\"}}");
        return values;
    }

    /** Those that are made of parts, and so of whatever an object has. */
    private static final Set<String> RECORDS = Set.of("inner", "figure", "tree", "pair");

    @BeforeAll
    static void compile() {
        schema = Running.compile("Everything", EVERYTHING).schema("Everything");
        pristine = Running.read(schema, json(VALUES)).value();
    }

    static Stream<String> components() {
        return VALUES.keySet().stream();
    }

    @Test
    void aSoundFileIsReadWithoutRepairAndWrittenBackTheSame() {
        var document = Running.read(schema, json(VALUES));
        assertThat(document.repairs()).isEmpty();
        String written = Running.write(schema, document.value());
        assertThat(Running.read(schema, written).repairs()).isEmpty();
        assertThat(Running.read(schema, written).value()).isEqualTo(pristine);
    }

    @Test
    void noComponentHasItsDefaultInTheSoundFile() {
        for (String component : VALUES.keySet()) {
            assertThat(get(pristine, component)).as(component).isNotEqualTo(get(schema.defaultValue(), component));
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void whateverStandsThereTheLoadAnswersAndTheOthersKeepTheirValues(String component) throws IOException {
        for (Map.Entry<String, String> hostile : HOSTILE.entrySet()) {
            Map<String, String> values = new LinkedHashMap<>(VALUES);
            values.put(component, hostile.getValue());
            LoadResult<Object> loaded = load(json(values));
            assertOthersKept(loaded.value(), component, hostile.getKey());
            assertReported(loaded, component, hostile.getKey());
            assertThat(Running.read(schema, Running.write(schema, loaded.value()))
                            .repairs())
                    .as("a second load of %s = %s", component, hostile.getKey())
                    .isEmpty();
        }
    }

    /** What is not reported is what the component holds; what is reported is about this component alone. */
    private static void assertReported(LoadResult<Object> loaded, String component, String kind) {
        assertThat(loaded.outcome()).isEqualTo(Outcome.EDITED);
        Object value = get(loaded.value(), component);
        if (loaded.repairs().isEmpty()) {
            assertThat(value).as("%s = %s, unreported", component, kind).isNotNull();
            assertThat(ACCEPTED.get(kind)).as("%s takes %s", component, kind).contains(component);
        }
        assertThat(loaded.repairs())
                .as("%s = %s", component, kind)
                .extracting(Repair::pointer)
                .allMatch(pointer -> pointer.equals("/" + component) || pointer.startsWith("/" + component + "/"));
    }

    /** Which kinds are right as they stand, for which components. */
    private static final Map<String, Set<String>> ACCEPTED = Map.of(
            "string", Set.of("maybe"),
            "integer",
                    Set.of(
                            "tiny",
                            "boxedTiny",
                            "small",
                            "boxedSmall",
                            "whole",
                            "boxedWhole",
                            "large",
                            "boxedLarge",
                            "single",
                            "boxedSingle",
                            "twice",
                            "boxedTwice",
                            "huge",
                            "exact",
                            "maybeWhole"),
            "huge integer", Set.of("single", "boxedSingle", "twice", "boxedTwice", "huge", "exact"),
            "fraction", Set.of("single", "boxedSingle", "twice", "boxedTwice", "exact"),
            "huge exponent", Set.of("exact"),
            "true", Set.of("flag", "boxedFlag"),
            "null", Set.of("maybe", "maybeWhole"),
            "array", Set.of(),
            "object", Set.of(),
            "deeply nested", Set.of());

    @ParameterizedTest
    @MethodSource("components")
    void anAbsentMemberTakesItsDefault(String component) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.remove(component);
        LoadResult<Object> loaded = load(json(values));
        assertOthersKept(loaded.value(), component, "absent");
        assertThat(get(loaded.value(), component)).isEqualTo(get(schema.defaultValue(), component));
        if (component.startsWith("maybe")) {
            assertThat(loaded.repairs()).isEmpty();
        } else {
            assertThat(loaded.repairs()).extracting(Repair::reason).containsExactly(Reason.MISSING);
            assertThat(loaded.repairs().get(0).pointer()).isEqualTo("/" + component);
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void ofAMemberThatStandsThereTwiceTheLastCounts(String component) throws IOException {
        String twice = json(VALUES).replaceFirst("\\{", "{\"" + component + "\": null, ");
        LoadResult<Object> loaded = load(twice);
        assertThat(loaded.value()).isEqualTo(pristine);
        assertThat(loaded.repairs()).extracting(Repair::reason).contains(Reason.DUPLICATE);
    }

    @ParameterizedTest
    @MethodSource("components")
    void anUnusableSecondMemberDoesNotCostTheFirst(String component) throws IOException {
        String json = json(VALUES);
        String twice = json.substring(0, json.length() - 1) + ", \"" + component + "\": {\"no\": [1]}}";
        LoadResult<Object> loaded = load(twice);
        assertOthersKept(loaded.value(), component, "duplicate");
        assertThat(loaded.repairs()).extracting(Repair::reason).contains(Reason.DUPLICATE);
        boolean takesAnyObject = RECORDS.contains(component) && !component.equals("figure");
        if (!component.startsWith("by") && !takesAnyObject) {
            assertThat(loaded.value()).isEqualTo(pristine);
        }
    }

    @Test
    void aFileCutOffAnywhereStillAnswers() throws IOException {
        String json = json(VALUES);
        for (int length = 0; length < json.length(); length++) {
            LoadResult<Object> loaded = load(json.substring(0, length));
            assertThat(loaded.outcome()).as("cut at %d", length).isIn(Outcome.SALVAGED, Outcome.RESET);
            assertThat(loaded.value()).isNotNull();
            assertThat(loaded.repairs()).as("cut at %d", length).isNotEmpty();
        }
    }

    /** What precedes the cut is kept, and nothing is made of half a value. */
    @Test
    void everyComponentOfACutFileHasItsOwnValueOrItsDefaultOrAPartOfIt() {
        String json = json(VALUES);
        var reader = new dev.saveschema.codec.DocumentReader<>(schema, dev.saveschema.LoadLimits.DEFAULTS);
        for (int length = 0; length < json.length(); length++) {
            var salvaged = reader.salvage(json.substring(0, length).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (salvaged.isEmpty()) {
                continue;
            }
            for (String component : VALUES.keySet()) {
                Object value = get(salvaged.get().value(), component);
                Object own = get(pristine, component);
                if (!(own instanceof java.util.Collection || own instanceof Map || RECORDS.contains(component))) {
                    assertThat(value)
                            .as("%s, cut at %d", component, length)
                            .isIn(List.of(own, get(schema.defaultValue(), component)));
                }
            }
        }
    }

    private LoadResult<Object> load(String json) throws IOException {
        Path file = folder.resolve("save.json");
        Files.writeString(file, json);
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            return store.load();
        }
    }

    private static void assertOthersKept(Object value, String except, String kind) {
        for (String component : VALUES.keySet()) {
            if (!component.equals(except)) {
                assertThat(get(value, component))
                        .as("%s, beside %s = %s", component, except, kind)
                        .isEqualTo(get(pristine, component));
            }
        }
    }

    private static Object get(Object record, String component) {
        try {
            for (RecordComponent candidate : record.getClass().getRecordComponents()) {
                if (candidate.getName().equals(component)) {
                    return candidate.getAccessor().invoke(record);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError(component);
    }

    private static String json(Map<String, String> values) {
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> members.add("\"" + name + "\": " + value));
        return "{\"$version\": 1, " + String.join(", ", members) + "}";
    }
}
