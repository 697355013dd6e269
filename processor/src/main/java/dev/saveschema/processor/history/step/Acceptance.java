package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.history.snapshot.ValueType.Text;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.JsonType;
import java.util.List;
import java.util.Optional;

/**
 * Compares limits: whether one type allows every value that another type allows. That the values of the other type can be read as
 * values of the one has to be established before, by {@link Widening}.
 */
final class Acceptance {

    private static final Text ANY_TEXT = new Text(Text.PLAIN, Size.ANY, List.of());

    private Acceptance() {}

    static boolean accepts(ValueType to, ValueType from) {
        if (from instanceof ValueType.Nullable nullable) {
            return to instanceof ValueType.Anything
                    || to instanceof ValueType.Nullable other && accepts(other.of(), nullable.of());
        }
        if (to instanceof ValueType.Nullable nullable) {
            return accepts(nullable.of(), from);
        }
        if (from instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().allMatch(each -> accepts(to, each));
        }
        if (to instanceof ValueType.OneOf oneOf) {
            return typesOfJson(from).stream()
                    .flatMap(json -> oneOf.of(json).stream())
                    .allMatch(alternative -> accepts(alternative, from));
        }
        if (to instanceof Whole || to instanceof Decimal) {
            return within(bounds(to), bounds(from));
        }
        if (to instanceof Text text) {
            Text other = from instanceof Text plain ? plain : ANY_TEXT;
            return within(text.size(), other.size()) && other.patterns().containsAll(text.patterns());
        }
        if (to instanceof ValueType.ListOf list && from instanceof ValueType.ListOf other) {
            return (!list.unique() || other.unique())
                    && within(list.size(), other.size())
                    && accepts(list.element(), other.element());
        }
        if (to instanceof ValueType.MapOf map) {
            return from instanceof ValueType.MapOf other
                    ? within(map.size(), other.size())
                            && accepts(map.key(), other.key())
                            && accepts(map.value(), other.value())
                    : within(map.size(), Size.ANY) && accepts(map.key(), ANY_TEXT);
        }
        // under the name of a member, a map may have a value that the member cannot take
        return !(to instanceof ValueType.Defined && from instanceof ValueType.MapOf);
    }

    /** The types of JSON that a value may have. A definition is of objects, or of constants, which are texts. */
    private static List<JsonType> typesOfJson(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return List.of(JsonType.FLAG);
        }
        if (type instanceof Whole || type instanceof Decimal) {
            return List.of(JsonType.NUMBER);
        }
        if (type instanceof Text) {
            return List.of(JsonType.TEXT);
        }
        if (type instanceof ValueType.ListOf) {
            return List.of(JsonType.LIST);
        }
        return type instanceof ValueType.MapOf ? List.of(JsonType.OBJECT) : List.of(JsonType.OBJECT, JsonType.TEXT);
    }

    private static Bounds bounds(ValueType number) {
        if (number instanceof Whole whole) {
            return whole.bounds();
        }
        return number instanceof Decimal decimal ? decimal.bounds() : Bounds.NONE;
    }

    private static boolean within(Size outer, Size inner) {
        return outer.least() <= inner.least() && inner.most() <= outer.most();
    }

    private static boolean within(Bounds outer, Bounds inner) {
        return isEnough(outer.least(), inner.least(), -1) && isEnough(outer.most(), inner.most(), 1);
    }

    /** @param side the direction in which a bound allows more: 1 for an upper bound, -1 for a lower one */
    private static boolean isEnough(Optional<Bound> outer, Optional<Bound> inner, int side) {
        if (outer.isEmpty() || inner.isEmpty()) {
            return outer.isEmpty();
        }
        int more = outer.get().number().compareTo(inner.get().number()) * side;
        return more > 0 || more == 0 && (outer.get().inclusive() || !inner.get().inclusive());
    }
}
