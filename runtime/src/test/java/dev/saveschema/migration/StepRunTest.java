package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.RepairLog;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StepRunTest {

    @Test
    void replacementsComeBeforeMovesAndAnOuterMoveBeforeOneThatGoesIntoIt() {
        ObjectNode object = (ObjectNode) JsonValue.of("{\"p\":1,\"q\":{\"k\":0},\"r\":{},\"s\":2}");
        StepRun run = new StepRun(1, 1, LoadLimits.defaults(), new RepairLog(), new Authorship(10));
        run.thenMove(move(object, "/p", "/a/b/c"));
        run.thenMove(move(object, "/s", "/z"));
        run.thenReplace(() -> run.changes.add("replaced"));
        run.thenMove(move(object, "/r", "/a/b"));
        run.thenMove(move(object, "/q", "/a"));
        assertThat(object).hasToString("{}");
        run.finish();
        assertThat(object).hasToString("{\"z\":2,\"a\":{\"k\":0,\"b\":{\"c\":1}}}");
        assertThat(run.changes.toList())
                .containsExactly("replaced", "moved s to z", "moved q to a", "moved r to a.b", "moved p to a.b.c");
    }

    private static Move move(ObjectNode object, String from, String to) {
        return Objects.requireNonNull(Move.begun(object, from, to, ""));
    }
}
