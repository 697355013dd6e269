package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.List;

/** Values that a message can offer as a default. */
final class SuggestedDefaults {

    private static final int MOST = 6;

    private SuggestedDefaults() {}

    /** Texts for {@code @Default} that a component of that shape accepts; none if nothing sensible is known. */
    static List<String> of(Shape shape, Limits limits) {
        if (shape instanceof Shape.OptionalOf optional) {
            return of(optional.of(), limits);
        }
        if (shape instanceof Shape.Flag) {
            return List.of("false", "true");
        }
        if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
            return List.of(number(shape, limits));
        }
        if (shape instanceof Shape.Letter) {
            return List.of("A");
        }
        if (shape instanceof Shape.Text) {
            return !limits.patterns().isEmpty() ? List.of() : List.of(text(limits));
        }
        if (shape instanceof Shape.Enumeration enumeration) {
            return enumeration.constants().stream()
                    .map(EnumConstant::name)
                    .limit(MOST)
                    .toList();
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.subtypes().stream().map(Subtype::jsonName).limit(MOST).toList();
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.alternatives().stream()
                    .map(Alternative::component)
                    .flatMap(held -> of(held.shape(), held.limits()).stream().limit(1))
                    .toList();
        }
        if (shape instanceof Shape.Custom custom) {
            return custom.forms().stream()
                    .flatMap(form -> of(form, limits).stream().limit(1))
                    .toList();
        }
        if (shape instanceof Shape.Scalar scalar) {
            return List.of(scalar(scalar.kind()));
        }
        if (shape instanceof Shape.Sequence) {
            return List.of("[]");
        }
        return shape instanceof Shape.Mapping || shape instanceof Shape.Anything ? List.of("{}") : List.of();
    }

    /** Zero, or the allowed number that is nearest to zero. */
    private static String number(Shape shape, Limits limits) {
        return limits.range()
                .map(range -> Limitable.isWhole(shape) ? range.inWhole() : range)
                .map(range -> range.nearestToZero().toString())
                .orElse("0");
    }

    private static String text(Limits limits) {
        return "?".repeat(limits.size().map(size -> Math.max(0, size.min())).orElse(0));
    }

    private static String scalar(ScalarKind kind) {
        return switch (kind) {
            case INSTANT -> "1970-01-01T00:00:00Z";
            case LOCAL_DATE -> "1970-01-01";
            case LOCAL_TIME -> "00:00";
            case LOCAL_DATE_TIME -> "1970-01-01T00:00";
            case OFFSET_DATE_TIME, ZONED_DATE_TIME -> "1970-01-01T00:00Z";
            case ZONE_ID -> "UTC";
            case DURATION -> "PT0S";
            case PERIOD -> "P0D";
            case YEAR -> "1970";
            case YEAR_MONTH -> "1970-01";
            case UUID -> "00000000-0000-0000-0000-000000000000";
            case URI -> "https://example.org/";
            case LOCALE -> "en";
        };
    }
}
