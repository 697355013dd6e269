package dev.saveschema.codec;

import dev.saveschema.json.NameTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The constants of an enum and their names in the file. */
public final class Constants<E extends Enum<E>> {

    private final NameTable table;
    private final List<E> values = new ArrayList<>();
    private final EnumMap<E, MemberName> names;
    private final String expected;

    private Constants(Class<E> type, List<Constant> constants) {
        this.names = new EnumMap<>(type);
        List<String> all = new ArrayList<>();
        List<String> mainNames = new ArrayList<>();
        for (Constant constant : constants) {
            E value = type.cast(constant.value());
            for (String name : constant.names()) {
                all.add(name);
                values.add(value);
            }
            names.put(value, MemberName.of(constant.names().get(0)));
            mainNames.add(constant.names().get(0));
        }
        this.table = NameTable.of(all);
        this.expected = String.join(", ", mainNames);
    }

    /** All constants of the enum, in their order. */
    public static <E extends Enum<E>> Constants<E> of(Class<E> type, Constant... constants) {
        return new Constants<>(type, List.of(constants));
    }

    /** A constant, its name in the file, and other names that are accepted for it. */
    public static Constant constant(Enum<?> value, String name, String... aliases) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(aliases));
        return new Constant(value, List.copyOf(names));
    }

    /** All names that are accepted. */
    NameTable table() {
        return table;
    }

    /** The constant that has the name of that number in the table; null for a negative number. */
    @Nullable E numbered(int name) {
        return name < 0 ? null : values.get(name);
    }

    @Nullable E byName(String name) {
        return numbered(table.find(name));
    }

    MemberName nameOf(E constant) {
        return Objects.requireNonNull(
                names.get(constant), () -> "a constant that the schema was not compiled with: " + constant);
    }

    /** The names, for a message. */
    String expected() {
        return expected;
    }

    /**
     * A constant; made by {@link #constant}. It has no type parameter for its enum: a compiler that has to infer the enum for
     * hundreds of arguments of one call would take minutes.
     */
    public record Constant(Enum<?> value, List<String> names) {}
}
