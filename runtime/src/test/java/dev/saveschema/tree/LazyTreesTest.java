package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.Trees;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document that is made a tree as far as somebody asks for it is the same tree. */
class LazyTreesTest {

    private static final int MUTANTS = 30_000;
    private static final LoadLimits LIMITS = LoadLimits.defaults();
    private static final String DOCUMENT = """
            {"$version": 1, "name": "Zo\\u00eb \\"M\\" Müller", "level": 42, "big": 123456789012345678901, "health": 87.50,
             "tiny": -1.5e-7, "none": null, "on": true, "off": false, "empty": {}, "nothing": [],
             "items": [{"id": 1, "tags": ["a", "b"], "at": {"x": 1.0, "y": 2}}, {"id": 2, "tags": [], "at": {"x": 1, "y": -0.0}}, [[1], [2, []]]],
             "counters": {"enemy_0": 1, "enemy_1": 22, "/~": 3}}""";

    private static @Nullable ObjectNode lazy(String json) {
        LazyDocument document = LazyDocument.of(json.getBytes(UTF_8), LIMITS);
        return document == null ? null : document.root();
    }

    private static ObjectNode root(String json) {
        ObjectNode root = lazy(json);
        assertThat(root).isNotNull();
        return root;
    }

    private static ObjectNode whole(String json) {
        return (ObjectNode) Trees.parsed(json.getBytes(UTF_8), LIMITS);
    }

    private static String written(JsonNode tree) {
        return new String(TreeBytes.of(tree, LIMITS.nesting()), UTF_8);
    }

    @Test
    void everyNodeIsThatOfTheWholeTree() {
        assertThat(root(DOCUMENT)).isEqualTo(whole(DOCUMENT)).hasSameHashCodeAs(whole(DOCUMENT));
        assertThat(whole(DOCUMENT)).isEqualTo(root(DOCUMENT));
        assertThat(root(DOCUMENT))
                .isEqualTo(root(DOCUMENT))
                .hasToString(whole(DOCUMENT).toString());
        assertThat(root(DOCUMENT).deepCopy()).isEqualTo(whole(DOCUMENT));
        assertThat(root(DOCUMENT).at("/items/1/at/x")).isEqualTo(whole(DOCUMENT).at("/items/1/at/x"));
    }

    @Test
    void whatNobodyAsksForIsWrittenAsItStands() {
        ObjectNode tree = root("{\"a\": {\"b\" :  1.50}, \"c\": [1 ,2], \"d\": \"\\u0041\", \"e\": 1}");
        tree.set("f", tree.remove("e"));
        assertThat(written(tree)).isEqualTo("{\"a\":{\"b\" :  1.50},\"c\":[1 ,2],\"d\":\"\\u0041\",\"f\":1}");
    }

    @Test
    void changesOfAnyKindAreThoseOfTheWholeTree() {
        List<ObjectNode> both = List.of(root(DOCUMENT), whole(DOCUMENT));
        for (ObjectNode tree : both) {
            ArrayNode items = (ArrayNode) tree.get("items");
            ((ObjectNode) items.get(0)).set("count", ((ObjectNode) items.get(0)).remove("id"));
            items.remove(1);
            items.insert(0, "first");
            items.add(3);
            tree.properties().removeIf(member -> member.getKey().startsWith("n"));
            tree.set("moved", tree.at("/counters/enemy_1"));
            ((ObjectNode) tree.get("counters")).removeAll().put("only", 1);
            tree.properties().forEach(member -> {
                if (member.getValue().isBoolean()) {
                    member.setValue(tree.stringNode(member.getKey()));
                }
            });
            tree.remove("level");
            tree.putIfAbsent("level", tree.get("big"));
        }
        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(whole(written(both.get(0)))).isEqualTo(whole(written(both.get(1))));
    }

    @Test
    void copyKeepsWhatItWasWhenTheTreeIsChanged() {
        ObjectNode tree = root(DOCUMENT);
        tree.get("items").get(0).get("tags");
        tree.get("level");
        ObjectNode copy = copy(tree);
        ObjectNode first = (ObjectNode) tree.get("items").get(0);
        ((ArrayNode) first.get("tags")).add("c");
        first.put("id", 7).put("new", 1);
        ((ObjectNode) tree.get("items").get(1).get("at")).put("x", 9);
        ((ObjectNode) tree.get("empty")).put("full", true);
        tree.put("level", 1).remove("name");
        assertThat(copy).isEqualTo(whole(DOCUMENT));
        assertThat(tree).isNotEqualTo(copy);
    }

    private static ObjectNode copy(ObjectNode tree) {
        return (ObjectNode) LazyTrees.copy(tree, inner -> inner.isContainer() ? copyOf(inner) : inner);
    }

    private static JsonNode copyOf(JsonNode container) {
        return LazyTrees.copy(container, inner -> inner.isContainer() ? copyOf(inner) : inner);
    }

