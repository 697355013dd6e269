package dev.saveschema.codec;

import dev.saveschema.json.NameTable;
import dev.saveschema.text.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The records that an object may be, told apart by the text of one of its members. A record's number is its place in the list.
 */
public final class Subtypes {

    /** What {@link #numberOf} answers for a name that none has. */
    static final int UNKNOWN = -1;

    private final String discriminator;
    private final NameTable tag;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String expected;
    private final List<Subtype> subtypes;
    private final int other;

    /** @param isOpen whether there is a record for what is none of them */
    private Subtypes(String discriminator, List<Subtype> subtypes, boolean isOpen) {
        this.subtypes = subtypes;
        this.other = isOpen ? subtypes.size() : UNKNOWN;
        this.discriminator = discriminator;
        this.tag = NameTable.of(List.of(discriminator));
        List<String> names = new ArrayList<>();
        for (int number = 0; number < subtypes.size(); number++) {
            for (String name : subtypes.get(number).names()) {
                numbers.put(name, number);
            }
            names.add(Excerpt.oneLine(subtypes.get(number).names().get(0)));
        }
        this.expected = String.join(", ", names);
    }

    /**
     * The records in their order.
     *
     * @param discriminator the name of the member that says which it is
     */
    public static Subtypes of(String discriminator, Subtype... subtypes) {
        return new Subtypes(discriminator, List.of(subtypes), false);
    }

    /** The same, and behind them one more record, which takes every object that is none of them. */
    public Subtypes open() {
        return new Subtypes(discriminator, subtypes, true);
    }

    /** The number of the record for what is none of the others; {@link #UNKNOWN} if there is none. */
    int other() {
        return other;
    }

    /**
     * One of the records.
     *
     * @param aliases other names that are accepted for it
     */
    public static Subtype subtype(String name, String... aliases) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(aliases));
        return new Subtype(List.copyOf(names));
    }

    String discriminator() {
        return discriminator;
    }

    /** The discriminator, to be looked for. */
    NameTable tag() {
        return tag;
    }

    int numberOf(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    /** Whether a member says of its object that it is one of the records. */
    boolean claims(String member, @Nullable JsonNode value) {
        return member.equals(discriminator)
                && value != null
                && value.isString()
                && numbers.containsKey(value.stringValue());
    }

    /** The names, for a message. */
    String expected() {
        return expected;
    }

    /**
     * One of the records; made by {@link #subtype}.
     *
     * @param names the name that is saved, then those that are accepted too
     */
    public record Subtype(List<String> names) {}
}
