package dev.saveschema.processor.history.sample;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.JsonLayout;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A made-up save in which every member has a legal value. The value differs from the default if the limits allow another.
 * Collections have several elements, and every constant and every object of a choice occurs. The same snapshot always gives the
 * same sample.
 */
public final class Sample {

    /** Whether a codec of the program reads a member, and whether the form that the codec reads is known. */
    public enum Codecs {
        NONE,
        /** A codec reads the member, and has declared its form. */
        KNOWN_FORM,
        /** A codec that has not declared its form reads the member, or a value within the member. */
        UNKNOWN_FORM
    }

    /** The depth to which an object may contain itself; deeper, collections are left empty. */
    private static final int DEEPEST = 2;

    private final Snapshot snapshot;
    private final BiFunction<String, String, Codecs> codecs;
    private final Map<String, Integer> depth = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private int count;

    private Sample(Snapshot snapshot, BiFunction<String, String, Codecs> codecs) {
        this.snapshot = snapshot;
        this.codecs = codecs;
    }

    /**
     * The text of the sample file.
     *
     * @param codecs the part that codecs have in a member, by definition and member
     */
    public static String text(Snapshot snapshot, BiFunction<String, String, Codecs> codecs) {
        // an envelope of the program's own is not needed: a load takes SaveSchema's own member as well
        String versionMember = snapshot.versionMember().isEmpty() ? Snapshot.OWN_VERSION : snapshot.versionMember();
        Json.Members save = Json.NOTHING.with(versionMember, Json.of(snapshot.version()));
        for (Map.Entry<String, Json> member :
                new Sample(snapshot, codecs).part(snapshot.root()).values().entrySet()) {
            save = save.with(member.getKey(), member.getValue());
        }
        return JsonLayout.pretty(save);
    }

    private Json.Members part(Definition.Part part) {
        Json.Members members = Json.NOTHING;
        if (part.tag().isPresent()) {
            members = members.with(
                    part.tag().get().member(), Json.of(part.tag().get().value()));
        }
        depth.merge(part.name(), 1, Integer::sum);
        for (Definition.Member member : part.members()) {
            Codecs use = codecs.apply(part.name(), member.name());
            if (use == Codecs.UNKNOWN_FORM && member.type() instanceof ValueType.Anything) {
                continue;
            }
            members = members.with(member.name(), value(member, use));
        }
        depth.merge(part.name(), -1, Integer::sum);
        return members;
    }

    private Json value(Definition.Member member, Codecs use) {
        if (use == Codecs.UNKNOWN_FORM) {
            return nothing(member.type());
        }
        // a made-up value would have the declared form, but the codec might refuse it; the default is safe
        Optional<Json> known = member.fallback().filter(value -> use == Codecs.KNOWN_FORM);
        return known.orElseGet(() -> other(member.type(), member.fallback()));
    }

    /** A value that can be written without the codec: null, or an empty collection. */
    private static Json nothing(ValueType type) {
        if (type instanceof ValueType.Nullable) {
            return new Json.Null();
        }
        return type instanceof ValueType.ListOf ? Json.of(List.of()) : Json.NOTHING;
    }

    /** A value that is not the default, if the type has two. */
    private Json other(ValueType type, Optional<Json> fallback) {
        if (innermost(type) instanceof ValueType.Text text && !text.patterns().isEmpty()) {
            String known = fallback.orElse(new Json.Null()) instanceof Json.Text given ? given.value() : "";
            return Json.of(new MatchingText(text).otherThan(known));
        }
        Json value = value(type);
        for (int tries = 0; tries < 3 && fallback.isPresent() && fallback.get().equals(value); tries++) {
            value = value(type);
        }
        return value;
    }

    private static ValueType innermost(ValueType type) {
        return type instanceof ValueType.Nullable nullable ? nullable.of() : type;
    }

