package dev.saveschema.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that were met in a tree, so that a name which is met again is the same {@code String}. Keys of maps are rarely met twice. */
public final class MetNames {

    /** The number of names that are remembered, which is more than any record has. */
    private static final int MOST = 1_000;

    private final Map<String, String> names = new HashMap<>();

    /** The name as it was met before; null if it is new, which it is not the next time, or if there is no room for it. */
    public @Nullable String again(String name) {
        String known = names.get(name);
        if (known == null && names.size() < MOST) {
            names.put(name, name);
        }
        return known;
    }
}
