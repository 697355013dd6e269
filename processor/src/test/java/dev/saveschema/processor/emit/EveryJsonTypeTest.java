package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.IOException;
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

    /** A file in which no component has its default. */
    private static final Map<String, String> VALUES = Everything.VALUES;

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
    private static Object defaults;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Everything", Everything.SOURCE).schema("Everything");
        pristine = Deep.of(Running.read(schema, json(VALUES)).value());
        defaults = Deep.of(schema.defaultValue());
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
        assertThat(Deep.of(Running.read(schema, written).value())).isEqualTo(pristine);
    }

    @Test
    void noComponentHasItsDefaultInTheSoundFile() {
        for (String component : VALUES.keySet()) {
            assertThat(get(pristine, component)).as(component).isNotEqualTo(get(defaults, component));
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

    /**
     * Asserts that a value without a report is one that the component accepts, and that every report is about this component alone.
     */
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

    /** For each kind of value, the components that accept it as it is. */
    private static final Map<String, Set<String>> ACCEPTED = Map.of(
            "string", Set.of("maybe", "any", "custom"),
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
                            "maybeWhole",
                            "maybeInt",
                            "maybeLong",
                            "maybeDouble",
                            "any"),
            "huge integer",
                    Set.of("single", "boxedSingle", "twice", "boxedTwice", "huge", "exact", "maybeDouble", "any"),
            "fraction", Set.of("single", "boxedSingle", "twice", "boxedTwice", "exact", "maybeDouble", "any"),
            "huge exponent", Set.of("exact", "any"),
            "true", Set.of("flag", "boxedFlag", "any"),
            "null", Set.of("maybe", "maybeWhole", "maybeInt", "maybeLong", "maybeDouble", "maybeSorted", "any"),
            "array", Set.of("any", "anys"),
            "object", Set.of("any"),
            "deeply nested", Set.of());

    @ParameterizedTest
    @MethodSource("components")
    void anAbsentMemberTakesItsDefault(String component) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.remove(component);
        LoadResult<Object> loaded = load(json(values));
        assertOthersKept(loaded.value(), component, "absent");
        assertThat(get(loaded.value(), component)).isEqualTo(get(defaults, component));
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
        assertThat(Deep.of(loaded.value())).isEqualTo(pristine);
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
        if (!component.startsWith("by")
                && !Set.of("inner", "any", "tree", "pair").contains(component)) {
            assertThat(Deep.of(loaded.value())).isEqualTo(pristine);
        }
    }

    @Test
    void aFileCutOffAnywhereStillAnswers() throws IOException {
        String json = json(VALUES);
        for (int length = 0; length < json.length(); length++) {
            LoadResult<Object> loaded = load(json.substring(0, length));
            assertThat(loaded.outcome()).as("cut at %d", length).isIn(Outcome.SALVAGED, Outcome.RESET);
            assertThat(loaded.repairs())
                    .as("cut at %d", length)
                    .extracting(Repair::reason)
                    .contains(Reason.DAMAGED);
        }
    }

    /** Values before the cut are kept, and half a value is not used. */
    @Test
    void everyComponentOfACutFileHasItsOwnValueOrItsDefaultOrAPartOfIt() {
        String json = json(VALUES);
        var reader = new dev.saveschema.document.DocumentReader<>(schema, dev.saveschema.LoadLimits.defaults());
        for (int length = 0; length < json.length(); length++) {
            var salvaged = reader.salvage(json.substring(0, length).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (salvaged.isEmpty()) {
                continue;
            }
            Object cut = Deep.of(salvaged.get().value());
            for (String component : VALUES.keySet()) {
                Object value = get(cut, component);
                Object own = get(pristine, component);
                if (!(own instanceof java.util.Collection
                        || own instanceof Map
                        || Set.of("inner", "any", "maybeSorted", "figure", "tree", "pair")
                                .contains(component))) {
                    assertThat(value)
                            .as("%s, cut at %d", component, length)
                            .isIn(List.of(own, get(defaults, component)));
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

    private static void assertOthersKept(Object record, String except, String kind) {
        Object value = Deep.of(record);
        for (String component : VALUES.keySet()) {
            if (!component.equals(except)) {
                assertThat(get(value, component))
                        .as("%s, beside %s = %s", component, except, kind)
                        .isEqualTo(get(pristine, component));
            }
        }
    }

    /** @param record or what {@link Deep} made of it, for one that is asked for many */
    private static Object get(Object record, String component) {
        Object deep = record instanceof Map ? record : Deep.of(record);
        return ((Map<?, ?>) deep).get(component);
    }

    private static String json(Map<String, String> values) {
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> members.add("\"" + name + "\": " + value));
        return "{\"$version\": 1, " + String.join(", ", members) + "}";
    }
}
