package dev.saveschema.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {

    private final List<String> refusals = new ArrayList<>();

    @Test
    void elementsAreRefusedBeyondTheirLimitAndNotBefore() {
        MemoryEstimate estimate = new MemoryEstimate(LoadLimits.defaults().elements(2), refusals::add);
        estimate.element();
        estimate.entry("a");
        assertThat(refusals).isEmpty();
        estimate.member();
        assertThat(refusals).containsExactly("more than 2 members and elements");
        assertThat(estimate.elements()).isEqualTo(3);
    }

    /** Three characters of a file become a map, which takes many times as much. */
    @Test
    void memoryIsRefusedThoughTheElementsAreFew() {
        LoadLimits limits = LoadLimits.defaults().fileBytes(1);
        MemoryEstimate estimate = new MemoryEstimate(limits, refusals::add);
        estimate.text((int) (limits.memoryBytes() / 2) - 100);
        assertThat(refusals).isEmpty();
        estimate.object();
        assertThat(refusals).containsExactly("more than %,d MiB in memory".formatted(limits.memoryBytes() >> 20));
    }

    @Test
    void treeOfAnOlderDocumentHasAtLeastTheRoomOfALoad() {
        LoadLimits limits = LoadLimits.defaults().fileBytes(1);
        MemoryEstimate tree = MemoryEstimate.ofTree(limits, refusals::add);
        tree.text((int) (limits.memoryBytes() / 2) - 100);
        assertThat(refusals).isEmpty();
    }
}
