package dev.saveschema.cli.diff;

import dev.saveschema.cli.diff.Difference.Added;
import dev.saveschema.cli.diff.Difference.Moved;
import dev.saveschema.cli.diff.Difference.Removed;
import dev.saveschema.cli.save.ShownPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds values that were removed at one place and added at another. Equal values tell much if hardly any other value equals them: a
 * text, a list, a large number. A value that is in many places, such as 0 or {@code true}, counts as moved only if its name is the
 * same.
 */
final class Moves {

    /** The number of pairs that are looked at. Two saves that have less in common are not the same save. */
    private static final int MOST = 2_000;

    private final List<Difference> differences;

    private Moves(List<Difference> differences) {
        this.differences = new ArrayList<>(differences);
    }

    static List<Difference> joined(List<Difference> differences) {
        Moves moves = new Moves(differences);
        if (moves.all(Removed.class).size() <= MOST && moves.all(Added.class).size() <= MOST) {
            moves.join();
            moves.open();
        }
        return List.copyOf(moves.differences);
    }

    private <D extends Difference> List<D> all(Class<D> kind) {
        return differences.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void join() {
        for (Removed removed : all(Removed.class)) {
            List<Added> candidates = all(Added.class).stream()
                    .filter(added -> isMove(removed, added))
                    .toList();
            long rivals = all(Removed.class).stream()
                    .filter(other -> Differences.isSame(other.value(), removed.value()))
                    .count();
            if (candidates.size() == 1 && rivals == 1) {
                join(removed, candidates.get(0));
            }
        }
    }

    private static boolean isMove(Removed removed, Added added) {
        return Differences.isSame(removed.value(), added.value())
                && (isTelling(removed.value())
                        || ShownPointer.name(removed.pointer()).equals(ShownPointer.name(added.pointer())));
    }

    private static boolean isTelling(JsonNode value) {
        return value.isContainer() ? !value.isEmpty() : value.asString("").length() > 2 && !value.isBoolean();
    }

    private void join(Removed removed, Added added) {
        differences.set(differences.indexOf(added), new Moved(removed.pointer(), added.pointer(), added.value()));
        differences.remove(removed);
    }

    /** Splits new and removed objects into their members: a member may have moved into one, or out of one. */
    private void open() {
        for (Added added : all(Added.class)) {
            List<Difference> members = members(added.pointer(), added.value(), Added::new);
            boolean isReached = all(Removed.class).stream()
                    .anyMatch(removed -> members.stream().anyMatch(member -> isMove(removed, (Added) member)));
            replace(added, members, isReached);
        }
        for (Removed removed : all(Removed.class)) {
            List<Difference> members = members(removed.pointer(), removed.value(), Removed::new);
            boolean isReached = all(Added.class).stream()
                    .anyMatch(added -> members.stream().anyMatch(member -> isMove((Removed) member, added)));
            replace(removed, members, isReached);
        }
        join();
    }

    private void replace(Difference object, List<Difference> members, boolean isReached) {
        if (isReached) {
            int at = differences.indexOf(object);
            differences.remove(at);
            differences.addAll(at, members);
        }
    }

    private interface Kind {

        Difference of(String pointer, JsonNode value);
    }

    private static List<Difference> members(String pointer, JsonNode value, Kind kind) {
        List<Difference> members = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                members.add(kind.of(ShownPointer.member(pointer, member.getKey()), member.getValue()));
            }
        }
        return members;
    }
}