    @Test
    void untouchedIsWhatIsTheSameInBothAndNobodyHasChanged() {
        ObjectNode tree = root(DOCUMENT);
        ObjectNode copy = copy(tree);
        assertThat(LazyTrees.isUntouched(tree, copy)).isTrue();
        tree.put("level", 43);
        assertThat(LazyTrees.isUntouched(tree, copy)).isFalse();
        assertThat(LazyTrees.isUntouched(tree, copy, "level")).isFalse();
        assertThat(LazyTrees.isUntouched(tree, copy, "items")).isTrue();
        tree.get("items").get(0).get("id");
        assertThat(LazyTrees.isUntouched(tree, copy, "items")).isFalse();
        assertThat(LazyTrees.visited(tree.get("items"))).hasSize(1);
        assertThat(LazyTrees.visited(tree.get("counters"))).isEmpty();
    }

    @Test
    void whatHoldsAnObjectThatSomebodyHasIsNotUntouchedEvenIfItIsTheSame() {
        ObjectNode tree = root(DOCUMENT);
        tree.get("items");
        ObjectNode copy = copy(tree);
        assertThat(copy).isEqualTo(tree);
        assertThat(LazyTrees.isUntouched(tree, copy)).isFalse();
    }

    @Test
    void anObjectHoldsWhatAnotherOneDid() {
        ObjectNode tree = root(DOCUMENT);
        LazyTrees.replace(tree, root("{\"a\":1}"));
        assertThat(written(tree)).isEqualTo("{\"a\":1}");
        LazyTrees.replace(tree, whole("{\"b\":2}"));
        assertThat(written(tree)).isEqualTo("{\"b\":2}");
    }

    @Test
    void startOfAValueIsShownWithoutWhiteSpace() {
        JsonNode value = root("{\"a\": {\"b c\" : [1, \"x \\\" y\"]}}").get("a");
        assertThat(LazyTrees.start(value, 100)).isEqualTo("{\"b c\":[1,\"x \\\" y\"]}");
        assertThat(LazyTrees.start(value, 6)).isEqualTo("{\"b c\"");
        value.get("b c");
        assertThat(LazyTrees.start(value, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "",
                "{\"a\":1",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":1} // remark",
                "{\"a\":\"\\x\"}",
                "{\"a\":'b'}",
                "{\"a\":\"tab\tin it\"}"
            })
    void whatIsToBeReportedIsReadAsAWhole(String json) {
        assertThat(lazy(json)).isNull();
    }

    @Test
    void whatIsBeyondALimitIsReadAsAWhole() {
        assertThat(LazyDocument.of("{\"a\":[[]]}".getBytes(UTF_8), LIMITS.nesting(3)))
                .isNotNull();
        assertThat(LazyDocument.of("{\"a\":[[]]}".getBytes(UTF_8), LIMITS.nesting(2)))
                .isNull();
        assertThat(LazyDocument.of("{\"a\":[1,2]}".getBytes(UTF_8), LIMITS.elements(3)))
                .isNotNull();
        assertThat(LazyDocument.of("{\"a\":[1,2]}".getBytes(UTF_8), LIMITS.elements(2)))
                .isNull();
        assertThat(LazyDocument.of("{\"a\":1234}".getBytes(UTF_8), LIMITS.numberLength(3)))
                .isNull();
        assertThat(LazyDocument.of("{\"a\":\"1234\"}".getBytes(UTF_8), LIMITS.textLength(3)))
                .isNull();
    }

    @Test
    void twoMembersOfANameAreFoundWhenTheirObjectIsRead() {
        LazyDocument document = LazyDocument.of("{\"a\":{\"b\":1,\"b\":2}}".getBytes(UTF_8), LIMITS);
        assertThat(document).isNotNull();
        JsonNode inner = document.root().get("a");
        assertThat(document.isUnusual()).isFalse();
        assertThat(inner.size()).isEqualTo(1);
        assertThat(document.isUnusual()).isTrue();
    }

    @Test
    void mutantsThatArePlainAreTheSameTree() {
        Random random = new Random(11);
        byte[] document = DOCUMENT.getBytes(UTF_8);
        int plain = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = document.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = document[random.nextInt(document.length)];
            }
            LazyDocument lazy = LazyDocument.of(bytes, LIMITS);
            if (lazy == null) {
                continue;
            }
            ObjectNode tree = lazy.root().deepCopy();
            if (!lazy.isUnusual()) {
                plain++;
                assertThat(tree).as(new String(bytes, UTF_8)).isEqualTo(Trees.parsed(bytes, LIMITS));
                assertThat(Trees.parsed(TreeBytes.of(lazy.root(), LIMITS.nesting()), LIMITS))
                        .isEqualTo(tree);
            }
        }
        System.out.printf("Lazy trees: %,d of %,d mutants were plain, and the same%n", plain, MUTANTS);
        assertThat(plain).isGreaterThan(MUTANTS / 10);
    }
}
