package dev.saveschema.processor.history.typed;

import dev.saveschema.processor.history.sample.MatchingText;
import dev.saveschema.processor.history.sample.SampleText;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.Limits;
import java.math.BigDecimal;
import java.util.List;

/**
 * The default of an old version's member whose own default only the program of that time could make. It is zero, empty, or the
 * first of several constants; a number with limits is the one nearest to zero. A text that must match a pattern is one of a few
 * usual words, if one of them matches. A collection is empty even if it may not be.
 */
final class PlainValue {

    private final Snapshot snapshot;

    PlainValue(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Json of(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return Json.of(false);
        }
        if (type instanceof ValueType.Whole || type instanceof ValueType.Decimal) {
            return new Json.Number(
                    OldLimits.of(type).range().map(Limits.Range::nearestToZero).orElse(BigDecimal.ZERO));
        }
        if (type instanceof ValueType.Text text) {
            return Json.of(text(text));
        }
        if (type instanceof ValueType.Nullable) {
            return new Json.Null();
        }
        if (type instanceof ValueType.Defined defined
                && snapshot.definition(defined.definition()) instanceof Definition.Constants constants) {
            return Json.of(constants.values().get(0));
        }
        if (type instanceof ValueType.OneOf oneOf) {
            // an object could not be written as the text of a default
            return oneOf.alternatives().stream()
                    .filter(alternative -> alternative.json() != JsonType.OBJECT)
                    .findFirst()
                    .map(alternative -> of(alternative.type()))
                    .orElse(Json.NOTHING);
        }
        if (type instanceof ValueType.ListOf) {
            return new Json.Elements(List.of());
        }
        if (type instanceof ValueType.Defined
                || type instanceof ValueType.MapOf
                || type instanceof ValueType.Anything) {
            return Json.NOTHING;
        }
        throw new AssertionError(type);
    }

    private static String text(ValueType.Text text) {
        if (!text.format().equals(ValueType.Text.PLAIN)) {
            return SampleText.of(text, 0);
        }
        String shortest = "?".repeat(text.size().least());
        return text.patterns().isEmpty() ? shortest : new MatchingText(text).closestTo(shortest);
    }
}
