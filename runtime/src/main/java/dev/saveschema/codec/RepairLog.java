package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a load repaired. After {@value #MOST} repairs it only counts, so that a hostile file cannot fill the memory. */
final class RepairLog {

    static final int MOST = 1_000;

    private final List<Repair> repairs = new ArrayList<>();
    private final Map<Reason, Integer> uncounted = new EnumMap<>(Reason.class);

    /** Whether the next repair will be kept; building its texts would be wasted otherwise. */
    boolean hasRoom() {
        return repairs.size() < MOST;
    }

    void add(Repair repair) {
        if (hasRoom()) {
            repairs.add(repair);
        } else {
            count(repair.reason());
        }
    }

    void count(Reason reason) {
        uncounted.merge(reason, 1, Integer::sum);
    }

    List<Repair> toList() {
        List<Repair> all = new ArrayList<>(repairs);
        uncounted.forEach((reason, count) -> all.add(new Repair(
                "",
                reason,
                count + (count == 1 ? " more repair" : " more repairs"),
                Optional.empty(),
                "not listed one by one")));
        return List.copyOf(all);
    }
}
