package dev.saveschema.processor.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Hands out names, each once in a scope. */
final class Identifiers {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private final Set<String> taken = new HashSet<>();
    private final Map<Object, String> byOwner = new HashMap<>();

    /** Names that are reserved for an owner which has not asked for its name yet. */
    private final Map<String, Object> kept = new HashMap<>();

    /** The name of an owner: the wish, or the wish with a number if another owner has that name, {@code readLevel2}. */
    String of(Object owner, Supplier<String> wish) {
        String known = byOwner.get(owner);
        if (known != null) {
            return known;
        }
        // not computeIfAbsent: a wish may ask for other names on its way
        String wished = wish.get();
        kept.remove(wished, owner);
        String name = fresh(wished);
        byOwner.put(owner, name);
        return name;
    }

    /** Reserves a name for an owner, if no other has the name yet. */
    void keep(Object owner, String name) {
        if (!taken.contains(name)) {
            kept.putIfAbsent(name, owner);
        }
    }

    /** Whether the owner has asked for its name already. */
    boolean has(Object owner) {
        return byOwner.containsKey(owner);
    }

    /** A new name: the wish, or the wish with a number. */
    String fresh(String wish) {
        String base = SourceVersion.isName(wish) ? wish : wish + "_";
        String name = base;
        for (int number = 2; kept.containsKey(name) || !taken.add(name); number++) {
            name = base + number;
        }
        return name;
    }

    /** {@code currentStepId} and {@code current-step-id} as {@code CURRENT_STEP_ID}. */
    static String constant(String name) {
        String words =
                BETWEEN_WORDS.matcher(HUMP.matcher(name).replaceAll("$1_$2")).replaceAll("_");
        String upper = words.toUpperCase(Locale.ROOT);
        return upper.isEmpty() || !Character.isJavaIdentifierStart(upper.charAt(0)) ? "_" + upper : upper;
    }

    /** {@code settings} as {@code Settings}. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code Settings} as {@code settings}. */
    static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
