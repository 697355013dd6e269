package dev.saveschema.processor.history;

import dev.saveschema.processor.history.ValueType.Bound;
import dev.saveschema.processor.history.ValueType.Bounds;
import dev.saveschema.processor.model.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A component's limits as a file's reader sees them: what becomes of a value outside is not among that. */
final class LimitTypes {

    private LimitTypes() {}

    static Bounds bounds(Limits limits) {
        return limits.range()
                .map(range -> new Bounds(bound(range.min(), Long.MIN_VALUE), bound(range.max(), Long.MAX_VALUE)))
                .orElse(Bounds.NONE);
    }

    private static Optional<Bound> bound(long number, long none) {
        return number == none ? Optional.empty() : Optional.of(new Bound(BigDecimal.valueOf(number), true));
    }

    static ValueType.Size size(Limits limits) {
        return limits.size()
                .map(size -> new ValueType.Size(size.min(), size.max()))
                .orElse(ValueType.Size.ANY);
    }

    static List<String> patterns(Limits limits) {
        return limits.pattern().stream().map(Limits.Pattern::regex).toList();
    }
}
