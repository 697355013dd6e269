package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.problem.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name that a component, constant or record has in the files of the versions from {@code first} to {@code last}.
 *
 * @param last {@link Integer#MAX_VALUE} if the name is in use still
 */
record NameUse(Named owner, Kind kind, String name, int first, int last, Origin origin) {

    enum Kind {
        CURRENT,
        ALIAS,
        OLD
    }

    /**
     * All names that the owner has or had: the old names in their order, the current name, then the aliases, which count in every
     * version.
     */
    static List<NameUse> of(Named owner) {
        List<NameUse> uses = new ArrayList<>();
        int first = owner.since();
        for (Rename rename : inOrder(owner)) {
            uses.add(new NameUse(owner, Kind.OLD, rename.from(), first, rename.since() - 1, rename.origin()));
            first = Math.max(first, rename.since());
        }
        uses.add(new NameUse(owner, Kind.CURRENT, owner.jsonName(), first, Integer.MAX_VALUE, owner.nameOrigin()));
        for (String alias : owner.aliases()) {
            uses.add(new NameUse(owner, Kind.ALIAS, alias, 1, Integer.MAX_VALUE, owner.aliasOrigin()));
        }
        return uses;
    }

    static List<Rename> inOrder(Named owner) {
        return owner.renames().stream()
                .sorted(Comparator.comparingInt(Rename::since))
                .toList();
    }

    boolean meets(NameUse other) {
        return name.equals(other.name) && first <= other.last && other.first <= last;
    }
}
