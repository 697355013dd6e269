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
 * Collects the repairs of a load. After {@value #MOST} repairs it only counts, so that a hostile file cannot fill the memory. An
 * unknown member is listed once for all objects of the same kind, with the number of times that it was met.
 */
public final class RepairLog {

    static final int MOST = 1_000;

    /**
     * The number of times that the repairs may be searched for those of a value that is not used, so that a hostile file cannot
     * have them searched for ever.
     */
    private static final int MOST_SEARCHES = 1_000;

    private final List<Repair> repairs = new ArrayList<>();

    private final Map<Unknown, Times> unknowns = new HashMap<>();

    // Made when something is put in: nearly every load has nothing to repair.
    private Map<Reason, Integer> unlisted = Map.of();
    private Map<String, String> usedAfterStep = Map.of();
    private int searches;
    private @Nullable UnaryOperator<Repair> attribution;

    /** A log without repairs. */
    public RepairLog() {}

    /** Whether the next repair will be kept. If not, its texts need not be made. */
    boolean hasRoom() {
        return repairs.size() < MOST;
    }

    /** Sets a function that adds to each repair from now on the step that caused it, if one did. */
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

    /** Whether a repair reports damage. */
    boolean hasDamage() {
        return repairs.stream().anyMatch(repair -> repair.reason() == Reason.DAMAGED);
    }

    /** Adds the repair that reports damage, even if the log is full: it matters more than all others. */
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
     * Adds a repair for an unknown member, or counts it if a member of that name was met in an object of the same kind.
     *
     * @param first makes the repair when the name is met for the first time
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

    /**
     * Forgets the repairs of a value and of the parts within it: the value is not used, since a second member of the same name
     * follows.
     */
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

    /** The repairs in the order of the file; then, for each reason, the number of those that were only counted. */
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

    /** An unknown name in all objects of one kind. Objects of a kind share their {@link Members}. */
    private record Unknown(Members members, String name) {}

    /** The repair for an unknown name, and the number of members that it stands for. */
    private static final class Times {

        private final Repair first;
        private int count = 1;

        Times(Repair first) {
            this.first = first;
        }
    }
}
