package dev.saveschema.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds that repair is local: what a change did not touch has the value that it had. */
final class Untouched {

    /** The members of which one bad value costs all values: they have limits on the whole, or {@code invalid = RESET}. */
    private static final Set<String> WHOLE = Set.of("podium", "latest", "allDigits");

    private final Map<String, Object> original;

    Untouched(Map<String, Object> original) {
        this.original = original;
    }

    /** @param touched the paths of what may have another value, in the file */
    void assertKept(Map<String, Object> value, List<List<Object>> touched) {
        List<List<Object>> paths = touched.stream().map(Untouched::whole).toList();
        assertMembersKept("", original, value, paths);
    }

    /** A value that cannot do without some part of it is touched where that part is. */
    private static List<Object> whole(List<Object> path) {
        if (path.get(0).equals("foreign")) {
            return List.of("unknown");
        }
        if (!path.isEmpty() && WHOLE.contains(path.get(0))) {
            return path.subList(0, 1);
        }
        Object last = path.get(path.size() - 1);
        boolean isPart = last.equals("type") || path.get(0).equals("intervals") && path.size() > 2;
        return isPart ? whole(path.subList(0, path.size() - 1)) : path;
    }

    private static void assertKept(String place, Object before, Object after, List<List<Object>> touched) {
        if (touched.isEmpty()) {
            if (!before.equals(after)) {
                throw new AssertionError(place + " was " + before + " and is " + after + ", though nothing touched it");
            }
        } else if (touched.stream().anyMatch(List::isEmpty) || before instanceof JsonNode) {
            return;
        } else if (before instanceof Map<?, ?> members) {
            assertMembersKept(place, members, (Map<?, ?>) after, touched);
        } else if (before instanceof List<?> elements) {
            assertElementsKept(place, elements, (List<?>) after, touched);
        } else if (before instanceof Set<?> elements) {
            Set<Object> lost = new LinkedHashSet<>(elements);
            lost.removeAll((Set<?>) after);
            assertFew(place, lost, touched);
        }
    }

    private static void assertMembersKept(String place, Map<?, ?> before, Map<?, ?> after, List<List<Object>> touched) {
        before.forEach((name, value) -> {
            List<List<Object>> inner = below(touched, name);
            Object now = after.get(name);
            if (now == null) {
                if (inner.stream().noneMatch(List::isEmpty)) {
                    throw new AssertionError(place + "/" + name + " is gone");
                }
            } else {
                assertKept(place + "/" + name, value, now, inner);
            }
        });
        Set<Object> added = new HashSet<>(after.keySet());
        added.removeAll(before.keySet());
        added.removeIf(name -> below(touched, name).stream().anyMatch(List::isEmpty));
        if (!added.isEmpty()) {
            throw new AssertionError(place + " has " + added + " too");
        }
    }

    private static void assertElementsKept(String place, List<?> before, List<?> after, List<List<Object>> touched) {
        Set<Object> indexes = new HashSet<>();
        touched.forEach(path -> indexes.add(path.get(0)));
        if (indexes.size() > 1) {
            List<Object> lost = new ArrayList<>(before);
            lost.removeAll(after);
            assertFew(place, lost, touched);
            return;
        }
        int at = (Integer) indexes.iterator().next();
        List<List<Object>> inner = below(touched, at);
        boolean isWhole = inner.stream().anyMatch(List::isEmpty);
        int rest = before.size() - at - 1;
        int least = isWhole ? at + rest : before.size();
        if (after.size() < least
                || !before.subList(0, at).equals(after.subList(0, at))
                || !before.subList(at + 1, before.size()).equals(after.subList(after.size() - rest, after.size()))) {
            throw new AssertionError(place + " was " + before + " and is " + after + ", touched at " + at);
        }
        if (!isWhole) {
            assertKept(place + "/" + at, before.get(at), after.get(at), inner);
        }
    }

    private static void assertFew(String place, Collection<?> lost, List<List<Object>> touched) {
        if (lost.size() > touched.size()) {
            throw new AssertionError(place + " lost " + lost);
        }
    }

    private static List<List<Object>> below(List<List<Object>> paths, Object part) {
        return paths.stream()
                .filter(path -> path.get(0).equals(part))
                .map(path -> path.subList(1, path.size()))
                .toList();
    }
}
