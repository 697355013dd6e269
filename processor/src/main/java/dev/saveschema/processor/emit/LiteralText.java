package dev.saveschema.processor.emit;

import dev.saveschema.processor.model.literal.Literal;
import java.util.stream.Collectors;

/** A literal as it would stand in the file, for reports. */
final class LiteralText {

    private LiteralText() {}

    static String of(Literal literal) {
        if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (literal instanceof Literal.Absent) {
            return "null";
        }
        if (literal instanceof Literal.Number number) {
            return (number.isNegativeZero() ? "-" : "") + number.value();
        }
        if (literal instanceof Literal.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (literal instanceof Literal.Constant constant) {
            return constant.constant().jsonName();
        }
        if (literal instanceof Literal.OfSubtype chosen) {
            return chosen.subtype().jsonName();
        }
        if (literal instanceof Literal.OfAlternative of) {
            return of(of.value());
        }
        if (literal instanceof Literal.Scalar scalar) {
            return scalar.text();
        }
        if (literal instanceof Literal.Tree tree) {
            return tree.text();
        }
        if (literal instanceof Literal.Elements elements) {
            return elements.values().stream().map(LiteralText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (literal instanceof Literal.Entries entries) {
            return entries.values().stream()
                    .map(entry -> of(entry.key()) + ": " + of(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new AssertionError(literal);
    }
}
