package dev.saveschema.processor.history;

import dev.saveschema.processor.history.ValueType.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A legal value for a member whose default only the program of its time could make: zero, empty, or what is next to it. */
final class PlainValue {

    private PlainValue() {}

    static Json of(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return Json.of(false);
        }
        if (type instanceof ValueType.Whole whole) {
            return nearest(whole.bounds());
        }
        if (type instanceof ValueType.Decimal decimal) {
            return nearest(decimal.bounds());
        }
        if (type instanceof ValueType.Text text) {
            return Json.of(
                    text.format().equals(ValueType.Text.PLAIN)
                            ? "?".repeat(text.size().least())
                            : SampleText.of(text, 0));
        }
        if (type instanceof ValueType.Nullable) {
            return new Json.Null();
        }
        return type instanceof ValueType.ListOf ? new Json.Elements(List.of()) : Json.NOTHING;
    }

    private static Json nearest(Bounds bounds) {
        BigDecimal least = bounds.least()
                .map(bound -> bound.number().setScale(0, RoundingMode.CEILING))
                .orElse(BigDecimal.ZERO);
        BigDecimal most = bounds.most()
                .map(bound -> bound.number().setScale(0, RoundingMode.FLOOR))
                .orElse(BigDecimal.ZERO);
        return new Json.Number(
                bounds.least().isPresent() && least.signum() > 0
                        ? least
                        : bounds.most().isPresent() && most.signum() < 0 ? most : BigDecimal.ZERO);
    }
}
