package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.problem.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name that a component answers to in the versions from {@code first} to {@code last}.
 *
 * @param last {@link Integer#MAX_VALUE} if it still does
 */
record NameUse(Component component, Kind kind, String name, int first, int last, Origin origin) {

    enum Kind {
        CURRENT,
        ALIAS,
        OLD
    }

    /** All names of a component, as a timeline. */
    static List<NameUse> of(Component component) {
        List<NameUse> uses = new ArrayList<>();
        int first = component.since();
        for (Rename rename : inOrder(component)) {
            uses.add(new NameUse(component, Kind.OLD, rename.from(), first, rename.since() - 1, rename.origin()));
            first = Math.max(first, rename.since());
        }
        uses.add(new NameUse(
                component, Kind.CURRENT, component.jsonName(), first, Integer.MAX_VALUE, component.nameOrigin()));
        for (String alias : component.aliases()) {
            uses.add(new NameUse(component, Kind.ALIAS, alias, 1, Integer.MAX_VALUE, component.aliasOrigin()));
        }
        return uses;
    }

    static List<Rename> inOrder(Component component) {
        return component.renames().stream()
                .sorted(Comparator.comparingInt(Rename::since))
                .toList();
    }

    boolean meets(NameUse other) {
        return name.equals(other.name) && first <= other.last && other.first <= last;
    }
}
