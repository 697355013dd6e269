package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderedMapsTest {

    @Test
    void entriesKeepTheirOrderAndTheLastOfOneKeyCounts() {
        Map<String, Integer> map =
                OrderedMaps.of(Map.entry("z", 1), Map.entry("a", 2), Map.entry("m", 3), Map.entry("z", 4));
        assertThat(map).containsExactly(Map.entry("z", 4), Map.entry("a", 2), Map.entry("m", 3));
    }

    @Test
    void defaultThatManyValuesShareCannotBeModified() {
        Map<String, Integer> map = OrderedMaps.of(Map.entry("a", 1));
        assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
