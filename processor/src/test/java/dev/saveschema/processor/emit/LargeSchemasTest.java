package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The generated code of a large schema compiles in a time that grows with its size, not with the square of it or worse. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // instead of hours
class LargeSchemasTest {

    @Test
    void anEnumMayHaveAThousandConstants() {
        String constants =
                IntStream.range(0, 1000).mapToObj(number -> "BLOCK_" + number).collect(Collectors.joining(", "));
        Schema<Object> schema = Running.compile(
                        "World",
                        "@SaveSchema(version = 1) public record World(List<Block> blocks) { public enum Block { "
                                + constants + " } }")
                .schema("World");
        String json = "{\"$version\":1,\"blocks\":[\"BLOCK_999\",\"BLOCK_0\"]}";
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    @Test
    void aDefaultMayHaveHundredsOfEntriesAndElements() {
        String entries = IntStream.range(0, 300)
                .mapToObj(number -> "\\\"k" + number + "\\\": " + number)
                .collect(Collectors.joining(", "));
        String lists =
                IntStream.range(0, 300).mapToObj(number -> "[" + number + "]").collect(Collectors.joining(", "));
        Schema<Object> schema = Running.compile(
                        "Prices",
                        "@SaveSchema(version = 1) public record Prices(@Default(\"{ENTRIES}\") Map<String, Integer> map, "
                                        .replace("ENTRIES", entries)
                                + "@Default(\"[LISTS]\") List<List<Integer>> list, @Default(\"[LISTS]\") Set<List<Integer>> set, "
                                        .replace("LISTS", lists)
                                + "@Default(\"[LISTS]\") Deque<List<Integer>> queue, @Default(\"[LISTS]\") List<Integer>[] array) {}"
                                        .replace("LISTS", lists))
                .schema("Prices");
        assertThat(schema.defaultValue().toString()).contains("k299=299}", "list=[[0], [1],");
    }

    @Test
    void aDefaultMayBeAsLongAsATextInAClassFile() {
        String text = "x".repeat(65_534);
        Schema<Object> schema = Running.compile(
                        "Story",
                        "@SaveSchema(version = 1) public record Story(@Default(\"" + text + "\") String text) {}")
                .schema("Story");
        assertThat(schema.defaultValue()).hasToString("Story[text=" + text + "]");
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": 1}")))
                .containsExactly("text: missing; used \"" + "x".repeat(79) + "…");
    }
}
