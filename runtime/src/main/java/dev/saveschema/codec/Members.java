package dev.saveschema.codec;

import dev.saveschema.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The members that a JSON object may have: their names in the file and, for reports, what stands in for each. A member's number
 * is its place in the list.
 */
public final class Members {

    private final List<Member> members;
    private final PropertyNameMatcher matcher;
    private final int[] numberOfMatch;

    private Members(List<Member> members) {
        this.members = List.copyOf(members);
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            for (String name : members.get(number).names()) {
                names.add(name);
                numbers.add(number);
            }
        }
        this.matcher = Json.matcher(names);
        this.numberOfMatch = numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The members in their order. */
    public static Members of(Member... members) {
        return new Members(List.of(members));
    }

    /**
     * A member whose absence is reported.
     *
     * @param fallback what stands in for it, as a report shows it
     * @param aliases other names that are accepted for it
     */
    public static Member member(String name, String fallback, String... aliases) {
        return Member.of(name, fallback, true, aliases);
    }

    /** A member that may be absent. */
    public static Member optional(String name, String fallback, String... aliases) {
        return Member.of(name, fallback, false, aliases);
    }

    /** Whether a member goes by that name, or by that alias. */
    boolean has(String name) {
        return matcher.matchName(name) >= 0;
    }

    int count() {
        return members.size();
    }

    Member get(int number) {
        return members.get(number);
    }

    PropertyNameMatcher matcher() {
        return matcher;
    }

    int numberOfMatch(int match) {
        return numberOfMatch[match];
    }

    /**
     * One member; made by {@link #member} and {@link #optional}.
     *
     * @param names the name that is saved, then those that are accepted too
     */
    public record Member(List<String> names, String fallback, boolean expected) {

        private static Member of(String name, String fallback, boolean expected, String... aliases) {
            List<String> names = new ArrayList<>(List.of(name));
            names.addAll(List.of(aliases));
            return new Member(List.copyOf(names), Excerpt.oneLine(fallback), expected);
        }

        String name() {
            return names.get(0);
        }
    }
}
