package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.read.mirror.Mirror;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Translates one constraint of Jakarta Validation into limits. It is read by name, since neither the processor nor the runtime
 * depends on Jakarta Validation. {@code NotNull} adds no limit, since no loaded value is null.
 */
final class ConstraintReader {

    /** The constraints that can be translated, for a message. */
    static final List<String> HONOURED = List.of(
            "DecimalMax",
            "DecimalMin",
            "Max",
            "Min",
            "Negative",
            "NegativeOrZero",
            "NotBlank",
            "NotEmpty",
            "NotNull",
            "Pattern",
            "Positive",
            "PositiveOrZero",
            "Size");

    private final String name;
    private final Mirror mirror;
    private final Shape shape;

    /** @param name the constraint's simple name */
    ConstraintReader(String name, Mirror mirror, Shape shape) {
        this.name = name;
        this.mirror = mirror;
        this.shape = shape;
    }

    /** The limits that the constraint stands for. */
    Limits read() throws NotHonouredException {
        if (!HONOURED.contains(name)) {
            throw new NotHonouredException("SaveSchema honours " + String.join(", ", HONOURED));
        }
        if (!mirror.classes("groups").isEmpty()) {
            throw new NotHonouredException("It is for some groups only, and a load knows of no groups");
        }
        return switch (name) {
            case "NotNull" -> Limits.NONE;
            case "Min" -> atLeast(Bound.at(mirror.large("value")));
            case "Max" -> atMost(Bound.at(mirror.large("value")));
            case "DecimalMin" -> atLeast(new Bound(decimal(), mirror.flag("inclusive")));
            case "DecimalMax" -> atMost(new Bound(decimal(), mirror.flag("inclusive")));
            case "Positive" -> atLeast(new Bound(BigDecimal.ZERO, false));
            case "PositiveOrZero" -> atLeast(new Bound(BigDecimal.ZERO, true));
            case "Negative" -> atMost(new Bound(BigDecimal.ZERO, false));
            case "NegativeOrZero" -> atMost(new Bound(BigDecimal.ZERO, true));
            case "Size" -> size(mirror.whole("min"), mirror.whole("max"));
            case "NotEmpty" -> size(1, Integer.MAX_VALUE);
            case "NotBlank" -> pattern(Limits.Pattern.NOT_BLANK);
            case "Pattern" -> pattern(flags() + mirror.text("regexp"));
            default -> throw new AssertionError(name);
        };
    }

    private Limits atLeast(Bound bound) throws NotHonouredException {
        return range(new Limits.Range(Optional.of(bound), Optional.empty(), false, source()));
    }

    private Limits atMost(Bound bound) throws NotHonouredException {
        return range(new Limits.Range(Optional.empty(), Optional.of(bound), false, source()));
    }

    private Limits range(Limits.Range range) throws NotHonouredException {
        require(Limitable::byRange);
        boolean isBig = Limitable.inner(shape) instanceof Shape.Whole whole && whole.width() == Shape.Whole.Width.BIG;
        boolean isLong = Optional.of(range.inWhole())
                .map(whole -> whole.min().or(whole::max).orElseThrow())
                .filter(bound -> bound.number().toBigInteger().bitLength() < Long.SIZE)
                .isPresent();
        if (isBig && !isLong) {
            throw new NotHonouredException("The bounds of a BigInteger are those of a long");
        }
        return new Limits(List.of(range), List.of(), List.of());
    }

    private Limits size(int min, int max) throws NotHonouredException {
        require(Limitable::bySize);
        return new Limits(List.of(), List.of(new Limits.Size(min, max, false, source())), List.of());
    }

    private Limits pattern(String regex) throws NotHonouredException {
        require(Limitable::byPattern);
        return new Limits(List.of(), List.of(), List.of(new Limits.Pattern(regex, source())));
    }

    private void require(Predicate<Shape> applies) throws NotHonouredException {
        if (!applies.test(shape)) {
            throw new NotHonouredException("It says nothing about a component of this type");
        }
    }

    private BigDecimal decimal() throws NotHonouredException {
        try {
            return new BigDecimal(mirror.text("value"));
        } catch (NumberFormatException e) {
            throw new NotHonouredException("Its value is not a number");
        }
    }

    /** The flags as the beginning of a regular expression: {@code (?is)}. */
    private String flags() throws NotHonouredException {
        StringBuilder letters = new StringBuilder();
        for (String flag : mirror.constants("flags")) {
            letters.append(
                    switch (flag) {
                        case "UNIX_LINES" -> "d";
                        case "CASE_INSENSITIVE" -> "i";
                        case "COMMENTS" -> "x";
                        case "MULTILINE" -> "m";
                        case "DOTALL" -> "s";
                        case "UNICODE_CASE" -> "u";
                        default -> throw new NotHonouredException("An expression has no way to say " + flag);
                    });
        }
        return letters.isEmpty() ? "" : "(?" + letters + ")";
    }

    private Limits.Source source() {
        return new Limits.Source(name, false, mirror.origin());
    }
}
