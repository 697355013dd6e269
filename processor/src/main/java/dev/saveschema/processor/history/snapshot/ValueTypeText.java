package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A type as a message shows it: {@code int 1..100}, {@code List<Level>, at most 10 elements}. */
public final class ValueTypeText {

    private ValueTypeText() {}

    public static String of(ValueType type) {
        List<String> limits = limits(type);
        return limits.isEmpty() ? java(type) : java(type) + ", " + String.join(", ", limits);
    }

    /** The type in Java, one of those that have the type in a file: {@code List<String>}, also for an array. */
    public static String java(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return "boolean";
        }
        if (type instanceof Whole whole) {
            return switch (whole.width()) {
                case INT8 -> "byte";
                case INT16 -> "short";
                case INT32 -> "int";
                case INT64 -> "long";
                case UNBOUNDED -> "BigInteger";
            };
        }
        if (type instanceof Decimal decimal) {
            return switch (decimal.precision()) {
                case FLOAT -> "float";
                case DOUBLE -> "double";
                case EXACT -> "BigDecimal";
            };
        }
        if (type instanceof ValueType.Text text) {
            return TextFormat.java(text.format());
        }
        if (type instanceof ValueType.Defined defined) {
            return defined.definition();
        }
        if (type instanceof ValueType.Nullable nullable) {
            return "Optional<" + boxed(nullable.of()) + ">";
        }
        if (type instanceof ValueType.ListOf list) {
            return (list.unique() ? "Set<" : "List<") + boxed(list.element()) + ">";
        }
        if (type instanceof ValueType.MapOf map) {
            return "Map<" + boxed(map.key()) + ", " + boxed(map.value()) + ">";
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().map(ValueTypeText::java).collect(Collectors.joining(" or "));
        }
        if (type instanceof ValueType.Anything) {
            return "JsonNode";
        }
        throw new AssertionError(type);
    }

    static String boxed(ValueType type) {
        String java = java(type);
        return switch (java) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default ->
                Character.isLowerCase(java.charAt(0))
                        ? Character.toUpperCase(java.charAt(0)) + java.substring(1)
                        : java;
        };
    }

    private static List<String> limits(ValueType type) {
        if (type instanceof ValueType.Nullable nullable) {
            return limits(nullable.of());
        }
        if (type instanceof Whole whole) {
            return bounds(whole.bounds());
        }
        if (type instanceof Decimal decimal) {
            return bounds(decimal.bounds());
        }
        if (type instanceof ValueType.Text text) {
            List<String> limits = new ArrayList<>(size(text.size(), "characters"));
            text.patterns().forEach(pattern -> limits.add("matching " + pattern));
            return limits;
        }
        if (type instanceof ValueType.ListOf list) {
            List<String> limits = new ArrayList<>(size(list.size(), "elements"));
            limits(list.element()).forEach(limit -> limits.add("each " + limit));
            return limits;
        }
        if (type instanceof ValueType.MapOf map) {
            List<String> limits = new ArrayList<>(size(map.size(), "entries"));
            limits(map.key()).forEach(limit -> limits.add("each key " + limit));
            limits(map.value()).forEach(limit -> limits.add("each value " + limit));
            return limits;
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().flatMap(each -> limits(each).stream()).toList();
        }
        if (type instanceof ValueType.Flag || type instanceof ValueType.Defined || type instanceof ValueType.Anything) {
            return List.of();
        }
        throw new AssertionError(type);
    }

    private static List<String> bounds(Bounds bounds) {
        boolean isClosed = bounds.least().filter(Bound::inclusive).isPresent()
                && bounds.most().filter(Bound::inclusive).isPresent();
        if (isClosed) {
            return List.of(
                    number(bounds.least().get()) + ".." + number(bounds.most().get()));
        }
        List<String> limits = new ArrayList<>();
        bounds.least().ifPresent(bound -> limits.add((bound.inclusive() ? "at least " : "more than ") + number(bound)));
        bounds.most().ifPresent(bound -> limits.add((bound.inclusive() ? "at most " : "less than ") + number(bound)));
        return limits;
    }

    private static String number(Bound bound) {
        return bound.number().toPlainString();
    }

    private static List<String> size(Size size, String noun) {
        if (size.least() > 0 && size.most() < Integer.MAX_VALUE) {
            return List.of(size.least() + ".." + size.most() + " " + noun);
        }
        if (size.least() > 0) {
            return List.of("at least " + size.least() + " " + noun);
        }
        return size.most() < Integer.MAX_VALUE ? List.of("at most " + size.most() + " " + noun) : List.of();
    }
}
