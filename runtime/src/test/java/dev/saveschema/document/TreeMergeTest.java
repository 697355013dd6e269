package dev.saveschema.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.codec.JsonValue;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The four trees of a merge: the newer program's, as the older one read it, as that has changed it, and as it is written back.
 */
class TreeMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"a":1,"new":2}                | {"a":1}                   | {"a":3}                   | {"a":3,"new":2}
            {"a":1.0,"new":2}              | {"a":1}                   | {"a":1}                   | {"a":1.0,"new":2}
            {"in":{"a":1,"new":2}}         | {"in":{"a":1}}            | {"in":{"a":3}}            | {"in":{"a":3,"new":2}}
            {"a":1}                        | {"a":1,"old":5}           | {"a":1,"old":5}           | {"a":1}
            {"a":1}                        | {"a":1,"old":5}           | {"a":1,"old":6}           | {"a":1,"old":6}
            {"a":1,"b":2}                  | {"a":1,"b":2}             | {"b":2}                   | {"b":2}
            {"is":{"kind":"x","new":1}}    | {"is":{"kind":"x"}}       | {"is":{"kind":"y"}}       | {"is":{"kind":"y"}}
            {"l":[{"new":1}]}              | {"l":[{}]}                | {"l":[{},{}]}             | {"l":[{},{}]}
            """)
    void whatTheOlderProgramDoesNotKnowStays(String original, String before, String after, String merged) {
        assertThat(new TreeMerge(Set.of("kind")).merged(tree(original), tree(before), tree(after)))
                .hasToString(merged);
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) JsonValue.of(json);
    }
}