    private Json value(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return Json.of(count++ % 2 == 0);
        }
        if (type instanceof Whole whole) {
            return number(BigDecimal.valueOf(3 + count++ % 90), bounds(whole), 0);
        }
        if (type instanceof Decimal decimal) {
            return number(BigDecimal.valueOf(25 + 10L * (count++ % 90), 1), decimal.bounds(), 3);
        }
        if (type instanceof ValueType.Text text) {
            String made = SampleText.of(text, count++);
            return Json.of(text.patterns().isEmpty() ? made : new MatchingText(text).closestTo(made));
        }
        if (type instanceof ValueType.Defined defined) {
            return one(snapshot.definition(defined.definition()));
        }
        if (type instanceof ValueType.Nullable nullable) {
            return isTooDeep(nullable.of()) ? new Json.Null() : value(nullable.of());
        }
        if (type instanceof ValueType.ListOf list) {
            return list(list);
        }
        if (type instanceof ValueType.MapOf map) {
            return map(map);
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return value(turn(oneOf));
        }
        if (type instanceof ValueType.Anything) {
            return Json.NOTHING.with("any", Json.of(List.of("thing")));
        }
        throw new AssertionError(type);
    }

    private Json one(Definition definition) {
        if (definition instanceof Definition.Constants constants) {
            return Json.of(turn(constants.name(), constants.values()));
        }
        if (definition instanceof Definition.Choice choice) {
            List<String> from = isTooDeep(choice) ? leastDeep(choice) : choice.parts();
            return one(snapshot.definition(turn(choice.name(), from)));
        }
        return part((Definition.Part) definition);
    }

    /**
     * The objects of a choice that stand least often around the current place. Where one more is required, taking these ends the
     * recursion.
     */
    private List<String> leastDeep(Definition.Choice choice) {
        int least = choice.parts().stream().mapToInt(this::depth).min().orElse(0);
        return choice.parts().stream().filter(part -> depth(part) == least).toList();
    }

    /** The next alternative in turn, one that does not go too deep if there is such a one. */
    private ValueType turn(ValueType.OneOf oneOf) {
        List<ValueType> shallow =
                oneOf.types().stream().filter(type -> !isTooDeep(type)).toList();
        List<ValueType> from = shallow.isEmpty() ? oneOf.types() : shallow;
        return from.get((turns.merge("one of " + oneOf.name(), 1, Integer::sum) - 1) % from.size());
    }

    /** The next of the values in turn. Each definition has a turn of its own. */
    private String turn(String definition, List<String> values) {
        return values.get((turns.merge(definition, 1, Integer::sum) - 1) % values.size());
    }

    private Json list(ValueType.ListOf list) {
        List<Json> elements = new ArrayList<>();
        boolean mayBeEmpty = list.element() instanceof ValueType.Nullable;
        int wanted = isTooDeep(list.element()) ? 0 : variety(innermost(list.element())) + (mayBeEmpty ? 1 : 0);
        int size = Math.min(Math.max(wanted, list.size().least()), list.size().most());
        for (int at = 0, tries = 0; at < size && tries < 10 * size; tries++) {
            Json element = at == 1 && mayBeEmpty ? new Json.Null() : value(list.element());
            if (!list.unique() || !elements.contains(element)) {
                elements.add(element);
                at++;
            }
        }
        return new Json.Elements(elements);
    }

    private Json map(ValueType.MapOf map) {
        Json.Members entries = Json.NOTHING;
        int wanted = isTooDeep(map.value()) ? 0 : Math.max(variety(map.key()), variety(innermost(map.value())));
        int size = Math.min(Math.max(wanted, map.size().least()), map.size().most());
        for (int tries = 0; entries.values().size() < size && tries < 10 * size; tries++) {
            String key = name(value(map.key()));
            entries = entries.values().containsKey(key) ? entries : entries.with(key, value(map.value()));
        }
        return entries;
    }

    private static String name(Json key) {
        return key instanceof Json.Number number ? number.value().toPlainString() : ((Json.Text) key).value();
    }

    /** The number of elements that it takes to show every constant or object that can stand in them; at least 2. */
    private int variety(ValueType type) {
        int least = 2;
        if (type instanceof ValueType.Defined defined) {
            Definition definition = snapshot.definition(defined.definition());
            if (definition instanceof Definition.Constants constants) {
                return Math.max(least, constants.values().size());
            }
            if (definition instanceof Definition.Choice choice) {
                return Math.max(least, choice.parts().size());
            }
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return Math.max(least, oneOf.alternatives().size());
        }
        return least;
    }

    private boolean isTooDeep(ValueType type) {
        return type instanceof ValueType.OneOf oneOf
                ? oneOf.types().stream().allMatch(this::isTooDeep)
                : Mentions.in(type).stream().anyMatch(this::isTooDeep);
    }

    private boolean isTooDeep(String definition) {
        return snapshot.definition(definition) instanceof Definition.Choice choice
                ? isTooDeep(choice)
                : depth(definition) >= DEEPEST;
    }

    /**
     * Whether the choice is nested too deep. Its objects within one another count together, since a circle and a square within it
     * are as deep as two circles. Before each object has had its turn, no depth is too deep.
     */
    private boolean isTooDeep(Definition.Choice choice) {
        return turns.getOrDefault(choice.name(), 0) >= choice.parts().size()
                && choice.parts().stream().mapToInt(this::depth).sum() >= DEEPEST;
    }

    private int depth(String part) {
        return depth.getOrDefault(part, 0);
    }

    private static Json number(BigDecimal wish, Bounds bounds, int digits) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        Optional<BigDecimal> least = bounds.least().map(bound -> end(bound, unit, RoundingMode.CEILING));
        Optional<BigDecimal> most = bounds.most().map(bound -> end(bound, unit.negate(), RoundingMode.FLOOR));
        boolean isWithin = least.filter(end -> end.compareTo(wish) > 0).isEmpty()
                && most.filter(end -> end.compareTo(wish) < 0).isEmpty();
        return new Json.Number(isWithin ? wish : within(wish, least, most));
    }

    /** A number within the range. Different wishes give different numbers, so that a second try gives another value. */
    private static BigDecimal within(BigDecimal wish, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        if (least.isEmpty()) {
            return most.orElseThrow().subtract(wish);
        }
        if (most.isEmpty()) {
            return least.get().add(wish);
        }
        BigDecimal width = most.get().subtract(least.get());
        return width.signum() <= 0
                ? least.get()
                : least.get().add(wish.remainder(width.add(BigDecimal.ONE)).min(width));
    }

    /** The declared bounds; where one is missing, the bound of the type itself. */
    private static Bounds bounds(Whole whole) {
        int bits = switch (whole.width()) {
            case INT8 -> Byte.SIZE;
            case INT16 -> Short.SIZE;
            case INT32 -> Integer.SIZE;
            case INT64 -> Long.SIZE;
            case UNBOUNDED -> 0;
        };
        if (bits == 0) {
            return whole.bounds();
        }
        BigDecimal half = BigDecimal.valueOf(2).pow(bits - 1);
        return new Bounds(
                whole.bounds().least().or(() -> Optional.of(new Bound(half.negate(), true))),
                whole.bounds().most().or(() -> Optional.of(new Bound(half.subtract(BigDecimal.ONE), true))));
    }

    private static BigDecimal end(Bound bound, BigDecimal unit, RoundingMode mode) {
        BigDecimal rounded = bound.number().setScale(unit.scale(), mode);
        return bound.inclusive() || rounded.compareTo(bound.number()) != 0 ? rounded : rounded.add(unit);
    }
}
