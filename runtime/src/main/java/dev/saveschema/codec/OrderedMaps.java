package dev.saveschema.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the order in which a default lists their entries, which {@code Map.of} does not. */
public final class OrderedMaps {

    private OrderedMaps() {}

    /** An unmodifiable map of the entries, in their order. Of two entries with the same key the last counts. */
    @SafeVarargs
    public static <K, V> Map<K, V> of(Map.Entry<? extends K, ? extends V>... entries) {
        Map<K, V> map = new LinkedHashMap<>();
        for (Map.Entry<? extends K, ? extends V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }
}
