package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a load repaired. After {@value #MOST} repairs it only counts, so that a hostile file cannot fill the memory. A
 * member that the schema does not know is listed once for all objects of its kind, with how often it was met.
 */
public final class RepairLog {

    static final int MOST = 1_000;

    /** How often repairs are looked through for those that count no more, so that a hostile file cannot have it done for ever. */
    private static final int MOST_SEARCHES = 1_000;

    private final List<Repair> repairs = new ArrayList<>();

    private final Map<Unknown, Times> unknowns = new HashMap<>();

    // Made when something is put in: nearly every load has nothing to repair.
    private Map<Reason, Integer> unlisted = Map.of();
    private Map<String, String> usedAfterStep = Map.of();
    private int searches;
    private @Nullable UnaryOperator<Repair> attribution;

    /** A log of nothing. */
    public RepairLog() {}

    /** Whether the next repair will be kept; building its texts would be wasted otherwise. */
    boolean hasRoom() {
        return repairs.size() < MOST;
    }

    /** From now on has each repair say which step caused it, if one did. */
    public void attribute(UnaryOperator<Repair> caused) {
        attribution = caused;
    }

    private Repair attributed(Repair repair) {
        return attribution == null ? repair : attribution.apply(repair);
    }

    /** Adds a repair, unless it only repeats a {@code MIGRATION_FAILED} that was reported of the same place. */
    public void add(Repair found) {
        Repair repair = hasRoom() ? attributed(found) : found;
        if (repair.reason() == Reason.MIGRATION_FAILED) {
            if (usedAfterStep.isEmpty()) {
                usedAfterStep = new HashMap<>();
            }
            usedAfterStep.put(repair.pointer(), repair.used());
        } else if (isConsequence(repair)) {
            return;
        }
        if (hasRoom()) {
            repairs.add(repair);
        } else {
            count(repair.reason());
        }
    }

    /** Whether a repair only repeats a {@code MIGRATION_FAILED} that was reported of the same place. */
    private boolean isConsequence(Repair repair) {
        String used = usedAfterStep.get(repair.pointer());
        return used != null
                && !repair.pointer().isEmpty()
                && (repair.reason() == Reason.MISSING || repair.used().equals(used));
    }

    /** Whether any damage was reported. */
    boolean hasDamage() {
        return repairs.stream().anyMatch(repair -> repair.reason() == Reason.DAMAGED);
    }

    /** Adds the one repair that matters more than all others, whether or not there is room. */
    void addDamage(Repair repair) {
        repairs.add(repair);
    }

    void count(Reason reason) {
        if (unlisted.isEmpty()) {
            unlisted = new EnumMap<>(Reason.class);
        }
        unlisted.merge(reason, 1, Integer::sum);
    }

    /**
     * Adds a member that is not known, or counts it if one of that name was met in an object of the same kind.
     *
     * @param first makes the repair, for the first of them
     */
    void unknownMember(Members members, String name, Supplier<Repair> first) {
        Times times = unknowns.get(new Unknown(members, name));
        if (times != null) {
            times.count++;
        } else if (hasRoom()) {
            Repair repair = attributed(first.get());
            unknowns.put(new Unknown(members, name), new Times(repair));
            repairs.add(repair);
        } else {
            count(Reason.UNKNOWN_MEMBER);
        }
    }

    /** Forgets what was repaired at a place and within it: the value is not used, since another follows. */
    void forget(String pointer) {
        if (repairs.isEmpty() || ++searches > MOST_SEARCHES) {
            return;
        }
        repairs.removeIf(repair -> isWithin(repair.pointer(), pointer)
                && unknowns.values().stream().noneMatch(times -> times.first == repair && times.count > 1));
        unknowns.values().removeIf(times -> !repairs.contains(times.first));
    }

    private static boolean isWithin(String place, String pointer) {
        return place.startsWith(pointer)
                && (place.length() == pointer.length() || place.charAt(pointer.length()) == '/');
    }

    /** What was repaired, in the order of the file; then, for each reason, how many more there were. */
    public List<Repair> toList() {
        if (repairs.isEmpty() && unlisted.isEmpty()) {
            return List.of();
        }
        List<Repair> all = new ArrayList<>(repairs);
        for (Times times : unknowns.values()) {
            if (times.count > 1) {
                all.set(repairs.indexOf(times.first), many(times.first, times.count));
            }
        }
        for (Map.Entry<Reason, Integer> each : unlisted.entrySet()) {
            all.add(new Repair(
                    "",
                    each.getKey(),
                    each.getValue() + (each.getValue() == 1 ? " more repair" : " more repairs"),
                    Optional.empty(),
                    "not listed one by one"));
        }
        return List.copyOf(all);
    }

    private static Repair many(Repair first, int count) {
        return new Repair(
                first.pointer(),
                first.reason(),
                first.problem() + ", and %,d more like it".formatted(count - 1),
                first.found(),
                first.used());
    }

    /** A name in all objects of a kind, which are those that share their members. */
    private record Unknown(Members members, String name) {}

    /** Which repair stands for a name, and for how many members. */
    private static final class Times {

        private final Repair first;
        private int count = 1;

        Times(Repair first) {
            this.first = first;
        }
    }
}
