package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionReaderTest {

    private enum Slot {
        HEAD,
        HAND
    }

    private static final Constants<Slot> SLOTS = Constants.of(
            Slot.class, Constants.constant(Slot.HEAD, "HEAD", "HAT"), Constants.constant(Slot.HAND, "HAND"));

    private final OneValue v = new OneValue();

    private static List<Integer> ints(SaveReader in) {
        List<Integer> elements = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                Integer element = in.readInt((Integer) null, WholeLimit.NONE);
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    private static <K> Map<K, Integer> counts(SaveReader in, Function<SaveReader, @Nullable K> reading) {
        Map<K, Integer> counts = new LinkedHashMap<>();
        if (in.beginMap()) {
            while (in.nextEntry()) {
                K key = reading.apply(in);
                Integer count = key == null ? null : in.readInt((Integer) null, WholeLimit.NONE);
                if (key != null && count != null) {
                    in.put(counts, key, count);
                }
            }
        }
        return counts;
    }

    @Test
    void anElementThatCannotBeUsedIsDroppedOrLeavesItsPlaceEmpty() {
        assertThat(v.read("[1,true,3]", CollectionReaderTest::ints)).hasToString("[1, 3]");
        assertThat(v.repairs()).containsExactly("v[1]: true is not a whole number; dropped");
        v.read("[1,true,3]", in -> {
            in.beginArray();
            in.keepPlaces();
            while (in.nextElement()) {
                in.readInt((Integer) null, WholeLimit.NONE);
            }
            return in;
        });
        assertThat(v.repairs()).containsExactly("v[1]: true is not a whole number; used null");
    }

    @Test
    void whatIsNoArrayAndNoMapIsNotEntered() {
        assertThat(v.read("{}", SaveReader::beginArray)).isEqualTo(false);
        assertThat(v.repairs()).containsExactly("v: an object is not an array; used the default");
        assertThat(v.read("[]", SaveReader::beginMap)).isEqualTo(false);
        assertThat(v.repairs()).containsExactly("v: an array is not an object; used the default");
        assertThat(new OneValue(LoadLimits.defaults().nesting(1)).read("[]", SaveReader::beginArray))
                .isEqualTo(false);
    }

    @Test
    void aCollectionThatIsTooLongIsCutAtItsEndOrRefused() {
        SizeLimit two = SizeLimit.size(0, 2);
        assertThat(v.read("[3,1,2]", in -> in.list(ints(in), two.clamped(), List.of(9))))
                .hasToString("[3, 1]");
        assertThat(v.repairs()).containsExactly("v: 3 elements; at most 2 are allowed; used the first 2");
        assertThat(v.read("[3,1,2]", in -> in.list(ints(in), two, List.of(9)))).hasToString("[9]");
        assertThat(v.repairs()).containsExactly("v: 3 elements; at most 2 are allowed; used the default");
        assertThat(v.read("[3,1,2]", in -> in.set(new LinkedHashSet<>(ints(in)), two.clamped(), Set.of())))
                .hasToString("[3, 1]");
        assertThat(v.read("[3,1,2]", in -> in.sortedSet(new TreeSet<>(ints(in)), two.clamped(), new TreeSet<>())))
                .hasToString("[1, 2]");
        assertThat(v.read("[3,1,2]", in -> in.deque(new ArrayDeque<>(ints(in)), two.clamped(), new ArrayDeque<>())))
                .hasToString("[3, 1]");
        assertThat(v.read(
                        "{\"c\":3,\"a\":1,\"b\":2}",
                        in -> in.map(counts(in, each -> each.readKey()), two.clamped(), Map.of())))
                .hasToString("{c=3, a=1}");
    }

    @Test
    void aCollectionThatIsTooShortIsNotCutEvenIfItMayBe() {
        assertThat(v.read("[1]", in -> in.list(ints(in), SizeLimit.size(2, 3).clamped(), List.of(8, 9))))
                .hasToString("[8, 9]");
        assertThat(v.repairs()).containsExactly("v: 1 element; at least 2 are needed; used the default");
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Object list = v.read("[1]", in -> in.list(ints(in), SizeLimit.NONE, List.of()));
        assertThat(list).asInstanceOf(LIST).isUnmodifiable();
        Object map = v.read("{\"a\":1}", in -> in.map(counts(in, each -> each.readKey()), SizeLimit.NONE, Map.of()));
        assertThat(map).asInstanceOf(MAP).isUnmodifiable();
    }

    @Test
    void anEntryWhoseKeyIsOfAnotherTypeIsDropped() {
        assertThat(v.read("{\"7\":1,\"x\":2,\"2147483648\":3,\"-5\":4}", in -> counts(in, SaveReader::readIntKey)))
                .hasToString("{7=1, -5=4}");
        assertThat(v.repairs())
                .containsExactly(
                        "v.x: the key \"x\" is not a whole number; dropped",
                        "v[2147483648]: the key \"2147483648\" is not a whole number; dropped");
        assertThat(v.read("{\"HAT\":1,\"FOOT\":2}", in -> counts(in, each -> each.readKey(SLOTS))))
                .hasToString("{HEAD=1}");
        assertThat(v.repairs()).containsExactly("v.FOOT: the key \"FOOT\" is not one of HEAD, HAND; dropped");
        assertThat(v.read("{\"1-1-1-1-1\":1}", in -> counts(in, SaveReader::readUuidKey)))
                .hasToString("{}");
        String uuid = "123e4567-e89b-12d3-a456-426614174abc";
        assertThat(v.read("{\"" + uuid + "\":1}", in -> counts(in, SaveReader::readUuidKey)))
                .hasToString("{" + uuid + "=1}");
    }

    @Test
    void anEntryWhoseKeyIsOutsideItsLimitIsDroppedAndNotClamped() {
        TextLimit limit = TextLimit.size(2, 3).clamped().matching("[a-z]*");
        assertThat(v.read("{\"a\":1,\"abcd\":2,\"AB\":3,\"abc\":4}", in -> counts(in, each -> each.readKey(limit))))
                .hasToString("{abc=4}");
        assertThat(v.repairs()).hasSize(3).allMatch(line -> line.endsWith("; dropped"));
        assertThat(v.read("{\"0\":1,\"9\":2}", in -> counts(in, each -> each.readLongKey(WholeLimit.atLeast(1)))))
                .hasToString("{9=2}");
        assertThat(v.repairs()).containsExactly("v[0]: the key \"0\" is less than 1; dropped");
    }

    @Test
    void ofTwoEntriesWithTheSameKeyTheLastCountsHoweverItIsSpelled() {
        assertThat(v.read("{\"1\":1,\"01\":2}", in -> counts(in, SaveReader::readIntKey)))
                .hasToString("{1=2}");
        assertThat(v.repairs()).containsExactly("v[01]: occurs twice; used the last");
    }

    @Test
    void anElementThatASetHasIsReported() {
        Set<Integer> set = new LinkedHashSet<>();
        v.read("[1,2,1]", in -> {
            in.beginArray();
            while (in.nextElement()) {
                in.add(set, in.readInt(0, WholeLimit.NONE));
            }
            return set;
        });
        assertThat(set).containsExactly(1, 2);
        assertThat(v.repairs()).containsExactly("v[2]: is in the set already; dropped");
    }

    /** An element whose {@code hashCode} throws. */
    private record Thrower(Supplier<Throwable> thrown) {

        @Override
        public int hashCode() {
            throw CollectionReaderTest.<RuntimeException>thrown(thrown.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T thrown(Throwable cause) throws T {
        throw (T) cause;
    }

    private @Nullable Object add(Supplier<Throwable> thrown) {
        return v.read("[1]", in -> {
            in.beginArray();
            in.nextElement();
            boolean isAdded = in.add(new HashSet<>(), new Thrower(thrown));
            in.nextElement();
            return isAdded;
        });
    }

    @Test
    void anElementWhoseOwnHashCodeThrowsIsReportedAndAnErrorOfTheMachineIsThrownOn() {
        assertThat(add(() -> new IllegalStateException("no hash"))).isEqualTo(false);
        assertThat(v.repairs()).containsExactly("v[0]: refused: no hash; dropped");
        assertThat(add(StackOverflowError::new)).isEqualTo(false);
        assertThat(v.repairs()).containsExactly("v[0]: refused: StackOverflowError; dropped");
        assertThatThrownBy(() -> add(() -> new OutOfMemoryError("full"))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aCollectionThatIsGivenUpForOneElementIsReportedAsAWhole() {
        assertThat(v.read("[1,true]", in -> {
                    ints(in);
                    return in.reset(List.of(9));
                }))
                .hasToString("[9]");
        assertThat(v.repairs())
                .containsExactly(
                        "v[1]: true is not a whole number; dropped", "v: something in it is invalid; used the default");
    }
}
