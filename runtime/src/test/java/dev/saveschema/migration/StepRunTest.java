package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.RepairLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepRunTest {

    @Test
    void replacementsComeBeforeMovesAndAnOuterMoveBeforeOneThatGoesIntoIt() {
        StepRun run = new StepRun(1, 1, LoadLimits.defaults(), new RepairLog(), new Authorship(10));
        List<String> order = new ArrayList<>();
        run.thenMove("/a/b/c", () -> order.add("move to a.b.c"));
        run.thenMove("/z", () -> order.add("move to z"));
        run.thenReplace(() -> order.add("replace"));
        run.thenMove("/a", () -> order.add("move to a"));
        run.thenMove("/a/b", () -> order.add("move to a.b"));
        assertThat(order).isEmpty();
        run.finish();
        assertThat(order).containsExactly("replace", "move to z", "move to a", "move to a.b", "move to a.b.c");
    }
}
