package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarryOverTest {

    @Test
    void elementsAndEntriesKeepTheirOrder() {
        assertThat(CarryOver.list(List.of(3, 1, 2), number -> "n" + number)).containsExactly("n3", "n1", "n2");
        assertThat(CarryOver.set(new LinkedHashSet<>(List.of(3, 1, 2)), number -> "n" + number))
                .containsExactly("n3", "n1", "n2");
        Map<Integer, Integer> old = new LinkedHashMap<>();
        old.put(3, 30);
        old.put(1, 10);
        Map<String, String> carried = CarryOver.map(old, key -> "k" + key, value -> "v" + value);
        assertThat(carried).containsExactly(Map.entry("k3", "v30"), Map.entry("k1", "v10"));
    }

    @Test
    void resultsCannotBeModified() {
        List<Integer> list = CarryOver.list(List.of(1), number -> number);
        Set<Integer> set = CarryOver.set(Set.of(1), number -> number);
        Map<Integer, Integer> map = CarryOver.map(Map.of(1, 1), key -> key, value -> value);
        assertThatThrownBy(() -> list.add(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.add(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.put(2, 2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
