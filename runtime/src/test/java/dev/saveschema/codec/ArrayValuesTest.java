package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayValuesTest {

    @Test
    void eachArrayHasTheElementsInTheirOrder() {
        assertThat(ArrayValues.of(List.of(true, false), new boolean[0])).containsExactly(true, false);
        assertThat(ArrayValues.of(List.of((short) 1, (short) -2), new short[0])).containsExactly((short) 1, (short) -2);
        assertThat(ArrayValues.of(List.of(1, -2), new int[0])).containsExactly(1, -2);
        assertThat(ArrayValues.of(List.of(1L, Long.MIN_VALUE), new long[0])).containsExactly(1L, Long.MIN_VALUE);
        assertThat(ArrayValues.of(List.of(1f, -0f), new float[0])).containsExactly(1f, -0f);
        assertThat(ArrayValues.of(List.of(1d, -0d), new double[0])).containsExactly(1d, -0d);
        assertThat(ArrayValues.of(List.of('a', 'b'), new char[0])).containsExactly('a', 'b');
        assertThat(ArrayValues.of(List.of("a", "b"), new String[] {"c"}, new String[0]))
                .containsExactly("a", "b");
    }

    @Test
    void fallbackIsTakenWhereTheElementsAreNotUsable() {
        int[] fallback = {7};
        assertThat(ArrayValues.of(null, fallback)).isSameAs(fallback);
        assertThat(ArrayValues.of(List.of(), fallback)).isEmpty();
    }

    /** A program that changes the array of one value must not change the array of another. */
    @Test
    void arrayIsNewEachTime() {
        String[] empty = {};
        List<String> elements = List.of("a");
        assertThat(ArrayValues.of(elements, empty, empty)).isNotSameAs(ArrayValues.of(elements, empty, empty));
    }
}
