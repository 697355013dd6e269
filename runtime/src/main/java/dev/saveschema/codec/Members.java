package dev.saveschema.codec;

import dev.saveschema.json.NameTable;
import dev.saveschema.text.Excerpt;
import java.util.ArrayList;
import java.util.List;

/**
 * The members that a JSON object may have: their names in the file and, for reports, their defaults. A member's number is its place
 * in the list.
 */
public final class Members {

    private final List<Member> members;
    private final NameTable names;

    /** For each name the number of its member. */
    private final int[] numbers;

    /** For each member the number of its first name; behind the last member, the number of all names. */
    private final int[] firstNames;

    private Members(List<Member> members) {
        this.members = List.copyOf(members);
        this.firstNames = new int[members.size() + 1];
        List<String> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            firstNames[number] = all.size();
            for (String name : members.get(number).names()) {
                all.add(name);
                owners.add(number);
            }
        }
        firstNames[members.size()] = all.size();
        this.names = NameTable.of(all);
        this.numbers = new int[owners.size()];
        for (int name = 0; name < numbers.length; name++) {
            numbers[name] = owners.get(name);
        }
    }

    /** The members in their order. */
    public static Members of(Member... members) {
        return new Members(List.of(members));
    }

    /**
     * A member whose absence is reported.
     *
     * @param fallback the default, as a report shows it
     * @param aliases other names that are accepted for the member
     */
    public static Member member(String name, String fallback, String... aliases) {
        return Member.of(name, fallback, true, aliases);
    }

    /** A member that may be absent. */
    public static Member optional(String name, String fallback, String... aliases) {
        return Member.of(name, fallback, false, aliases);
    }

    /** Whether a member has that name or that alias. */
    boolean has(String name) {
        return names.find(name) >= 0;
    }

    int count() {
        return members.size();
    }

    Member get(int number) {
        return members.get(number);
    }

    NameTable names() {
        return names;
    }

    /** The number of the name that is saved for a member. */
    int nameOf(int number) {
        return firstNames[number];
    }

    /** The number of the member that has a name, by the name's number. */
    int numberOf(int name) {
        return numbers[name];
    }

    /**
     * A member; made by {@link #member} and {@link #optional}.
     *
     * @param names the name that is saved, then the other names that are accepted
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
