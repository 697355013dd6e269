package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CollectionWriterTest {

    private static <T> Set<T> set(List<T> elements) {
        return new LinkedHashSet<>(elements);
    }

    private static String decimals(Set<BigDecimal> set) {
        return Written.of(out -> {
            out.beginArray();
            out.inOrder(set).forEach(out::write);
            out.endArray();
        });
    }

    @Test
    void theSameSetIsWrittenInTheSameOrder() {
        BigDecimal one = new BigDecimal("1.0");
        BigDecimal same = new BigDecimal("1.00");
        assertThat(decimals(set(List.of(same, one, BigDecimal.ZERO)))).isEqualTo("[0,1.0,1.00]");
        assertThat(decimals(set(List.of(BigDecimal.ZERO, one, same)))).isEqualTo("[0,1.0,1.00]");
    }

    @Test
    void aSortedSetOfAnotherOrderIsWrittenInNaturalOrderLikeAnyOther() {
        SortedSet<BigDecimal> descending = new TreeSet<>(Comparator.reverseOrder());
        descending.addAll(List.of(BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(decimals(descending)).isEqualTo("[0,1]");
    }

    @Test
    void aSortedSetThatWouldBeLoadedInAnotherOrderIsRefused() {
        SortedSet<Integer> descending = new TreeSet<>(Comparator.reverseOrder());
        assertThatThrownBy(() -> Written.of(Written.member(out -> {
                    out.beginArray();
                    out.inNaturalOrder(descending);
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("v: a set with an order of its own cannot be saved");
        SortedSet<Integer> natural = new TreeSet<>(Comparator.naturalOrder());
        assertThat(Written.of(out -> assertThat(out.inNaturalOrder(natural)).isSameAs(natural)))
                .isEmpty();
    }

    @Test
    void aSetOfTextsIsInTheOrderOfTheTexts() {
        assertThat(Written.of(out -> {
                    out.beginArray();
                    out.inOrder(
                                    set(List.of(Duration.ofHours(2), Duration.ofMinutes(1), Duration.ofHours(10))),
                                    Scalars.DURATION)
                            .forEach(each -> out.write(Scalars.DURATION, each));
                    out.endArray();
                }))
                .isEqualTo("[\"PT10H\",\"PT1M\",\"PT2H\"]");
    }

    @Test
    void aNullInASetIsRefused() {
        assertThatThrownBy(() -> decimals(set(Arrays.asList(BigDecimal.ONE, null))))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("null cannot be saved");
    }

    private static Consumer<SaveWriter> nested(int depth) {
        return out -> {
            for (int level = 0; level < depth; level++) {
                out.beginArray();
            }
            for (int level = 0; level < depth; level++) {
                out.endArray();
            }
        };
    }

    @Test
    void whatIsNestedDeeperThanALoadReadsIsRefused() {
        LoadLimits limits = LoadLimits.defaults().nesting(3);
        assertThat(Written.of(limits, nested(3))).isEqualTo("[[[]]]");
        assertThatThrownBy(() -> Written.of(limits, nested(4)))
                .isInstanceOf(TooDeepException.class)
                .hasMessageContaining("nested more than 3 levels deep");
    }

    @Test
    void aSetInASetCountsTheLevelsAroundIt() {
        LoadLimits limits = LoadLimits.defaults().nesting(3);
        Consumer<SaveWriter> inSet = out -> {
            out.beginArray();
            out.writeInOrder(Set.of(1), (inner, one) -> nested(2).accept(inner));
            out.endArray();
        };
        assertThat(Written.of(limits, inSet)).isEqualTo("[[[]]]");
        assertThatThrownBy(() -> Written.of(limits, out -> {
                    out.beginArray();
                    inSet.accept(out);
                }))
                .isInstanceOf(TooDeepException.class);
    }
}
