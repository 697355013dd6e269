package dev.saveschema.processor.history.head;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.model.Limits;
import java.util.List;

/**
 * A component's limits as parts of a type. The treatment of a value outside the limits, {@code CLAMP} or the default, is no part of
 * a type.
 */
final class LimitTypes {

    private LimitTypes() {}

    static Bounds bounds(Limits limits) {
        return limits.range().map(LimitTypes::bounds).orElse(Bounds.NONE);
    }

    /** The bounds of a whole number: more than 0 is at least 1. */
    static Bounds wholeBounds(Limits limits) {
        return limits.range().map(range -> bounds(range.inWhole())).orElse(Bounds.NONE);
    }

    private static Bounds bounds(Limits.Range range) {
        return new Bounds(range.min(), range.max());
    }

    static ValueType.Size size(Limits limits) {
        return limits.size()
                .map(size -> new ValueType.Size(size.min(), size.max()))
                .orElse(ValueType.Size.ANY);
    }

    static List<String> patterns(Limits limits) {
        return limits.patterns().stream().map(Limits.Pattern::regex).toList();
    }
}
