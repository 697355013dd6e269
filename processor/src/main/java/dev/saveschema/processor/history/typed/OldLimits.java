package dev.saveschema.processor.history.typed;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/** The limits of an old version's types, as the limits of a component. */
final class OldLimits {

    private OldLimits() {}

    static Limits of(ValueType type) {
        if (type instanceof ValueType.Nullable nullable) {
            return of(nullable.of());
        }
        if (type instanceof ValueType.Whole whole) {
            return new Limits(range(whole.bounds()), List.of(), List.of());
        }
        if (type instanceof ValueType.Decimal decimal) {
            return new Limits(range(decimal.bounds()), List.of(), List.of());
        }
        if (type instanceof ValueType.Text text) {
            return new Limits(List.of(), size(text.size()), patterns(text.patterns()));
        }
        if (type instanceof ValueType.ListOf list) {
            return new Limits(List.of(), size(list.size()), List.of(), each("Each", list.element()), Optional.empty());
        }
        if (type instanceof ValueType.MapOf map) {
            return new Limits(
                    List.of(), size(map.size()), List.of(), each("Each", map.value()), each("EachKey", map.key()));
        }
        if (type instanceof ValueType.Flag
                || type instanceof ValueType.Defined
                || type instanceof ValueType.OneOf
                || type instanceof ValueType.Anything) {
            return Limits.NONE;
        }
        throw new AssertionError(type);
    }

    private static Optional<Limits.Each> each(String annotation, ValueType type) {
        Limits limits = of(type);
        return limits.equals(Limits.NONE)
                ? Optional.empty()
                : Optional.of(new Limits.Each(limits, false, source(annotation)));
    }

    private static List<Limits.Range> range(Bounds bounds) {
        return bounds.equals(Bounds.NONE)
                ? List.of()
                : List.of(new Limits.Range(bounds.least(), bounds.most(), false, source("DecimalRange")));
    }

    private static List<Limits.Size> size(Size size) {
        return size.equals(Size.ANY)
                ? List.of()
                : List.of(new Limits.Size(size.least(), size.most(), false, source("Size")));
    }

    private static List<Limits.Pattern> patterns(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> new Limits.Pattern(pattern, source("Pattern")))
                .toList();
    }

    private static Limits.Source source(String annotation) {
        return new Limits.Source(annotation, true, Origin.NOWHERE);
    }
}
