package dev.saveschema.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Collections of one version as those of the next, for what carries over from record to record. None of the results can be modified. */
public final class CarryOver {

    private CarryOver() {}

    /** Each element as it is in the newer version, in its place. */
    public static <A, B> List<B> list(Collection<A> old, Function<? super A, ? extends B> element) {
        List<B> elements = new ArrayList<>(old.size());
        old.forEach(each -> elements.add(element.apply(each)));
        return Collections.unmodifiableList(elements);
    }

    /** Each element as it is in the newer version, in the same order. */
    public static <A, B> Set<B> set(Collection<A> old, Function<? super A, ? extends B> element) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(old, element)));
    }

    /** Each entry as it is in the newer version, in the same order. */
    public static <K, A, L, B> Map<L, B> map(
            Map<K, A> old, Function<? super K, ? extends L> key, Function<? super A, ? extends B> value) {
        Map<L, B> entries = new LinkedHashMap<>();
        old.forEach((k, v) -> entries.put(key.apply(k), value.apply(v)));
        return Collections.unmodifiableMap(entries);
    }
}
