package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Properties that hold for every value of every type. A failure names the seed that repeats it. */
class PropertiesTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    private static final int ROUNDS = 400;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.25",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"2026-02-30\"",
            "[]",
            "{}",
            "[null, 1, \"a\", [], {}]",
            "{\"\": null, \"1\": \"x\", \"LOW\": {}}");

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Everything", Everything.SOURCE).schema("Everything");
    }

    @Test
    void whatIsSavedIsLoadedAsItWasWithoutARepair() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            Object value = value(seed);
            String json = written(value, seed % 2 == 0);
            Document<Object> loaded = Running.read(schema, json);
            assertThat(loaded.repairs()).as("seed %d: %s", seed, json).isEmpty();
            assertThat(Deep.of(loaded.value())).as("seed %d: %s", seed, json).isEqualTo(Deep.of(value));
            assertThat(written(loaded.value(), seed % 2 == 0))
                    .as("seed %d", seed)
                    .isEqualTo(json);
        }
    }

    @Test
    void whatACheckSaysBeforeASaveIsWhatTheNextLoadSays() {
        int violated = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            Object value = value(seed, random -> random.nextInt(5) == 0);
            List<Repair> violations = SaveFormat.of(schema).check(value);
            assertThat(violations)
                    .as("seed %d", seed)
                    .isEqualTo(Running.read(schema, written(value, false)).repairs());
            violated += violations.isEmpty() ? 0 : 1;
        }
        assertThat(violated).as("values outside their limits, seed %d", SEED).isBetween(ROUNDS / 8, ROUNDS * 7 / 8);
    }

    @Test
    void whatWasRepairedOnceNeedsNoRepairAgain() {
        int repaired = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            JsonNode tree = MAPPER.readTree(written(value(seed), false));
            Random random = new Random(seed);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(tree, random);
            }
            String json = MAPPER.writeValueAsString(tree);
            Document<Object> once = Running.read(schema, json);
            Document<Object> twice = Running.read(schema, written(once.value(), false));
            assertThat(twice.repairs()).as("seed %d: %s", seed, json).isEmpty();
            assertThat(Deep.of(twice.value())).as("seed %d: %s", seed, json).isEqualTo(Deep.of(once.value()));
            repaired += once.repairs().isEmpty() ? 0 : 1;
        }
        assertThat(repaired).as("documents that needed a repair, seed %d", SEED).isGreaterThan(ROUNDS / 4);
    }

    private static Object value(long seed) {
        return value(seed, random -> false);
    }

    /** @param outside whether a component that has limits is outside of them */
    private static Object value(long seed, Predicate<Random> outside) {
        return new RandomValues(
                        seed,
                        Map.of(
                                "whole",
                                random -> outside.test(random) ? 101 : random.nextInt(101),
                                "text",
                                random -> "é\0\ud800x\uffff😀"
                                        .repeat(outside.test(random) ? 80 : 1)
                                        .substring(random.nextInt(4)),
                                "matching",
                                random ->
                                        outside.test(random) ? "!" : String.valueOf((char) ('a' + random.nextInt(26)))))
                .record(schema.defaultValue().getClass());
    }

    private static String written(Object value, boolean pretty) {
        return new String(DocumentWriter.body(schema, value, pretty, LoadLimits.defaults()), StandardCharsets.UTF_8)
                + "}";
    }

    /** Puts something else in the place of one value, or takes it away, or adds a member. */
    private static void change(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode place = random.nextBoolean() ? root : containers.get(random.nextInt(containers.size()));
        JsonNode hostile = MAPPER.readTree(HOSTILE.get(random.nextInt(HOSTILE.size())));
        if (place instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.isEmpty() || random.nextInt(8) == 0 ? "other" : names.get(random.nextInt(names.size()));
            if (name.equals("$version")) {
                return;
            }
            if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.set(name, hostile);
            }
        } else if (place instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), hostile);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
