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
 * The records that an object may be, told apart by the text of one of its members, the discriminator. A record's number is its
 * place in the list.
 */
public final class Subtypes {

    /** The answer of {@link #numberOf} for a name that no record has. */
    static final int UNKNOWN = -1;

    private final String discriminator;
    private final NameTable tag;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String expected;
    private final List<Subtype> subtypes;
    private final int other;

    /** @param isOpen whether there is a record for objects that are none of these */
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
     * @param discriminator the name of the member that says which record an object is
     */
    public static Subtypes of(String discriminator, Subtype... subtypes) {
        return new Subtypes(discriminator, List.of(subtypes), false);
    }

    /** The same records, and behind them one more, which takes every object that is none of them. */
    public Subtypes open() {
        return new Subtypes(discriminator, subtypes, true);
    }

    /** The number of the record for objects that are none of the others; {@link #UNKNOWN} if there is no such record. */
    int other() {
        return other;
    }

    /**
     * A record.
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

    /** A table with the discriminator's name only. */
    NameTable tag() {
        return tag;
    }

    int numberOf(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    /** Whether a member is the discriminator, and its value says that the object is one of the records. */
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
     * A record; made by {@link #subtype}.
     *
     * @param names the name that is saved, then the other names that are accepted
     */
    public record Subtype(List<String> names) {}
}
